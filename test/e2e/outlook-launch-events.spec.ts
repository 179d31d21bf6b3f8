import { expect } from '@playwright/test';
import {
  answerAlert,
  infobar,
  openPane,
  pressRibbon,
  smartAlert,
} from '@postrider/sandbox/driver/outlook-addin';
import {
  answerMail,
  chooseSender,
  closeForm,
  composeMail,
  fillMail,
  openFolder,
  openMessage,
  openOutlook,
  openOwnServer,
  pressSend,
  waitUntilSent,
} from '@postrider/sandbox/driver/outlook-page';

import { leaveDigest } from '../support/addin-digest.ts';
import { test } from '../support/outlook-e2e.ts';
import { connectOutlook, writeTo } from '../support/outlook-rep.ts';
import { launches, mailIdOf, sentMails } from '../support/sent-from-outlook.ts';

const offer = { to: ['dana@initech.example'], subject: 'Offer', body: 'Hello Dana' };

test('a new mail is marked, and Outlook sends it', async ({ context, sandbox }) => {
  leaveDigest(sandbox);
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await expect(infobar(page, 'In feed:')).toBeVisible();
  await fillMail(form, offer);
  await pressSend(form);
  await waitUntilSent(page);
  const sent = sentMails(sandbox, 'Offer');
  expect(sent).toHaveLength(1);
  expect(mailIdOf(sent[0])).not.toBeNull();
  expect(sent[0]).not.toContain('<img');
  expect(launches(sandbox, 'OnNewMessageCompose')).toEqual(['completed']);
  expect(launches(sandbox, 'OnMessageSend')).toEqual(['completed']);
});

test('Track and send marks the mail and has Outlook send it', async ({ context, sandbox }) => {
  leaveDigest(sandbox, { followByDefault: false });
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await expect(infobar(page, 'Not in feed.')).toBeVisible();
  await fillMail(form, offer);
  await pressRibbon(page, 'Track and send');
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'Offer').map(mailIdOf)).toEqual([expect.any(String)]);
  expect(sandbox.outlook.events).toContainEqual(
    expect.objectContaining({ kind: 'send', asked: 'sendAsync', result: 'left' }),
  );
});

test('Track and send says to press Send where Outlook cannot send for an add-in', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.client = 'mac';
  leaveDigest(sandbox, { followByDefault: false });
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await fillMail(form, offer);
  await pressRibbon(page, 'Track and send');
  await expect(infobar(page, 'Marked for the feed. Now press Send.')).toBeVisible();
  expect(sentMails(sandbox, 'Offer')).toEqual([]);
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'Offer').map(mailIdOf)).toEqual([expect.any(String)]);
});

test('a suppressed address is named while it is typed, and refused at Send', async ({
  context,
  sandbox,
}) => {
  leaveDigest(sandbox);
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await fillMail(form, { ...offer, cc: ['kim@initech.example'] });
  await expect(infobar(page, 'kim@initech.example is suppressed.')).toBeVisible();
  await pressSend(form);
  expect(await answerAlert(page, 'Open Postrider')).toContain('kim@initech.example is suppressed.');
  await expect(page.locator('iframe.addin-pane')).toBeVisible();
  expect(sentMails(sandbox, 'Offer')).toEqual([]);

  await form.getByLabel('Cc', { exact: true }).fill('');
  await form.getByLabel('Subject').click();
  await expect(infobar(page, 'is suppressed')).toHaveCount(0);
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'Offer')).toHaveLength(1);
});

test('a blocked domain is refused with its sub-domains, also by Track and send', async ({
  context,
  sandbox,
}) => {
  leaveDigest(sandbox);
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await fillMail(form, { ...offer, bcc: ['ceo@eu.rival.example'] });
  await pressRibbon(page, 'Track and send');
  await expect(
    infobar(page, 'Your company lets no mail go to ceo@eu.rival.example.'),
  ).toBeVisible();
  await pressSend(form);
  await expect(smartAlert(page)).toContainText('Your company lets no mail go to');
  await expect(smartAlert(page).getByRole('button', { name: 'Send Anyway' })).toHaveCount(0);
  expect(sentMails(sandbox, 'Offer')).toEqual([]);
});

test('a digest older than a day stops nobody, and says so', async ({ context, sandbox }) => {
  leaveDigest(sandbox, { writtenAt: Date.now() - 25 * 3_600_000 });
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await expect(infobar(page, 'recipients are not checked')).toBeVisible();
  await fillMail(form, { ...offer, to: ['kim@initech.example'] });
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'Offer')).toHaveLength(1);
});

test('over the budget it is asked once, and the rep can send all the same', async ({
  context,
  sandbox,
}) => {
  const budget = {
    counts: 'recipients',
    max: 10_000,
    used: 10_000,
    countedAt: Date.now(),
    nextFreesAt: Date.now() + 3_600_000,
  } as const;
  leaveDigest(sandbox, { budget });
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await fillMail(form, offer);
  await pressSend(form);
  expect(await answerAlert(page, 'Send Anyway')).toContain('only 0 recipients left');
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'Offer').map(mailIdOf)).toEqual([expect.any(String)]);
});

for (const defect of [
  'body-set-in-send-drops-inline-images',
  'send-handler-fires-again',
  'mail-merge-loses-handler-changes',
  'send-async-refused-after-attachments',
  'send-async-loses-schedule',
  'save-fails-during-send',
  'body-mode-ignored',
  'pin-lost',
  'bridge-missing',
] as const) {
  test(`in a broken Outlook the mail leaves once and marked: ${defect}`, async ({
    context,
    sandbox,
  }) => {
    sandbox.outlook.defects.add(defect);
    leaveDigest(sandbox);
    const page = await openOutlook(context);
    await openMessage(page, 'Purchase order 7741');
    const form = await answerMail(page, 'Reply');
    await expect(infobar(page, 'In feed:')).toBeVisible();
    await pressSend(form);
    await waitUntilSent(page);
    const sent = sentMails(sandbox, 'Re: Purchase order 7741');
    expect(sent.map(mailIdOf)).toEqual([expect.any(String)]);
    expect(launches(sandbox, 'OnMessageSend')).toEqual(['completed']);
    expect(sandbox.outlook.events.filter(({ kind }) => kind === 'alert')).toEqual([]);
  });
}

for (const name of [
  'recipients.getAsync',
  'from.getAsync',
  'sessionData.getAllAsync',
  'internetHeaders.getAsync',
  'internetHeaders.setAsync',
] as const) {
  test(`the mail leaves though Outlook never answers ${name}`, async ({ context, sandbox }) => {
    leaveDigest(sandbox);
    const page = await openOutlook(context);
    const form = await composeMail(page);
    await fillMail(form, offer);
    await expect(infobar(page, 'In feed:')).toBeVisible();
    sandbox.outlook.failNext(name, 'never-answers', 20);
    await pressSend(form);
    await waitUntilSent(page);
    expect(sentMails(sandbox, 'Offer')).toHaveLength(1);
    expect(launches(sandbox, 'OnMessageSend')).toEqual(['completed']);
    expect(sandbox.outlook.events.filter(({ kind }) => kind === 'alert')).toEqual([]);
  });
}

test('mail from a shared mailbox and on behalf of one is left alone, in words', async ({
  context,
  sandbox,
}) => {
  leaveDigest(sandbox);
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await chooseSender(form, 'sales@adatum.example');
  await fillMail(form, { ...offer, to: ['kim@initech.example'], subject: 'On behalf' });
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'On behalf')).toHaveLength(1);

  const shared = await openOutlook(context, {
    account: 'eva@adatum.example',
    open: 'sales@adatum.example',
  });
  const inShared = await composeMail(shared);
  await expect(infobar(shared, 'sales@adatum.example is not your own mailbox.')).toBeVisible();
  await chooseSender(inShared, 'sales@adatum.example');
  await fillMail(inShared, { ...offer, subject: 'Shared' });
  await pressRibbon(shared, 'Track and send');
  await pressSend(inShared);
  await waitUntilSent(shared);
  const sent = ['eva@adatum.example', 'sales@adatum.example'].flatMap((address) =>
    sentMails(sandbox, 'Shared', address),
  );
  expect(sent.map(mailIdOf)).toEqual([null]);
});

test('on an own server nothing starts by itself, and the ribbon says what it cannot do', async ({
  context,
  sandbox,
}) => {
  leaveDigest(sandbox, {}, 'omar@woodgrove.example');
  const page = await openOwnServer(context);
  const form = await composeMail(page);
  await fillMail(form, offer);
  await pressRibbon(page, 'Track and send');
  await expect(infobar(page, 'This Outlook cannot mark mail')).toBeVisible();
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'Offer', 'omar@woodgrove.example').map(mailIdOf)).toEqual([null]);
  expect(launches(sandbox, 'OnMessageSend')).toEqual([]);
});

test('sideloaded, nothing starts by itself, and the ribbon works', async ({ context, sandbox }) => {
  sandbox.outlook.settings.deployment = 'sideloaded';
  leaveDigest(sandbox);
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await fillMail(form, { ...offer, to: ['kim@initech.example'] });
  await pressRibbon(page, 'Track and send');
  await expect(infobar(page, 'kim@initech.example is suppressed.')).toBeVisible();
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'Offer').map(mailIdOf)).toEqual([null]);
  expect(launches(sandbox, 'OnNewMessageCompose')).toEqual([]);
  expect(launches(sandbox, 'OnMessageSend')).toEqual([]);
});

test('a mail that was switched off stays so when its draft is opened again', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  await connectOutlook(page);
  const form = await writeTo(page, 'dana@initech.example', 'Offer');
  await expect(infobar(page, 'In feed:')).toBeVisible();
  const pane = await openPane(page, 'Open feed');
  await pane.getByRole('switch', { name: 'Follow' }).click();
  await expect(pane.getByRole('switch', { name: 'Follow' })).not.toBeChecked();
  await closeForm(form);
  await openFolder(page, 'Drafts');
  await openMessage(page, 'Offer');
  await pressSend(page.getByRole('region', { name: 'New message' }));
  await waitUntilSent(page);
  expect(sentMails(sandbox, 'Offer').map(mailIdOf)).toEqual([null]);
  expect(launches(sandbox, 'OnMessageSend')).toEqual(['completed']);
});
