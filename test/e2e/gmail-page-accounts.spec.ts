import { expect, type Page } from '@playwright/test';
import { chooseFrom, openDelegated } from '@postrider/sandbox/driver/gmail-accounts';
import { openCompose, openGmail, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import { openThread, reply } from '@postrider/sandbox/driver/gmail-windows';

import { accountOf, mailsWith, test, textOf } from '../support/gmail-page-test.ts';

const mail = { to: ['kim@globex.example'], subject: 'Hello from us', body: 'Hello' };
const alias = { address: 'ana@trade.example', name: 'Ana at the fair' };
const outside = {
  address: 'ana@elsewhere.example',
  name: 'Ana elsewhere',
  smtpMsa: { host: 'smtp.elsewhere.example', port: 587, securityMode: 'starttls' },
} as const;

/** The address that Gmail's own table of values names, which is where extensions read it. */
function addressShown(page: Page): Promise<unknown> {
  return page.evaluate('window.GLOBALS[10]');
}

test('a delegated mailbox is the other’s: its name, its list, its Sent', async ({
  sandbox,
  context,
}) => {
  const page = await openDelegated(context, 'sales@acme.example');
  expect(new URL(page.url()).pathname).toMatch(/^\/mail\/u\/0\/d\/AEoRXRT[\w-]{43}\/$/);
  expect(await addressShown(page)).toBe('sales@acme.example');
  await expect(page.getByText('Your inbox is empty.')).toBeVisible();

  const compose = await openCompose(page);
  await writeMail(compose, mail);
  await sendMail(compose);
  const sales = accountOf(sandbox, 'sales@acme.example');
  expect(textOf(mailsWith(sales, 'SENT', mail.subject)[0])).toContain(
    'From: Acme Sales <sales@acme.example>',
  );
  expect(mailsWith(accountOf(sandbox), 'SENT', mail.subject)).toEqual([]);
  const syncs = sandbox.requests.filter(({ path }) => path.startsWith('/sync/'));
  expect(syncs.every(({ path }) => path.startsWith('/sync/u/0/d/'))).toBe(true);
});

test('a delegation that is gone opens one’s own mailbox', async ({ context }) => {
  const page = await openGmail(context, 0);
  await page.goto('https://mail.google.com/mail/u/0/d/AEoRXRTgone/#inbox');
  await expect(page).toHaveURL('https://mail.google.com/mail/u/0/#inbox');
});

test('/u/1 is the other account, and each knows only its own mail', async ({
  sandbox,
  context,
}) => {
  const page = await openGmail(context, 1);
  expect(await addressShown(page)).toBe('ben@acme.example');
  const compose = await openCompose(page);
  await writeMail(compose, mail);
  await sendMail(compose);
  expect(mailsWith(accountOf(sandbox, 'ben@acme.example'), 'SENT', mail.subject)).toHaveLength(1);
  expect(mailsWith(accountOf(sandbox), 'SENT', mail.subject)).toEqual([]);
});

test('without an alias there is no From line; with one it can be chosen', async ({
  sandbox,
  context,
}) => {
  const page = await openGmail(context);
  const plain = await openCompose(page);
  await expect(plain.getByRole('button', { name: 'From', exact: true })).toHaveCount(0);
  await expect(plain.locator('input[name=from]')).toHaveValue('');

  sandbox.google.addAlias('ana@acme.example', alias);
  await page.reload();
  const compose = await openCompose(page);
  await expect(compose.locator('input[name=from]')).toHaveValue('ana@acme.example');
  await writeMail(compose, mail);
  await chooseFrom(compose, alias.address);
  await expect(compose.locator('input[name=from]')).toHaveValue(alias.address);
  await sendMail(compose);
  const sent = mailsWith(accountOf(sandbox), 'SENT', mail.subject)[0];
  expect(textOf(sent)).toContain('From: Ana at the fair <ana@trade.example>');
  await expect
    .poll(() => mailsWith(accountOf(sandbox, 'kim@globex.example'), 'INBOX', mail.subject).length)
    .toBe(1);
  expect(sandbox.google.relayed()).toEqual([]);
});

test('an alias with a server of its own does not leave by Gmail, and stands in Sent', async ({
  sandbox,
  context,
}) => {
  sandbox.google.addAlias('ana@acme.example', outside);
  const compose = await openCompose(await openGmail(context));
  await writeMail(compose, mail);
  await chooseFrom(compose, outside.address);
  await sendMail(compose);
  await expect.poll(() => sandbox.google.relayed()).toHaveLength(1);
  const sent = mailsWith(accountOf(sandbox), 'SENT', mail.subject)[0];
  expect(sandbox.google.relayed()[0]).toMatchObject({
    host: outside.smtpMsa.host,
    messageId: sent?.messageId,
  });
  expect(sandbox.postOffice.letters()).toEqual([]);

  const token = sandbox.google.issueToken('ana@acme.example');
  const answer = await sandbox.google.gmailApi(
    new Request('https://gmail.googleapis.com/gmail/v1/users/me/settings/sendAs', {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  expect(await answer.json()).toMatchObject({
    sendAs: [
      { sendAsEmail: 'ana@acme.example', isPrimary: true },
      { sendAsEmail: outside.address, smtpMsa: outside.smtpMsa },
    ],
  });
});

test('a mail to an alias is answered from the alias', async ({ sandbox, context }) => {
  sandbox.google.addAlias('ana@acme.example', alias);
  accountOf(sandbox).deposit(
    Buffer.from(
      `From: kim@globex.example\r\nTo: ${alias.address}\r\nSubject: At the fair\r\nMessage-ID: <fair@globex.example>\r\n\r\nHello\r\n`,
    ),
    { labelIds: ['INBOX', 'UNREAD'] },
  );
  const page = await openGmail(context);
  await openThread(page, 'At the fair');
  const form = await reply(page);
  await expect(form.locator('input[name=from]')).toHaveValue(alias.address);
});
