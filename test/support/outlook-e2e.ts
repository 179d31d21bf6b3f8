import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { type BrowserContext, chromium, expect, test as base } from '@playwright/test';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import type { OutlookControls } from '@postrider/sandbox/outlook';
import { microsoftHosts } from '@postrider/sandbox/requests';
import { type Sandbox, type SandboxOptions, startSandbox } from '@postrider/sandbox/sandbox';

import { findChromium } from '../../scripts/chromium.mjs';

const manifest = fileURLToPath(new URL('../../manifest.xml', import.meta.url));
const addin = fileURLToPath(new URL('../../packages/outlook-addin/dist/', import.meta.url));

/** The host of the add-in, as its manifest names it. */
const addinHost = 'addin.postrider.example';

/** The app registration of the sandbox's company: the id in the manifest. */
const entraClientId = '9b3b6f2c-55a1-4d0c-8f2e-7b1a4c6e0d35';

/** A sandbox with Outlook in it. */
export type OutlookSandbox = Sandbox & { readonly outlook: OutlookControls };

type Fixtures = {
  readonly sandboxOptions: SandboxOptions;
  /** What the company has in its policy.json, over the app registration. */
  readonly policy: object;
  readonly sandbox: OutlookSandbox;
  readonly context: BrowserContext;
};

/**
 * A test of the add-in as it ships, in a sandbox and a browser of its own. Afterwards every request must have gone to
 * one of Microsoft's names or to the add-in's own host.
 */
export const test = base.extend<Fixtures>({
  sandboxOptions: [{}, { option: true }],
  policy: [{}, { option: true }],
  sandbox: async ({ sandboxOptions, policy }, use) => {
    if (!existsSync(`${addin}taskpane.html`))
      throw new Error('No built add-in. Run `npm run build` first.');
    const files = { '/policy.json': JSON.stringify({ entraClientId, ...policy }) };
    const sandbox = await startSandbox({ outlook: { manifest, addin, files }, ...sandboxOptions });
    const { outlook } = sandbox;
    if (outlook === null) throw new Error('The sandbox has no Outlook.');
    await use({ ...sandbox, outlook });
    await sandbox.close();
  },
  context: async ({ sandbox }, use) => {
    const { context, close } = await openBrowser(chromium, {
      sandbox,
      executablePath: findChromium(),
      viewport: { width: 1400, height: 900 },
    });
    context.setDefaultTimeout(30_000);
    const asked = new Set<string>();
    context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^https?:$/.test(protocol)) asked.add(hostname);
    });
    await use(context);
    await close();
    for (const { host, initiator } of sandbox.requests) {
      if (initiator !== null && initiator.endsWith(addinHost)) asked.add(host);
    }
    const known = new Set<string>([...microsoftHosts, addinHost]);
    expect([...asked].filter((host) => !known.has(host))).toEqual([]);
  },
});
