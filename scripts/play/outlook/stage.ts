import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import { openOutlook } from '@postrider/sandbox/driver/outlook-page';
import type { OutlookControls } from '@postrider/sandbox/outlook';
import { type Sandbox, startSandbox } from '@postrider/sandbox/sandbox';
import { type BrowserContext, chromium, type Page } from 'playwright';

import type { Places } from '../places.ts';
import { entraClientId } from './cast.ts';

/** Outlook on the sandbox, with the add-in installed by the company's admin. */
export type Stage = {
  readonly sandbox: Sandbox & { readonly outlook: OutlookControls };
  readonly context: BrowserContext;
  readonly outlook: Page;
  close(): Promise<void>;
};

/**
 * Starts the sandbox and opens Chromium on it, the first rep's Outlook in front. `more`: further files on the add-in's
 * host, by their paths.
 */
export async function setStage(
  places: Places,
  headless: boolean,
  more: Readonly<Record<string, string>> = {},
): Promise<Stage> {
  const { manifest, addin, chromium: executablePath } = places;
  const files = { '/policy.json': JSON.stringify({ entraClientId }), ...more };
  const sandbox = await startSandbox({ outlook: { manifest, addin, files } });
  const controls = sandbox.outlook;
  if (controls === null) throw new Error('The sandbox has no Outlook.');
  const browser = await openBrowser(chromium, {
    sandbox,
    executablePath,
    headless,
    viewport: headless ? { width: 1360, height: 860 } : null,
  });
  const { context } = browser;
  return {
    sandbox: { ...sandbox, outlook: controls },
    context,
    outlook: await openOutlook(context),
    close: async () => {
      await browser.close();
      await sandbox.close();
    },
  };
}
