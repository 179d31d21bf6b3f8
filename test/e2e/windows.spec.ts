import { expect, type Locator, type Page } from '@playwright/test';
import { openCompose, sendMail, undoSend, writeMail } from '@postrider/sandbox/driver/gmail-page';
import {
  forward,
  fullScreen,
  minimise,
  openThread,
  popOut,
  popOutReply,
  reply,
  replyAll,
} from '@postrider/sandbox/driver/gmail-windows';

import { test } from '../support/e2e.ts';
import { stripOf } from '../support/rep.ts';
import { lookLater, settledMs } from '../support/time-travel.ts';
import { feedOf } from '../support/worker-words.ts';

/** A mail of Kim's to Ana and Ben, in a thread of its own. */
function asking(subject: string): Buffer {
  const id = subject.replaceAll(' ', '-');
  return Buffer.from(
    `From: Kim Lee <kim@globex.example>\r\nTo: ana@acme.example, Ben <ben@acme.example>\r\nSubject: ${subject}\r\nMessage-ID: <${id}@globex.example>\r\n\r\nWho comes?\r\n`,
  );
}

async function hasStrip(form: Locator): Promise<void> {
  await expect(stripOf(form).getByRole('switch')).toBeVisible();
}

async function backToInbox(gmail: Page): Promise<void> {
  await gmail.evaluate(() => {
    location.hash = '#inbox';
  });
}

test('what every kind of window sends is followed, each with its strip', async ({
  rep,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const ana = sandbox.google.accounts.get('ana@acme.example');
  for (const subject of ['To one', 'To all', 'To another']) {
    ana?.deposit(asking(subject), { labelIds: ['INBOX'] });
  }
  const panel = await rep.connect();
  const gmail = await rep.openGmail();

  await openThread(gmail, 'To one');
  const inline = await reply(gmail);
  await hasStrip(inline);
  await inline.getByRole('textbox', { name: 'Message Body' }).pressSequentially('Me.');
  await sendMail(inline);

  await backToInbox(gmail);
  await openThread(gmail, 'To all');
  const all = await replyAll(gmail);
  await hasStrip(all);
  await all.getByRole('textbox', { name: 'Message Body' }).pressSequentially('All of us.');
  const popped = await popOutReply(all);
  await hasStrip(popped);
  await sendMail(popped);

  await backToInbox(gmail);
  await openThread(gmail, 'To another');
  const forwarded = await forward(gmail);
  await hasStrip(forwarded);
  const to = forwarded.getByRole('combobox', { name: 'To recipients' });
  await to.fill('maya@soylent.example');
  await to.press('Enter');
  await sendMail(forwarded);

  await backToInbox(gmail);
  const first = await openCompose(gmail);
  await writeMail(first, { to: ['kim@globex.example'], subject: 'The first', body: 'Hello' });
  await hasStrip(first);
  await minimise(first);
  const second = await openCompose(gmail);
  await writeMail(second, { to: ['dana@initech.example'], subject: 'The second', body: 'Hello' });
  await fullScreen(second);
  const large = gmail.locator('.aSs .aSt [role=dialog]');
  await hasStrip(large);
  await sendMail(large);
  await minimise(first);
  const alone = await popOut(first);
  const form = alone.getByRole('dialog');
  await hasStrip(form);
  const closed = alone.waitForEvent('close');
  await sendMail(form);
  await closed;

  await lookLater(panel, settledMs);
  const sent = async () => (await feedOf(panel)).filter(({ kind }) => kind === 'sent');
  await expect.poll(async () => (await sent()).length).toBe(ana?.messages('SENT').length);
  expect((await sent()).map(({ subject }) => subject).toSorted()).toEqual([
    'Fwd: To another',
    'Re: To all',
    'Re: To one',
    'The first',
    'The second',
  ]);
});

test('Undo in an inline reply leaves nothing, and the reply counts once', async ({
  rep,
  sandbox,
}) => {
  sandbox.switches.undoMs = 20_000;
  sandbox.google.accounts
    .get('ana@acme.example')
    ?.deposit(asking('To one'), { labelIds: ['INBOX'] });
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  await openThread(gmail, 'To one');
  const form = await reply(gmail);
  await hasStrip(form);
  await form.getByRole('textbox', { name: 'Message Body' }).pressSequentially('Me.');
  await sendMail(form);
  const reopened = await undoSend(gmail);
  await hasStrip(reopened);
  sandbox.switches.undoMs = 500;
  await sendMail(reopened);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toHaveLength(1);
});
