import { chromium, expect, test as base } from '@playwright/test';
import { openSharedBrowser, type SharedBrowser } from '@postrider/sandbox/driver/shared-browser';
import { microsoftHosts } from '@postrider/sandbox/requests';
import type { Sandbox } from '@postrider/sandbox/sandbox';
import type { BrowserContext } from 'playwright';

import { findChromium } from '../../scripts/chromium.mjs';

/** The host of the add-in, as its manifest names it. */
const addinHost = 'addin.postrider.example';

/** Tests of one worker share a Chromium; each gets a context of its own, which holds as much apart as a profile. */
export const test = base.extend<object, { readonly shared: SharedBrowser }>({
  shared: [
    async ({}, use) => {
      const shared = await openSharedBrowser(chromium, findChromium());
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
});

/** Lets a test use a context on a sandbox; afterwards every request must have gone to Microsoft's names or the add-in's own host. */
export async function onSandbox(
  { browser, leadTo }: SharedBrowser,
  sandbox: Sandbox,
  viewport: { readonly width: number; readonly height: number },
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  leadTo(sandbox);
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  context.setDefaultTimeout(30_000);
  const asked = new Set<string>();
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol)) asked.add(hostname);
  });
  await use(context);
  await context.close();
  for (const { host, initiator } of sandbox.requests) {
    if (initiator !== null && initiator.endsWith(addinHost)) asked.add(host);
  }
  const known = new Set<string>([...microsoftHosts, addinHost]);
  expect([...asked].filter((host) => !known.has(host))).toEqual([]);
}
