import { expect } from '@playwright/test';
import { openCompose, openGmail, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import {
  forward,
  fullScreen,
  minimise,
  openThread,
  popOut,
  popOutReply,
  replyAll,
} from '@postrider/sandbox/driver/gmail-windows';

import { accountOf, mailsWith, test, textOf } from '../support/gmail-page-test.ts';

const mail = { to: ['kim@globex.example'], subject: 'In a window', body: 'Hello' };
const asked = 'Three of us';

const toSeveral = Buffer.from(
  `From: Kim Lee <kim@globex.example>\r\nTo: ana@acme.example, Ben <ben@acme.example>\r\nCc: Dana <dana@initech.example>\r\nSubject: ${asked}\r\nMessage-ID: <three@globex.example>\r\n\r\nWho comes?\r\n`,
);

test('reply all answers everybody but oneself', async ({ sandbox, context }) => {
  accountOf(sandbox).deposit(toSeveral, { labelIds: ['INBOX', 'UNREAD'] });
  const page = await openGmail(context);
  await openThread(page, asked);
  const form = await replyAll(page);
  await form.getByRole('textbox', { name: 'Message Body' }).pressSequentially('All of us.');
  await sendMail(form);
  const sent = textOf(mailsWith(accountOf(sandbox), 'SENT', `Re: ${asked}`)[0]);
  expect(sent).toMatch(/^To: Kim Lee <kim@globex\.example>, Ben <ben@acme\.example>\r$/m);
  expect(sent).toMatch(/^Cc: Dana <dana@initech\.example>\r$/m);
  expect(sent).toContain('In-Reply-To: <three@globex.example>');
});

test('a forward goes to somebody new and stays in its thread', async ({ sandbox, context }) => {
  const asking = accountOf(sandbox).deposit(toSeveral, { labelIds: ['INBOX', 'UNREAD'] });
  const page = await openGmail(context);
  await openThread(page, asked);
  const form = await forward(page);
  await expect(form.locator('.Un.J-JN-M-I .mI')).toHaveCount(1);
  const to = form.getByRole('combobox', { name: 'To recipients' });
  await to.fill('maya@soylent.example');
  await to.press('Enter');
  await sendMail(form);
  const sent = mailsWith(accountOf(sandbox), 'SENT', `Fwd: ${asked}`)[0];
  expect(sent?.threadId).toBe(asking.threadId);
  expect(textOf(sent)).toContain('Forwarded message');
});

test('a reply can be popped out of its thread, and keeps its draft', async ({
  sandbox,
  context,
}) => {
  accountOf(sandbox).deposit(toSeveral, { labelIds: ['INBOX'] });
  const page = await openGmail(context);
  await openThread(page, asked);
  const form = await replyAll(page);
  await form.getByRole('textbox', { name: 'Message Body' }).pressSequentially('Begun below.');
  const key = await form.locator('input[name=draft]').inputValue();
  const compose = await popOutReply(form);
  await expect(compose.locator('input[name=draft]')).toHaveValue(key);
  await expect(compose.locator('.HQ')).toHaveCount(1);
  await expect(form).toHaveCount(0);
  await sendMail(compose);
  expect(mailsWith(accountOf(sandbox), 'SENT', `Re: ${asked}`)).toHaveLength(1);
  expect(mailsWith(accountOf(sandbox), 'DRAFT', `Re: ${asked}`)).toEqual([]);
});

test('a window of its own goes on with the same draft and sends it', async ({
  sandbox,
  context,
}) => {
  const page = await openGmail(context);
  const compose = await openCompose(page);
  await writeMail(compose, mail);
  const key = await compose.locator('input[name=draft]').inputValue();
  const window = await popOut(compose);
  await expect(compose).toHaveCount(0);
  expect(new URL(window.url()).pathname).toBe('/mail/u/0/popout');
  const alone = window.getByRole('dialog');
  await expect(alone.locator('input[name=draft]')).toHaveValue(key);
  await expect(alone.getByRole('textbox', { name: 'Message Body' })).toHaveText(mail.body);
  const closed = window.waitForEvent('close');
  await sendMail(alone);
  await closed;
  expect(mailsWith(accountOf(sandbox), 'SENT', mail.subject)).toHaveLength(1);
  expect(mailsWith(accountOf(sandbox), 'DRAFT', mail.subject)).toEqual([]);
});

test('several windows at once, full screen, minimised: each keeps its own mail', async ({
  sandbox,
  context,
}) => {
  const page = await openGmail(context);
  const first = await openCompose(page);
  await writeMail(first, { ...mail, subject: 'The first' });
  await minimise(first);
  await expect(first.locator('form')).toBeHidden();
  const second = await openCompose(page);
  await writeMail(second, { ...mail, subject: 'The second' });
  await fullScreen(second);
  const large = page.locator('.aSs .aSt [role=dialog]');
  await expect(large.locator('input[name=subjectbox]')).toHaveValue('The second');
  await sendMail(large);
  await minimise(first);
  await sendMail(first);
  const sent = accountOf(sandbox).messages('SENT').slice(0, 2).map(textOf);
  expect(sent[0]).toContain('Subject: The first');
  expect(sent[1]).toContain('Subject: The second');
});

for (const composeOpens of ['minimised', 'full screen'] as const) {
  test.describe(`where compose opens ${composeOpens}`, () => {
    test.use({ sandboxOptions: { switches: { undoMs: 300 }, settings: { composeOpens } } });

    test(`a mail is written and sent (${composeOpens})`, async ({ sandbox, context }) => {
      const page = await openGmail(context);
      await page.locator('[gh=cm]').click();
      const compose = page.getByRole('dialog');
      if (composeOpens === 'minimised') {
        await expect(compose.locator('form')).toBeHidden();
        await minimise(compose);
      } else {
        await expect(page.locator('.aSs .aSt [role=dialog]')).toBeVisible();
      }
      await writeMail(compose, mail);
      await sendMail(compose);
      expect(mailsWith(accountOf(sandbox), 'SENT', mail.subject)).toHaveLength(1);
    });
  });
}
