import { expect } from '@playwright/test';
import { extensionWorker, giveConsent } from '@postrider/sandbox/driver/extension';
import { writeMail } from '@postrider/sandbox/driver/gmail-page';

import { findChromium } from '../../scripts/chromium.mjs';
import { builtExtension } from '../support/built-extension.ts';
import { test as base } from '../support/e2e.ts';
import {
  makePolicyMachine,
  noPolicyMachine,
  type PolicyMachine,
} from '../support/policy-machine.ts';
import { oauthClient, startRep, stripOf } from '../support/rep.ts';
import { lookLater, settledMs } from '../support/time-travel.ts';
import { feedOf, statusOf } from '../support/worker-words.ts';

const reason = noPolicyMachine();

/** A rep in front of a browser that reads the company's policy; `setPolicy` takes the managed settings. */
const test = base.extend<{ readonly machine: PolicyMachine }>({
  machine: async ({}, use) => {
    const machine = makePolicyMachine(findChromium() ?? '');
    await use(machine);
    machine.remove();
  },
  rep: async ({ sandbox, machine }, use) => {
    const rep = await startRep(sandbox, machine.executablePath);
    await use(rep);
    await rep.close();
  },
});
test.skip(reason !== undefined, reason);

function managed(settings: object): unknown {
  const { id, secret } = oauthClient;
  const client = { oauthClientId: id, oauthClientSecret: secret };
  return { '3rdparty': { extensions: { [builtExtension().id]: { ...client, ...settings } } } };
}

test("an account outside the company's domains is refused, by the company's policy", async ({
  sandbox,
  machine,
  rep,
}) => {
  sandbox.google.addAccount({ address: 'ana@home.example', name: 'Ana Silva' });
  machine.setPolicy(managed({ allowedDomains: ['acme.example'] }));
  // A new rep: whom the company has answered everything sees no first-run screen.
  const worker = await extensionWorker(rep.context);
  await worker.evaluate(() => chrome.storage.local.remove('firstRunEnded'));
  const panel = await rep.openPanel();
  await expect.poll(async () => (await statusOf(panel)).firstRun).toBeUndefined();
  await expect(panel.getByRole('button', { name: 'Continue' })).toHaveCount(0);
  const button = panel.getByRole('button', { name: 'Connect Gmail' });
  await giveConsent(rep.context, 'ana@home.example', () => button.click());
  await expect(panel.getByText(/ana@home\.example.* was not connected/)).toBeVisible();
  expect((await statusOf(panel)).connection).toEqual({ kind: 'not-connected' });

  await giveConsent(rep.context, 'ana@acme.example', () => button.click());
  await expect(panel.getByText('Looked at')).toBeVisible();
});

test("a mail to a domain that the company's policy blocks is refused, until the policy is lifted", async ({
  sandbox,
  machine,
  rep,
}) => {
  machine.setPolicy(managed({ blockedDomains: ['rival.example'] }));
  const panel = await rep.openPanel();
  const button = panel.getByRole('button', { name: 'Connect Gmail' });
  await giveConsent(rep.context, 'ana@acme.example', () => button.click());
  await expect(panel.getByText('Looked at')).toBeVisible();
  const compose = await rep.compose(await rep.openGmail());
  const strip = stripOf(compose);
  const to = ['max@rival.example', 'eve@sales.rival.example', 'kim@unrival.example'];
  await writeMail(compose, { to, subject: 'Pricing', body: 'Hello' });
  const send = compose.getByRole('button', { name: /^Send/ }).first();
  await send.click();
  await expect(strip.getByRole('alert')).toHaveText(
    'Not sent. max@rival.example is at rival.example, where your company lets no mail go, and 1 more.',
  );
  await expect(strip.getByRole('button')).toHaveText(['Remove 2']);
  await compose.getByRole('button', { name: 'Remove max@rival.example' }).click();
  await send.click();
  // A sub-domain belongs to the domain; a name that only ends alike does not.
  await expect(strip.getByRole('alert')).toContainText('Not sent. eve@sales.rival.example is at');
  await expect(strip.getByRole('button')).toHaveText(['Remove']);
  expect(sandbox.google.accounts.get('ana@acme.example')?.messages('SENT')).toEqual([]);
  expect(sandbox.postOffice.letters()).toEqual([]);

  machine.setPolicy(managed({ blockedDomains: [] }));
  // Word of it reaches the window that is open; the browser takes its time to read the file.
  await expect(async () => {
    await send.click();
    await expect(strip.getByRole('alert')).toBeHidden({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expect.poll(() => sandbox.postOffice.letters().length).toBeGreaterThan(0);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toMatchObject([{ kind: 'sent', subject: 'Pricing' }]);
});
