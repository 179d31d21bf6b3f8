import { expect } from '@playwright/test';
import {
  answerAlert,
  infobar,
  paneFrame,
  pressRibbon,
  smartAlert,
} from '@postrider/sandbox/driver/outlook-addin';
import { openOutlook, pressSend, waitUntilSent } from '@postrider/sandbox/driver/outlook-page';

import { test } from '../support/outlook-e2e.ts';
import { connectOutlook, openFeed, writeTo } from '../support/outlook-rep.ts';

const eva = 'eva@adatum.example';
const nobody = 'j.doe@initech.example';

test('Connect reaches the mailbox that is open, through Outlook, and keeps no token', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const pane = await connectOutlook(page);
  await expect(pane.getByRole('button', { name: `Account ${eva}` })).toBeVisible();
  expect(sandbox.microsoft.log.all().length).toBeGreaterThan(0);
  const kept = await pane.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  // As the sandbox's access tokens begin.
  expect(kept).not.toContain('EwB4A8l6BAAU');
});

test('Track and send: the mail leaves through Exchange, marked, and is in the feed', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  await connectOutlook(page);
  await writeTo(page, 'dana@initech.example', 'Our offer');
  await pressRibbon(page, 'Track and send');
  await waitUntilSent(page);

  const [sent] = sandbox.exchange.online.mailbox(eva)?.items('sentitems') ?? [];
  expect(sent?.raw.toString()).toMatch(/Subject: Our offer\r\n/);
  expect(sent?.raw.toString()).toMatch(/^x-postrider-mail: \S{22}\r$/im);
  const delivered = sandbox.postOffice.delivery(sent?.messageId ?? '', 'dana@initech.example');
  expect(delivered?.status).toBe('delivered');
  const pane = await openFeed(page);
  await expect(
    pane.getByRole('button', { name: 'Sent to dana@initech.example' }).first(),
  ).toBeVisible();
});

test('a bounce is shown, and the address is stopped at the next Send', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  await connectOutlook(page);
  await pressSend(await writeTo(page, nobody, 'Our offer'));
  await waitUntilSent(page);

  const pane = await openFeed(page, 'Undeliverable: Our offer');
  await expect(pane.getByText(`${nobody} bounced`, { exact: true })).toBeVisible();
  await expect(pane.getByText(/No such mailbox/)).toBeVisible();
  await expect
    .poll(() => sandbox.outlook.roamingOf(eva)['postrider.digest'] ?? '')
    .toMatch(/hashes\\":\\"\S/);

  const form = await writeTo(page, nobody, 'Once more');
  await expect(infobar(page, 'is suppressed')).toBeVisible();
  await pressSend(form);
  await expect(smartAlert(page)).toContainText(`${nobody} is suppressed`);
  await answerAlert(page, 'Open Postrider');
  await (await paneFrame(page)).getByText('Postrider').first().waitFor();
  const sent = sandbox.exchange.online.mailbox(eva)?.items('sentitems') ?? [];
  expect(sent.some(({ raw }) => raw.includes('Subject: Once more'))).toBe(false);

  await form.getByLabel('To', { exact: true }).fill('dana@initech.example');
  await pressSend(form);
  await waitUntilSent(page);
});

test('what breaks in the field stops no mail', async ({ context, sandbox }) => {
  const { outlook } = sandbox;
  outlook.settings.warnAfterMs = 6000;
  const page = await openOutlook(context);
  await connectOutlook(page);
  for (const call of ['recipients.getAsync', 'internetHeaders.getAsync'] as const) {
    const form = await writeTo(page, 'dana@initech.example', `Broken ${call}`);
    await expect.poll(() => outlook.events.at(-1)?.kind).toBe('launch');
    outlook.failNext(call, 'never-answers', 3);
    await pressSend(form);
    await waitUntilSent(page);
  }
  outlook.defects.add('send-handler-fires-again').add('save-fails-during-send');
  await pressSend(await writeTo(page, 'dana@initech.example', 'Twice'));
  await waitUntilSent(page);
  const sent = sandbox.exchange.online.mailbox(eva)?.items('sentitems') ?? [];
  expect(sent.filter(({ raw }) => raw.includes('Subject: Twice'))).toHaveLength(1);
});
