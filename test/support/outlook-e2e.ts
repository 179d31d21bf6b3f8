import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { OutlookControls } from '@postrider/sandbox/outlook';
import { type Sandbox, type SandboxOptions, startSandbox } from '@postrider/sandbox/sandbox';
import type { BrowserContext } from 'playwright';

import { onSandbox, test as base } from './outlook-browser.ts';

const manifest = fileURLToPath(new URL('../../manifest.xml', import.meta.url));
const addin = fileURLToPath(new URL('../../packages/outlook-addin/dist/', import.meta.url));

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
 * A test of the add-in as it ships, in a sandbox and a browser context of its own.
 */
export const test = base.extend<Fixtures>({
  sandboxOptions: [{}, { option: true }],
  policy: [{}, { option: true }],
  sandbox: async ({ shared, sandboxOptions, policy }, use) => {
    if (!existsSync(`${addin}taskpane.html`))
      throw new Error('No built add-in. Run `npm run build` first.');
    const files = { '/policy.json': JSON.stringify({ entraClientId, ...policy }) };
    const { certificate } = shared;
    const outlookParts = { manifest, addin, files };
    const sandbox = await startSandbox({ outlook: outlookParts, certificate, ...sandboxOptions });
    const { outlook } = sandbox;
    if (outlook === null) throw new Error('The sandbox has no Outlook.');
    await use({ ...sandbox, outlook });
    await sandbox.close();
  },
  context: async ({ shared, sandbox }, use) => {
    await onSandbox(shared, sandbox, { width: 1400, height: 900 }, use);
  },
});
