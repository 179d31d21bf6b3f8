import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Frame, Locator, Page } from '@playwright/test';
import { openPane } from '@postrider/sandbox/driver/outlook-addin';
import { composeMail, fillMail } from '@postrider/sandbox/driver/outlook-page';
import type { OutlookControls } from '@postrider/sandbox/outlook';
import { type Sandbox, startSandbox } from '@postrider/sandbox/sandbox';
import type { BrowserContext } from 'playwright';

import { buildOfficeProbe } from './office-probe/build-office-probe.ts';
import type { Probe } from './office-probe/pane.ts';
import { onSandbox, test as base } from './outlook-browser.ts';

/** The manifest that ships. */
export const manifestPath = fileURLToPath(new URL('../../manifest.xml', import.meta.url));

/** A sandbox whose Outlook has the probe installed under the product's own manifest. */
export type ProbedSandbox = Sandbox & { readonly outlook: OutlookControls };

/** A test of Outlook's page alone: the sandbox, and a Chromium that asks nobody else. */
export const test = base.extend<
  { sandbox: ProbedSandbox; context: BrowserContext },
  { probeFolder: string }
>({
  probeFolder: [
    async ({}, use) => {
      const folder = await buildOfficeProbe();
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ shared, probeFolder }, use) => {
    const { certificate } = shared;
    const outlookParts = { manifest: manifestPath, addin: probeFolder };
    const sandbox = await startSandbox({ outlook: outlookParts, certificate });
    const { outlook } = sandbox;
    if (outlook === null) throw new Error('The sandbox has no Outlook.');
    await use({ ...sandbox, outlook });
    await sandbox.close();
  },
  context: async ({ shared, sandbox }, use) => {
    await onSandbox(shared, sandbox, { width: 1280, height: 800 }, use);
  },
});

declare global {
  /** In the probe's own frame. */
  const probe: Probe;
}

/** Opens the probe's pane on what is open; resolves when Office is ready in it. */
export async function openProbe(page: Page): Promise<Frame> {
  const frame = await openPane(page, 'Open feed');
  await frame.locator('body[data-ready=yes]').waitFor({ state: 'attached' });
  return frame;
}

/** Makes a call in the probe's pane, by its path below `Office.context.mailbox`; a failure gives its words. */
export function office(frame: Frame, path: string, ...given: unknown[]): Promise<unknown> {
  return frame.evaluate(
    ([method, parameters]) =>
      probe.call(method, ...parameters).catch((error: Error) => `failed: ${error.message}`),
    [path, given] as const,
  );
}

/** Opens a new mail to a customer, written and unsent. */
export async function newMail(page: Page, subject = 'Probe'): Promise<Locator> {
  const form = await composeMail(page);
  await fillMail(form, { to: ['dana@initech.example'], subject, body: 'Hello Dana' });
  return form;
}

/** The newest mail in somebody's Sent Items, as text. */
export function sentBy(sandbox: ProbedSandbox, address = 'eva@adatum.example'): string {
  const { online, server } = sandbox.exchange;
  const mailbox = online.mailbox(address) ?? server.mailbox(address);
  return mailbox?.items('sentitems')[0]?.raw.toString() ?? '';
}
