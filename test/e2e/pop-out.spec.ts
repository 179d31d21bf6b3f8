import { expect, type Page } from '@playwright/test';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import { popOut } from '@postrider/sandbox/driver/gmail-windows';
import { without } from '@postrider/sandbox/page-ablations';

import { test } from '../support/e2e.ts';
import { type Rep, stripOf, tellWorker } from '../support/rep.ts';
import { lookLater, settledMs } from '../support/time-travel.ts';
import { feedOf } from '../support/worker-words.ts';

const kim = 'kim@globex.example';
const dana = 'dana@initech.example';
const mail = { to: [kim, dana], subject: 'Pricing', body: 'Hello' };

/** A mail that is written in the mailbox's page and goes on in a window of its own. */
async function popOutMail(rep: Rep): Promise<Page> {
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  return popOut(compose);
}

test('in a window of its own the strip stands, and a suppressed address is refused and taken out', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  await tellWorker(panel, 'suppress', { address: dana, why: '' });
  const alone = await popOutMail(rep);
  const form = alone.getByRole('dialog');
  const strip = stripOf(form);
  await expect(strip.getByRole('switch')).toBeChecked();
  await expect(strip.getByRole('status')).toContainText('left in 24 h');

  await form.getByRole('button', { name: /^Send/ }).first().click();
  await expect(strip.getByRole('alert')).toContainText(`Not sent. ${dana} is suppressed`);
  await expect(strip.getByRole('button', { name: 'Remove' })).toBeFocused();
  await form.getByRole('textbox', { name: 'Subject' }).press('ControlOrMeta+Enter');
  await expect(strip.getByRole('alert')).toBeVisible();
  const menu = form.getByRole('button', { name: 'More send options' });
  await menu.click();
  await form.getByRole('menuitem', { name: 'Schedule send' }).first().click();
  await expect(alone.getByRole('alertdialog')).toHaveCount(0);
  await menu.press('Enter');
  expect(sandbox.google.accounts.get('ana@acme.example')?.messages('SENT')).toEqual([]);

  await strip.getByRole('button', { name: 'Remove' }).click();
  await expect(strip.getByRole('alert')).toBeHidden();
  const closed = alone.waitForEvent('close');
  await sendMail(form);
  await closed;
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toMatchObject([{ kind: 'sent', subject: 'Pricing' }]);
  const [sent] = sandbox.google.accounts.get('ana@acme.example')?.messages('SENT') ?? [];
  expect(sent?.raw.toString()).not.toContain(dana);
});

test('sent anyway from a window of its own, it leaves; switched off, it is not followed', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const alone = await popOutMail(rep);
  const form = alone.getByRole('dialog');
  const strip = stripOf(form);
  await strip.getByRole('switch').click();
  await expect(strip.getByRole('status')).toContainText('Not in feed');
  await tellWorker(panel, 'suppress', { address: dana, why: '' });
  await form.getByRole('button', { name: /^Send/ }).first().click();
  await strip.getByRole('button', { name: 'Send anyway' }).click();
  await strip.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
  await lookLater(panel, settledMs);
  expect(await feedOf(panel)).toEqual([]);
});

test('a window of its own that is not recognised sends as ever, and says that Postrider rests', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  await tellWorker(panel, 'suppress', { address: dana, why: '' });
  sandbox.setPageVariant(without('send-button-role'));
  const alone = await popOut(compose);
  const form = alone.getByRole('dialog');
  await expect(form.getByText(/^Postrider is resting/)).toBeVisible({ timeout: 30_000 });
  await expect(stripOf(form)).toHaveCount(0);
  await form.getByRole('textbox', { name: 'Subject' }).press('ControlOrMeta+Enter');
  await expect.poll(() => sandbox.postOffice.letters().length).toBeGreaterThan(0);
});
