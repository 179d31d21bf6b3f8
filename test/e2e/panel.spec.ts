import { expect } from '@playwright/test';
import { extensionWorker } from '@postrider/sandbox/driver/extension';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';
import { lookUntil } from '../support/time-travel.ts';

const mail = { to: ['j.doe@initech.example'], subject: 'Pricing for 2027', body: 'Hello' };

test('an entry opens its mail in the tab that shows the mailbox, or in a new one', async ({
  rep,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  await sendMail(compose);
  const bounced = (await lookUntil(panel, 2)).find(({ kind }) => kind === 'bounced');
  const place = `https://mail.google.com/mail/u/0/#all/${bounced?.threadId}`;
  await panel.getByRole('button', { name: /j\.doe@initech\.example.* bounced/ }).click();
  const open = panel.getByRole('button', { name: 'Open in Gmail' }).first();

  await open.click();
  await expect(gmail).toHaveURL(place);
  await expect(gmail.getByRole('heading', { name: mail.subject })).toBeVisible();

  await gmail.close();
  const opened = rep.context.waitForEvent('page');
  await open.click();
  await expect(await opened).toHaveURL(place);
});

test('the toolbar button counts the bounces that came while the panel was closed', async ({
  rep,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  await panel.close();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  await sendMail(compose);
  const worker = await extensionWorker(rep.context);
  const badge = () => worker.evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(badge, { timeout: 60_000 }).toBe('1');
  await rep.openPanel();
  await expect.poll(badge).toBe('');
});

test('a grant that was taken back shows on the toolbar button', async ({ rep, sandbox }) => {
  const panel = await rep.connect();
  sandbox.google.revoke('ana@acme.example');
  await panel.getByRole('button', { name: 'Look now' }).first().click();
  const worker = await extensionWorker(rep.context);
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('!');
});
