import { expect, type Frame } from '@playwright/test';
import { openPane } from '@postrider/sandbox/driver/outlook-addin';
import {
  openFolder,
  openOwnServer,
  pressSend,
  waitUntilSent,
} from '@postrider/sandbox/driver/outlook-page';
import { EwsFault, serverBusy } from '@postrider/sandbox/ews-errors';
import type { ExchangeMailbox } from '@postrider/sandbox/exchange-mailbox';

import { type OutlookSandbox, test } from '../support/outlook-e2e.ts';
import { connectOutlook, openFeed, writeTo } from '../support/outlook-rep.ts';

const omar = 'omar@woodgrove.example';
/** A mail in Omar's inbox from the start. */
const oldMail = 'Offer 2214';
const hourMs = 3_600_000;

function mailboxOf({ exchange }: OutlookSandbox): ExchangeMailbox {
  const mailbox = exchange.server.mailbox(omar);
  if (mailbox === undefined) throw new Error('Omar has no mailbox.');
  return mailbox;
}

/** Chooses an hour from now in the pane beside the open mail, and hands it over. */
async function sendLater(pane: Frame): Promise<void> {
  await pane.getByRole('button', { name: 'Send later…' }).click();
  await pane.getByRole('button', { name: /^In an hour/ }).click();
  await pane.getByRole('button', { name: 'Hand over to Exchange' }).click();
}

test('a mail that Exchange holds leaves with Outlook closed, and is in the feed afterwards', async ({
  context,
  sandbox,
}) => {
  const mailbox = mailboxOf(sandbox);
  const page = await openOwnServer(context);
  await connectOutlook(page, oldMail);
  await writeTo(page, 'kim@globex.example', 'Later offer');
  const pane = await openPane(page, 'Open feed');
  await sendLater(pane);

  await expect.poll(() => mailbox.items('drafts')[0]?.heldUntil ?? null).not.toBeNull();
  const feed = await openFeed(page, oldMail);
  await expect(feed.getByText('1 mail waits at Exchange')).toBeVisible();
  await page.close();
  expect(sandbox.postOffice.letters()).toHaveLength(0);

  await sandbox.exchange.server.advance(2 * hourMs);
  expect(sandbox.postOffice.letters().map(({ sender }) => sender)).toEqual([omar]);
  expect(mailbox.items('sentitems')[0]?.raw.toString()).toMatch(/^x-postrider-mail: \S{22}\r$/m);

  const later = await openOwnServer(context);
  const after = await openFeed(later, oldMail);
  await expect(after.getByText('Sent to kim@globex.example')).toBeVisible();
  await expect(after.getByText('waits at Exchange')).toBeHidden();
});

test('a held mail is taken back, and lies among the deleted ones', async ({ context, sandbox }) => {
  const mailbox = mailboxOf(sandbox);
  const page = await openOwnServer(context);
  await connectOutlook(page, oldMail);
  await writeTo(page, 'kim@globex.example', 'Later offer');
  await sendLater(await openPane(page, 'Open feed'));
  await expect.poll(() => mailbox.items('drafts')[0]?.heldUntil ?? null).not.toBeNull();

  await openFolder(page, 'Inbox');
  const feed = await openFeed(page, oldMail);
  await feed.getByRole('button', { name: /^Cancel/ }).click();
  await expect(feed.getByText('Cancelled: it is deleted and does not leave.')).toBeVisible();
  expect(mailbox.items('drafts')).toHaveLength(0);
  expect(mailbox.items('deleteditems')).toHaveLength(1);
  await sandbox.exchange.server.advance(24 * hourMs);
  expect(sandbox.postOffice.letters()).toHaveLength(0);
});

test('a notice that the rep has filed since opens from the feed', async ({ context, sandbox }) => {
  const mailbox = mailboxOf(sandbox);
  const page = await openOwnServer(context);
  await connectOutlook(page, oldMail);
  await pressSend(await writeTo(page, 'j.doe@initech.example', 'Our offer'));
  await waitUntilSent(page);
  const pane = await openFeed(page, oldMail);
  await pane.getByText('j.doe@initech.example bounced', { exact: true }).click();

  const notice = mailbox
    .items('inbox')
    .find(({ messageClass }) => messageClass.startsWith('REPORT'));
  mailbox.update(notice?.id ?? '', { folderId: 'deleteditems' });
  const opened = context.waitForEvent('page');
  await pane.getByRole('button', { name: 'Open in Outlook' }).click();
  await expect((await opened).locator('.message')).toContainText('Undeliverable: Our offer');
});

test('a busy server is asked again when it said, and the pane says when that is', async ({
  context,
  sandbox,
}) => {
  const page = await openOwnServer(context);
  const pane = await connectOutlook(page, oldMail);
  sandbox.serverEws.faults.next({ response: serverBusy(20 * 60_000) });
  await pane.getByRole('button', { name: 'Look now' }).first().click();
  await expect(pane.getByText(/asks to wait until/)).toBeVisible();
  const asked = sandbox.serverEws.log.count();
  await pane.getByRole('button', { name: 'Look now' }).first().click();
  await expect(pane.getByText(/asks to wait until/)).toBeVisible();
  expect(sandbox.serverEws.log.count()).toBe(asked);
});

test('a mailbox that has moved to Exchange Online says so in words', async ({
  context,
  sandbox,
}) => {
  const page = await openOwnServer(context);
  const pane = await connectOutlook(page, oldMail);
  sandbox.exchange.server.setCondition(omar, 'moved');
  await pane.getByRole('button', { name: 'Look now' }).first().click();
  await expect(pane.getByText(/moved to Exchange Online/)).toBeVisible();
});

test('an admin who switched EWS off is named as who can allow it', async ({ context, sandbox }) => {
  const page = await openOwnServer(context);
  const pane = await connectOutlook(page, oldMail);
  const off = new EwsFault('ErrorAccessDenied', 'EWS is disabled for this mailbox.');
  sandbox.serverEws.faults.next({ response: off, times: 9 });
  await pane.getByRole('button', { name: 'Look now' }).first().click();
  await expect(pane.getByText(/your admin can allow them/)).toBeVisible();
});
