import { expect, type Frame } from '@playwright/test';
import { openOutlook, openOwnServer } from '@postrider/sandbox/driver/outlook-page';
import type { ExchangeMailbox } from '@postrider/sandbox/exchange-mailbox';

import { type OutlookSandbox, test } from '../support/outlook-e2e.ts';
import { delivered, heldIn, leaveDraft, prepareGroupMail } from '../support/outlook-group-mail.ts';
import { connectedPane, eva, lookNow, named, paneOf } from '../support/outlook-pane.ts';
import { connectOutlook, openFeed } from '../support/outlook-rep.ts';

const omar = 'omar@woodgrove.example';
const minuteMs = 60_000;
const subject = 'Offer for {{first_name|you}}';
const body = 'Hello {{first_name|there}}, here it is.';

const list = [
  'email,first_name',
  'ann@initech.example,Ann',
  'bob@initech.example,Bob',
  'cem@initech.example,',
  'not an address,Xavier',
  'kim@initech.example,Kim',
  'dan@initech.example,Dan',
  'eve@initech.example,Eve',
  'fay@initech.example,Fay',
].join('\n');

/** The six of the list who can be written to, as each is to read it. */
const expected = [
  { to: 'ann@initech.example', subject: 'Offer for Ann', text: 'Hello Ann, here it is.' },
  { to: 'bob@initech.example', subject: 'Offer for Bob', text: 'Hello Bob, here it is.' },
  { to: 'cem@initech.example', subject: 'Offer for you', text: 'Hello there, here it is.' },
  { to: 'dan@initech.example', subject: 'Offer for Dan', text: 'Hello Dan, here it is.' },
  { to: 'eve@initech.example', subject: 'Offer for Eve', text: 'Hello Eve, here it is.' },
  { to: 'fay@initech.example', subject: 'Offer for Fay', text: 'Hello Fay, here it is.' },
];

// Two a minute: the first two leave at once, the others are held.
test.use({ policy: { groupMail: { perMinute: 2 } } });

function mailboxOf({ exchange }: OutlookSandbox, rep = eva): ExchangeMailbox {
  const mailbox = exchange.online.mailbox(rep) ?? exchange.server.mailbox(rep);
  if (mailbox === undefined) throw new Error(`${rep} has no mailbox.`);
  return mailbox;
}

/** Suppresses Kim by hand. */
async function suppressKim(pane: Frame): Promise<void> {
  await pane.getByRole('button', { name: `Account ${eva}: Connected` }).click();
  await named(pane, 'Suppressed addresses').click();
  await named(pane, 'Add an address').click();
  await pane.getByLabel('Address', { exact: true }).fill('kim@initech.example');
  await named(pane, 'Suppress').click();
  await expect(pane.getByText('kim@initech.example').first()).toBeVisible();
}

/** The first minute's two have left, and as many of the others are held. */
async function untilHanded(
  sandbox: OutlookSandbox,
  mailbox: ExchangeMailbox,
  held: number,
): Promise<void> {
  await expect
    .poll(async () => [(await delivered(sandbox, mailbox.address)).length, heldIn(mailbox).length])
    .toEqual([2, held]);
}

/** Exchange sends what has become due, minute by minute. */
async function passMinutes(sandbox: OutlookSandbox, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await sandbox.exchange.online.advance(minuteMs);
    await sandbox.exchange.server.advance(minuteMs);
  }
}

test('a group mail is checked, forecast and handed over, and leaves with Outlook closed', async ({
  context,
  sandbox,
}) => {
  const mailbox = mailboxOf(sandbox);
  const page = await openOutlook(context);
  await suppressKim(await connectedPane(page));
  await leaveDraft(page, subject, body);
  const pane = await paneOf(page);
  await prepareGroupMail(pane, subject, list);
  await expect(pane.getByText('6 people', { exact: true })).toBeVisible();
  await expect(pane.getByText('2 rows are left out')).toBeVisible();
  await expect(pane.getByText('Hello Ann, here it is.')).toBeVisible();
  await expect(pane.getByText(/All 6 go today by/)).toBeVisible();
  await expect(pane.getByText(/can be stopped only while this pane is open/)).toBeVisible();
  const startedAt = Date.now();
  await named(pane, 'Send to 6 people').click();

  await untilHanded(sandbox, mailbox, 4);
  const minutes = heldIn(mailbox).map(({ heldUntil }) =>
    Math.floor(((heldUntil ?? 0) - startedAt) / minuteMs),
  );
  expect(minutes).toEqual([1, 1, 2, 2]);
  // The list of single mails beside the feed names none of them.
  await pane.getByRole('tab', { name: 'Feed' }).click();
  await expect(pane.getByText('Looked at')).toBeVisible();
  await expect(pane.getByText(/waits? at Exchange/)).toBeHidden();

  await page.close();
  await passMinutes(sandbox, 4);
  expect(await delivered(sandbox, eva)).toEqual(expected);

  const again = await paneOf(await openOutlook(context));
  await lookNow(again);
  await again.getByRole('tab', { name: 'Queue' }).click();
  await expect(again.getByText('6 of 6 sent')).toBeVisible();
  expect(await delivered(sandbox, eva)).toHaveLength(6);
});

test('cancelling takes back what Exchange holds', async ({ context, sandbox }) => {
  const mailbox = mailboxOf(sandbox);
  const page = await openOutlook(context);
  await connectedPane(page);
  await leaveDraft(page, subject, body);
  const pane = await paneOf(page);
  await prepareGroupMail(pane, subject, list);
  await named(pane, 'Send to 7 people').click();
  await untilHanded(sandbox, mailbox, 5);
  await named(pane, 'Cancel').click();
  await named(pane, 'Cancel the rest').click();
  await expect.poll(() => heldIn(mailbox)).toEqual([]);
  await expect(pane.getByText('Cancelled. What had not left will not leave.')).toBeVisible();
  // Neither a mail nor the lease nor the list lies among the drafts any more.
  await expect
    .poll(() =>
      mailbox.items('drafts').map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw.toString())?.[1]),
    )
    .toEqual([subject]);
  await passMinutes(sandbox, 10);
  expect((await delivered(sandbox, eva)).map(({ to }) => to)).toEqual([
    'ann@initech.example',
    'bob@initech.example',
  ]);
});

test('what Exchange held back for its limit waits again, and nothing is tried before its time', async ({
  context,
  sandbox,
}) => {
  const { online } = sandbox.exchange;
  const page = await openOutlook(context);
  await connectedPane(page);
  await leaveDraft(page, subject, body);
  const pane = await paneOf(page);
  await prepareGroupMail(pane, subject, 'bob@initech.example\nann@initech.example');
  online.switches.recipientQuota = 'notice';
  online.limits.recipientsPerDay = 1;
  await named(pane, 'Send to 2 people').click();
  await expect
    .poll(() =>
      online
        .mailbox(eva)
        ?.items('inbox')
        .some(({ raw }) => raw.includes('5.1.90')),
    )
    .toBe(true);
  await pane.getByRole('tab', { name: 'Feed' }).click();
  await lookNow(pane);
  online.limits.recipientsPerDay = 10_000;
  await pane.getByRole('tab', { name: 'Queue' }).click();
  await expect(pane.getByText(/^Microsoft has stopped sending until/)).toBeVisible();
  await expect(pane.getByText(/^1 of 2 sent/)).toBeVisible();
  await pane.getByRole('tab', { name: 'Feed' }).click();
  await lookNow(pane);
  await passMinutes(sandbox, 5);
  expect((await delivered(sandbox, eva)).map(({ to }) => to)).toEqual(['bob@initech.example']);
});

test('on a company’s own server a group mail leaves with Outlook closed, too', async ({
  context,
  sandbox,
}) => {
  const mailbox = mailboxOf(sandbox, omar);
  const page = await openOwnServer(context);
  await connectOutlook(page, 'Offer 2214');
  await leaveDraft(page, subject, body);
  const pane = await openFeed(page, 'Offer 2214');
  await prepareGroupMail(pane, subject, list.replace('kim@initech.example,Kim\n', ''));
  await named(pane, 'Send to 6 people').click();
  await untilHanded(sandbox, mailbox, 4);
  await page.close();
  await passMinutes(sandbox, 4);
  expect(await delivered(sandbox, omar)).toEqual(expected);
});
