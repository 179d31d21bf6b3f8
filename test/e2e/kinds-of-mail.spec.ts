import { expect } from '@playwright/test';
import {
  goOffline,
  goOnline,
  mailMerge,
  plainText,
  scheduleSend,
  turnOnConfidential,
  turnOnEncryption,
} from '@postrider/sandbox/driver/gmail-modes';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';
import { stripOf } from '../support/rep.ts';
import { lookLater, lookUntil, settledMs } from '../support/time-travel.ts';
import { feedOf, statusOf } from '../support/worker-words.ts';

const mail = { to: ['kim@globex.example'], subject: 'Pricing', body: 'Hello' };

test.describe('with every mode that Gmail sells', () => {
  test.use({ sandboxOptions: { settings: { messageSecurity: 's/mime', mailMerge: true } } });

  test('confidential and encrypted mail is left alone, in words; plain text is followed', async ({
    rep,
    sandbox,
  }) => {
    const panel = await rep.connect();
    const gmail = await rep.openGmail();
    const confidential = await rep.compose(gmail);
    await turnOnConfidential(confidential);
    await writeMail(confidential, { ...mail, subject: 'Confidential' });
    await expect(stripOf(confidential).getByRole('status')).toContainText('leaves this mail alone');
    await sendMail(confidential);

    const encrypted = await rep.compose(gmail);
    await turnOnEncryption(encrypted);
    await writeMail(encrypted, { ...mail, subject: 'Encrypted' });
    await expect(stripOf(encrypted).getByRole('status')).toContainText('leaves it alone');
    await sendMail(encrypted);

    const plain = await rep.compose(gmail);
    await plainText(plain);
    await writeMail(plain, { ...mail, subject: 'Plain' });
    await sendMail(plain);

    await lookLater(panel, settledMs);
    await expect.poll(() => feedOf(panel)).toMatchObject([{ kind: 'sent', subject: 'Plain' }]);
    await expect.poll(() => sandbox.postOffice.letters().length).toBe(3);
  });

  test('a mail merge is one entry, with its own limit said', async ({ rep }) => {
    const panel = await rep.connect();
    const gmail = await rep.openGmail();
    const compose = await rep.compose(gmail);
    await mailMerge(compose);
    await writeMail(compose, { ...mail, to: ['kim@globex.example', 'dana@initech.example'] });
    await expect(stripOf(compose).getByRole('status')).toContainText('has its own limit');
    await sendMail(compose);
    await lookLater(panel, settledMs);
    await expect.poll(() => feedOf(panel)).toMatchObject([{ kind: 'sent', subject: 'Pricing' }]);
  });
});

test('a scheduled mail is followed when it really leaves, and leaves nothing before', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  await scheduleSend(compose, Date.now() + 10_000);
  expect((await statusOf(panel)).leaving).toEqual([]);
  expect(await feedOf(panel)).toEqual([]);
  await expect.poll(() => sandbox.postOffice.letters(), { timeout: 30_000 }).toHaveLength(1);
  await lookLater(panel, settledMs);
  expect(await lookUntil(panel, 1)).toMatchObject([{ kind: 'sent', subject: 'Pricing' }]);
});

test.describe('with offline mail', () => {
  test.use({ sandboxOptions: { settings: { offlineMail: true } } });

  test('what waits in the Outbox is followed when it leaves', async ({ rep, sandbox }) => {
    const panel = await rep.connect();
    const gmail = await rep.openGmail();
    const compose = await rep.compose(gmail);
    await writeMail(compose, mail);
    await goOffline(rep.context);
    await compose.getByRole('button', { name: /^Send/ }).click();
    await expect(gmail.getByRole('alert')).toContainText('queued');
    expect((await statusOf(panel)).leaving).toEqual([]);
    await goOnline(rep.context);
    await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
    await lookLater(panel, settledMs);
    expect(await lookUntil(panel, 1)).toMatchObject([{ kind: 'sent', subject: 'Pricing' }]);
  });
});

test.describe('from right to left', () => {
  test.use({ sandboxOptions: { settings: { direction: 'rtl' } } });

  test('the strip stands and the mail is followed', async ({ rep }) => {
    const panel = await rep.connect();
    const gmail = await rep.openGmail();
    const compose = await rep.compose(gmail);
    await writeMail(compose, { ...mail, subject: 'عرض', body: 'مرحبا' });
    await sendMail(compose);
    await lookLater(panel, settledMs);
    await expect.poll(() => feedOf(panel)).toMatchObject([{ kind: 'sent', subject: 'عرض' }]);
  });
});

for (const foreignDraftKey of ['mobile', 'received'] as const) {
  test.describe(`where the page calls a draft of a phone by a ${foreignDraftKey} name`, () => {
    test.use({ sandboxOptions: { switches: { foreignDraftKey } } });

    test(`it is followed like any other (${foreignDraftKey})`, async ({ rep, sandbox }) => {
      const raw = Buffer.from(
        'From: Ana Silva <ana@acme.example>\r\nTo: kim@globex.example\r\nSubject: From my phone\r\nMessage-ID: <phone@mail.gmail.com>\r\n\r\nHello\r\n',
      );
      sandbox.google.accounts.get('ana@acme.example')?.deposit(raw, { labelIds: ['DRAFT'] });
      const panel = await rep.connect();
      const gmail = await rep.openGmail();
      await gmail.evaluate(() => {
        location.hash = '#drafts';
      });
      await gmail.getByText('From my phone').click();
      const compose = gmail.locator('[role=dialog]');
      await expect(stripOf(compose).getByRole('switch')).toBeVisible();
      await sendMail(compose);
      await lookLater(panel, settledMs);
      await expect
        .poll(() => feedOf(panel))
        .toMatchObject([{ kind: 'sent', subject: 'From my phone' }]);
    });
  });
}
