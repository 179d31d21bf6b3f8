import type { Policy, PolicySource } from '@postrider/shared/application/ports/policy';

import { readHandSettings, touchesHandSettings } from './hand-settings.ts';
import { parseManagedPolicy } from './managed-policy.ts';

/** What the company set alone, without what was typed. */
export async function companyPolicy(): Promise<Policy> {
  return parseManagedPolicy(await chrome.storage.managed.get());
}

/**
 * The company's policy over what was typed in the settings. Right after an install `storage.managed` is empty and
 * fills a moment later: the source says so, and whoever acted on the first read reads again.
 */
export function chromePolicySource(): PolicySource {
  return {
    read,
    onChange(listener) {
      chrome.storage.onChanged.addListener((changes, area) => {
        const ours = area === 'managed' || (area === 'local' && touchesHandSettings(changes));
        if (ours) void read().then(listener);
      });
    },
  };
}

async function read(): Promise<Policy> {
  return { ...(await readHandSettings()), ...(await companyPolicy()) };
}
