import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import {
  chromium,
  expect,
  type Frame,
  type Locator,
  type Page,
  test as base,
} from '@playwright/test';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import { openPane } from '@postrider/sandbox/driver/outlook-addin';
import { composeMail, fillMail } from '@postrider/sandbox/driver/outlook-page';
import type { OutlookControls } from '@postrider/sandbox/outlook';
import { microsoftHosts } from '@postrider/sandbox/requests';
import { type Sandbox, startSandbox } from '@postrider/sandbox/sandbox';
import type { BrowserContext } from 'playwright';

import { findChromium } from '../../scripts/chromium.mjs';
import { buildOfficeProbe } from './office-probe/build-office-probe.ts';
import type { Probe } from './office-probe/pane.ts';

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
  sandbox: async ({ probeFolder }, use) => {
    const sandbox = await startSandbox({
      outlook: { manifest: manifestPath, addin: probeFolder },
    });
    const { outlook } = sandbox;
    if (outlook === null) throw new Error('The sandbox has no Outlook.');
    await use({ ...sandbox, outlook });
    await sandbox.close();
  },
  context: async ({ sandbox }, use) => {
    const executablePath = findChromium();
    const { context, close } = await openBrowser(chromium, { sandbox, executablePath });
    const asked = new Set<string>();
    context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^https?:$/.test(protocol)) asked.add(hostname);
    });
    await use(context);
    await close();
    const known = new Set<string>([...microsoftHosts, 'addin.postrider.example']);
    expect([...asked].filter((host) => !known.has(host))).toEqual([]);
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
