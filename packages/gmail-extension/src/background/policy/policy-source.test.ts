import type { Policy } from '@postrider/shared/application/ports/policy';
import { afterEach, expect, it, vi } from 'vitest';

import { chromePolicySource } from './policy-source.ts';

type Listener = (changes: Record<string, unknown>, area: string) => void;

/** The browser's storage as far as the policy source touches it. */
function browserWith(local: Record<string, unknown>) {
  const listeners: Listener[] = [];
  vi.stubGlobal('chrome', {
    storage: {
      managed: { get: async () => ({}) },
      local: { get: async () => local },
      onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  });
  return (changes: Record<string, unknown>, area: string) => {
    for (const listener of listeners) listener(changes, area);
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('hears of typed settings and of the company, and of nothing else that is kept', async () => {
  const change = browserWith({ handSettings: { followByDefault: false } });
  const heard = vi.fn<(policy: Policy) => void>();
  chromePolicySource().onChange(heard);
  // The badge's note is written whenever the panel asks: hearing of it would make the panel ask again for ever.
  change({ panelSeenAt: {} }, 'local');
  change({ handSettings: {} }, 'session');
  change({ handSettings: {} }, 'local');
  change({ followByDefault: {} }, 'managed');
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ followByDefault: false }));
  expect(heard).toHaveBeenCalledTimes(2);
});
