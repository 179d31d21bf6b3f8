import { expect } from '@playwright/test';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';
import { stripOf, tellWorker } from '../support/rep.ts';
import { lookLater, settledMs } from '../support/time-travel.ts';
import { decisionsOf, feedOf } from '../support/worker-words.ts';

const kim = 'kim@globex.example';
const dana = 'dana@initech.example';
const mail = { to: [kim, dana], subject: 'Pricing', body: 'Hello' };

test('a suppressed address is refused at Send, and taken out by one press', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  await tellWorker(panel, 'suppress', { address: dana, why: '' });
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  await gmail.keyboard.press('ControlOrMeta+Enter');
  const strip = stripOf(compose);
  await expect(strip.getByRole('alert')).toContainText(`Not sent. ${dana} is suppressed`);
  await expect(strip.getByRole('button', { name: 'Remove' })).toBeFocused();
  expect(sandbox.google.accounts.get('ana@acme.example')?.messages('SENT')).toEqual([]);

  await gmail.keyboard.press('Enter');
  await expect(strip.getByRole('alert')).toBeHidden();
  await sendMail(compose);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toHaveLength(1);
  const [sent] = sandbox.google.accounts.get('ana@acme.example')?.messages('SENT') ?? [];
  expect(sent?.raw.toString()).toContain(kim);
  expect(sent?.raw.toString()).not.toContain(dana);
});

test('sent anyway, it leaves, and the address is off the list', async ({ rep, sandbox }) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  // Word of it reaches a window that is open already.
  await tellWorker(panel, 'suppress', { address: dana, why: '' });
  await writeMail(compose, mail);
  await compose.getByRole('button', { name: /^Send/ }).first().click();
  const strip = stripOf(compose);
  await expect(strip.getByRole('alert')).toContainText(dana);
  await strip.getByRole('button', { name: 'Send anyway' }).click();
  const why = strip.getByRole('textbox', { name: 'Why, if you like' });
  await expect(why).toBeFocused();
  await gmail.keyboard.type('She rang me');
  await gmail.keyboard.press('Enter');
  await expect.poll(() => sandbox.postOffice.letters().length).toBeGreaterThan(0);
  expect(await tellWorker(panel, 'suppressions')).toEqual({ kind: 'ok', value: [] });
  expect(await decisionsOf(panel)).toMatchObject([
    { kind: 'suppress', address: dana },
    { kind: 'unsuppress', address: dana, why: 'She rang me' },
  ]);
});

test('a worker that knows nothing stops no mail', async ({ rep, sandbox }) => {
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  await sendMail(compose);
  await expect.poll(() => sandbox.postOffice.letters().length).toBeGreaterThan(0);
});
