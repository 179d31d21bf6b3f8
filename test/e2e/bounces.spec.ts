import { expect, type Page } from '@playwright/test';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import { forgedNotice } from '@postrider/sandbox/forgeries';

import { test } from '../support/e2e.ts';
import { tellWorker } from '../support/rep.ts';
import { lookUntil } from '../support/time-travel.ts';
import { suppressionsOf } from '../support/worker-words.ts';

const ana = 'ana@acme.example';

/** The entry of the feed about an address, as a rep reads it. */
const entry = (panel: Page, about: RegExp) => panel.getByRole('article').filter({ hasText: about });

test('each bounce says why in words, and only a wrong address is suppressed', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const recipients = [
    'j.doe@initech.example',
    'sam@hooli.example',
    'it@wayne.example',
    'pat@umbrella.example',
    'remy@litware.example',
  ];
  for (const to of recipients) {
    const compose = await rep.compose(gmail);
    await writeMail(compose, { to: [to], subject: `Offer for ${to}`, body: 'Hello' });
    await sendMail(compose);
  }
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(recipients.length);
  // Both servers that cannot be reached have been tried for hours: Gmail and Exchange say so.
  await sandbox.postOffice.expire('pat@umbrella.example');
  await sandbox.postOffice.expire('remy@litware.example');
  await lookUntil(panel, 10);

  await expect(entry(panel, /j\.doe@initech\.example bounced/)).toContainText('No such mailbox');
  await expect(entry(panel, /j\.doe@initech\.example bounced/)).toContainText('Address suppressed');
  await expect(entry(panel, /sam@hooli\.example bounced/)).toContainText('Mailbox full');
  await expect(entry(panel, /it@wayne\.example bounced/)).toContainText('Blocked by the receiver');
  await expect(entry(panel, /Delayed: .*pat@umbrella/)).toContainText('Still trying');
  await expect(entry(panel, /Delayed: .*remy@litware/)).toContainText('Still trying');

  // One gives up, the other gets through: silence after a delay is success.
  await sandbox.postOffice.expire('pat@umbrella.example');
  await sandbox.postOffice.expire('remy@litware.example');
  await tellWorker(panel, 'look-now');
  await expect(entry(panel, /pat@umbrella\.example bounced/)).toContainText('in time');
  await expect(entry(panel, /Delayed: .*pat@umbrella/)).toHaveCount(0);
  await expect(entry(panel, /remy@litware\.example bounced/)).toHaveCount(0);

  const told = (recipient: string) =>
    sandbox.postOffice.deliveries().findLast((one) => one.recipient === recipient)?.status;
  expect(recipients.map(told)).toEqual(['bounced', 'bounced', 'bounced', 'bounced', 'accepted']);
  expect(await suppressionsOf(panel)).toEqual({ 'j.doe@initech.example': 'suppressed' });
});

test("the sender's own limit marks no contact: the mail is not sent, and nobody is suppressed", async ({
  rep,
  sandbox,
}) => {
  sandbox.postOffice.limitSender(ana, true);
  const panel = await rep.connect();
  const compose = await rep.compose(await rep.openGmail());
  await writeMail(compose, { to: ['kim@globex.example'], subject: 'One too many', body: 'Hello' });
  await sendMail(compose);
  await expect
    .poll(() => sandbox.postOffice.deliveries().map(({ status }) => status))
    .toEqual(['stopped-by-sender-limit']);
  await expect
    .poll(async () => {
      await tellWorker(panel, 'look-now');
      return entry(panel, /Not sent: Google.s limit/).count();
    })
    .toBe(1);
  await expect(entry(panel, /Sent to/)).toHaveCount(0);
  expect(await suppressionsOf(panel)).toEqual({});
});

test('a forged notice suppresses nobody, though it knows the Message-ID', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const compose = await rep.compose(await rep.openGmail());
  await writeMail(compose, { to: ['kim@globex.example'], subject: 'Offer', body: 'Hello' });
  await sendMail(compose);
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
  const [letter] = sandbox.postOffice.letters();
  if (letter === undefined) throw new Error('Nothing left.');
  const raw = await forgedNotice({
    letter,
    recipient: 'kim@globex.example',
    sender: ana,
    style: 'gmail',
    at: Date.now(),
  });
  sandbox.postOffice.outsider(raw, { to: ana, from: 'eve@evil.example', authentication: 'pass' });
  await lookUntil(panel, 2);

  await expect(entry(panel, /kim@globex\.example bounced|Kim Lee bounced/)).toContainText(
    'On hold, unverified',
  );
  expect(await suppressionsOf(panel)).toEqual({ 'kim@globex.example': 'on-hold' });
  expect(sandbox.postOffice.delivery(letter.messageId, 'kim@globex.example')?.status).toBe(
    'delivered',
  );
});
