import { expect } from '@playwright/test';
import type { Account } from '@postrider/sandbox/accounts';
import {
  closeCompose,
  openCompose,
  openGmail,
  sendMail,
  undoSend,
  writeMail,
} from '@postrider/sandbox/driver/gmail-page';

import { accountOf as account, mailsWith, test } from '../support/gmail-page-test.ts';

const mail = {
  to: ['ben@acme.example'],
  subject: 'Notes for Thursday',
  body: 'Three points, see below.',
};

function withSubject(of: Account, label: string, subject = mail.subject) {
  return mailsWith(of, label, subject);
}

test('a mail is saved as a draft while it is written', async ({ sandbox, context }) => {
  const ana = account(sandbox, 'ana@acme.example');
  const compose = await openCompose(await openGmail(context));
  await writeMail(compose, { ...mail, cc: ['Kim Lee <kim@globex.example>'] });
  await expect.poll(() => withSubject(ana, 'DRAFT')[0]?.raw.toString() ?? '').toContain(mail.body);
  const draft = withSubject(ana, 'DRAFT')[0]?.raw.toString();
  expect(draft).toMatch(/^To: ben@acme\.example\r$/m);
  expect(draft).toMatch(/^Cc: Kim Lee <kim@globex\.example>\r$/m);
  expect(withSubject(ana, 'DRAFT')).toHaveLength(1);
});

test('a mail that is sent reaches the other account', async ({ sandbox, context }) => {
  const ana = account(sandbox, 'ana@acme.example');
  const ben = account(sandbox, 'ben@acme.example');
  const compose = await openCompose(await openGmail(context));
  await writeMail(compose, mail);
  await sendMail(compose);
  await expect.poll(() => withSubject(ben, 'INBOX')).toHaveLength(1);
  expect(withSubject(ana, 'SENT')[0]?.messageId).toBe(withSubject(ben, 'INBOX')[0]?.messageId);
  expect(withSubject(ana, 'DRAFT')).toEqual([]);
});

test('Ctrl+Enter sends, and Sent shows the mail', async ({ context }) => {
  const page = await openGmail(context);
  await writeMail(await openCompose(page), mail);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'View message' }).click();
  await expect(page.getByRole('heading', { name: mail.subject })).toBeVisible();
});

test.describe('while Undo is open', () => {
  test.use({ sandboxOptions: { switches: { undoMs: 20_000 } } });

  test('Undo takes a mail back and leaves the draft in its window', async ({
    sandbox,
    context,
  }) => {
    const ana = account(sandbox, 'ana@acme.example');
    const page = await openGmail(context);
    const compose = await openCompose(page);
    const key = await compose.locator('input[name=draft]').inputValue();
    await writeMail(compose, mail);
    await sendMail(compose);
    const reopened = await undoSend(page);
    await expect(reopened.locator('input[name=draft]')).toHaveValue(key);
    await expect(reopened.locator('input[name=subjectbox]')).toHaveValue(mail.subject);
    await expect(reopened.getByRole('textbox', { name: 'Message Body' })).toHaveText(mail.body);
    expect(withSubject(ana, 'SENT')).toEqual([]);
    expect(withSubject(ana, 'DRAFT')).toHaveLength(1);
  });

  test('what was taken back never arrives', async ({ sandbox, context }) => {
    const ben = account(sandbox, 'ben@acme.example');
    const page = await openGmail(context);
    sandbox.switches.undoMs = 1000;
    await writeMail(await openCompose(page), mail);
    await sendMail(page.locator('[role=dialog]'));
    await closeCompose(await undoSend(page));
    // Sent later with the same delay: once it is there, the first would have been.
    const second = await openCompose(page);
    await writeMail(second, { ...mail, subject: 'The second' });
    await sendMail(second);
    await expect.poll(() => withSubject(ben, 'INBOX', 'The second')).toHaveLength(1);
    expect(withSubject(ben, 'INBOX')).toEqual([]);
  });
});

test('a draft opens under its key and stays one draft', async ({ sandbox, context }) => {
  const ana = account(sandbox, 'ana@acme.example');
  const page = await openGmail(context);
  const compose = await openCompose(page);
  const key = await compose.locator('input[name=draft]').inputValue();
  await writeMail(compose, mail);
  await closeCompose(compose);
  await expect(compose).toHaveCount(0);
  await page.getByRole('link', { name: 'Drafts', exact: true }).click();
  await page.getByRole('row', { name: mail.subject }).click();
  await expect(compose.locator('input[name=draft]')).toHaveValue(key);
  const body = compose.getByRole('textbox', { name: 'Message Body' });
  await body.press('End');
  await body.pressSequentially(' And a fourth.');
  await expect
    .poll(() => withSubject(ana, 'DRAFT').map(({ raw }) => raw.includes('And a fourth.')))
    .toEqual([true]);
});

test('a reply stays in its thread', async ({ sandbox, context }) => {
  const ana = account(sandbox, 'ana@acme.example');
  const page = await openGmail(context);
  await page.getByRole('row', { name: 'A question about your pricing page' }).click();
  const asked = withSubject(ana, 'INBOX', 'A question about your pricing page')[0];
  await page.getByRole('link', { name: 'Reply', exact: true }).click();
  await page.getByRole('textbox', { name: 'Message Body' }).pressSequentially('It does.');
  await page.getByRole('button', { name: /^Send/ }).click();
  const subject = 'Re: A question about your pricing page';
  await expect.poll(() => withSubject(ana, 'SENT', subject)).toHaveLength(1);
  const answer = withSubject(ana, 'SENT', subject)[0];
  expect(answer?.threadId).toBe(asked?.threadId);
  expect(answer?.raw.toString().replaceAll('\r\n ', ' ')).toContain(
    `In-Reply-To: ${asked?.messageId}`,
  );
});

test('new mail shows by itself, and nothing in it runs', async ({ sandbox, context }) => {
  const ana = account(sandbox, 'ana@acme.example');
  const page = await openGmail(context);
  const hostile = '<script>parent.hit=1</script><img src=x onerror="parent.hit=1"><b>Bold</b>';
  ana.deposit(
    Buffer.from(
      `From: "<img src=x onerror=hit=1>" <x@evil.example>\r\nTo: ana@acme.example\r\nSubject: <img src=x onerror=hit=1>\r\nMessage-ID: <1@evil.example>\r\nContent-Type: text/html\r\n\r\n${hostile}`,
    ),
    { labelIds: ['INBOX', 'UNREAD'] },
  );
  await page.getByRole('row', { name: 'onerror=hit=1' }).click();
  await expect(page.frameLocator('iframe.a3s').getByText('Bold')).toBeVisible();
  await page.getByRole('link', { name: 'Forward' }).click();
  await expect(page.getByRole('textbox', { name: 'Message Body' })).toContainText('Bold');
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

test('a mail without a recipient is not sent', async ({ sandbox, context }) => {
  const ana = account(sandbox, 'ana@acme.example');
  const page = await openGmail(context);
  const compose = await openCompose(page);
  await writeMail(compose, { ...mail, to: [] });
  await compose.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByRole('alertdialog')).toContainText('at least one recipient');
  expect(withSubject(ana, 'SENT')).toEqual([]);
});
