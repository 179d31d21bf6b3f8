import { expect } from '@playwright/test';
import { giveConsent } from '@postrider/sandbox/driver/extension';
import { chooseFrom, openDelegated } from '@postrider/sandbox/driver/gmail-accounts';
import { openCompose, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';
import { stripOf } from '../support/rep.ts';
import { lookLater, settledMs } from '../support/time-travel.ts';
import { feedOf, statusOf } from '../support/worker-words.ts';

const mail = { to: ['kim@globex.example'], subject: 'Pricing', body: 'Hello' };
const outside = {
  address: 'ana@elsewhere.example',
  name: 'Ana elsewhere',
  smtpMsa: { host: 'smtp.elsewhere.example', port: 587, securityMode: 'starttls' },
} as const;
const alias = { address: 'ana@trade.example', name: 'Ana at the fair' };

test('in a delegated mailbox it rests, and in another account it names the one it follows', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const delegated = await openDelegated(rep.context, 'sales@acme.example');
  const theirs = await openCompose(delegated);
  await expect(stripOf(theirs).getByRole('status')).toContainText('was delegated to you');
  await expect(stripOf(theirs).getByRole('button')).toHaveCount(0);
  await writeMail(theirs, mail);
  await sendMail(theirs);

  const ben = await rep.openGmail(1);
  const bens = await rep.compose(ben);
  await expect(stripOf(bens).getByRole('status')).toContainText('ana@acme.example');
  await writeMail(bens, mail);
  await sendMail(bens);

  await expect.poll(() => sandbox.postOffice.letters().length).toBe(2);
  expect((await statusOf(panel)).leaving).toEqual([]);
  expect((await statusOf(panel)).connection).toMatchObject({ account: 'ana@acme.example' });
  await lookLater(panel, settledMs);
  expect(await feedOf(panel)).toEqual([]);
});

test('the account of the tab is offered, and takes the place of the other after the rep has agreed', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const anas = await rep.compose(await rep.openGmail());
  await writeMail(anas, mail);
  await sendMail(anas);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toHaveLength(1);

  const ben = await rep.openGmail(1);
  const compose = await rep.compose(ben);
  const strip = stripOf(compose);
  const offer = strip.getByRole('button', { name: 'Switch to ben@acme.example' });
  await offer.click();
  await expect(strip.getByRole('status')).toContainText('disconnect ana@acme.example?');
  await strip.getByRole('button', { name: 'Cancel' }).click();
  await offer.click();
  const agree = () => strip.getByRole('button', { name: 'Switch', exact: true }).click();
  await giveConsent(rep.context, 'ana@acme.example', agree);
  await expect(strip.getByRole('status')).toContainText('You chose ana@acme.example');
  expect((await statusOf(panel)).connection).toMatchObject({ account: 'ana@acme.example' });
  const asked = () => sandbox.requests.map(({ host, path }) => host + path);
  expect(asked()).not.toContain('oauth2.googleapis.com/revoke');

  await strip.getByRole('button', { name: 'Close' }).click();
  await offer.click();
  await giveConsent(rep.context, 'ben@acme.example', agree);
  await expect(strip.getByRole('switch')).toBeChecked();
  expect((await statusOf(panel)).connection).toMatchObject({ account: 'ben@acme.example' });
  expect(asked()).toContain('oauth2.googleapis.com/revoke');
  await writeMail(compose, { ...mail, subject: 'From Ben' });
  await sendMail(compose);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toMatchObject([{ subject: 'From Ben' }]);

  // What Ana's feed held is there again with her.
  const back = stripOf(await rep.compose(await rep.openGmail()));
  await back.getByRole('button', { name: 'Switch to ana@acme.example' }).click();
  await giveConsent(rep.context, 'ana@acme.example', () =>
    back.getByRole('button', { name: 'Switch', exact: true }).click(),
  );
  await expect(back.getByRole('switch')).toBeChecked();
  expect(await feedOf(panel)).toMatchObject([{ subject: 'Pricing' }]);
});

test('an alias with a server of its own is said beforehand and not followed; the other one is', async ({
  rep,
  sandbox,
}) => {
  sandbox.google.addAlias('ana@acme.example', outside);
  sandbox.google.addAlias('ana@acme.example', alias);
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  const strip = stripOf(compose);
  await writeMail(compose, mail);
  await chooseFrom(compose, outside.address);
  await expect(strip.getByRole('status')).toContainText('does not send through Gmail');
  await sendMail(compose);
  const second = await rep.compose(gmail);
  await writeMail(second, { ...mail, subject: 'From the fair' });
  await chooseFrom(second, alias.address);
  await expect(stripOf(second).getByRole('switch')).toBeVisible();
  await sendMail(second);

  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toMatchObject([{ subject: 'From the fair' }]);
  await expect.poll(() => sandbox.google.relayed()).toHaveLength(1);
});

test('a grant that was revoked is given anew from the strip by one press', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const strip = stripOf(await rep.compose(gmail));
  sandbox.google.revoke('ana@acme.example');
  await panel.getByRole('button', { name: 'Look now' }).first().click();
  const reconnect = strip.getByRole('button', { name: 'Reconnect' });
  await expect(reconnect).toBeVisible();
  await gmail.bringToFront();
  await giveConsent(rep.context, 'ana@acme.example', () => reconnect.click());
  await expect(strip.getByRole('switch')).toBeChecked();
  expect((await statusOf(panel)).connection).toMatchObject({ kind: 'connected' });
});
