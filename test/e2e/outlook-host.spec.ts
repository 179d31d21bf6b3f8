import { expect } from '@playwright/test';
import { answerAlert } from '@postrider/sandbox/driver/outlook-addin';
import {
  composeMail,
  fillMail,
  openOutlook,
  pressSend,
  waitUntilSent,
} from '@postrider/sandbox/driver/outlook-page';

import { office, openProbe, test } from '../support/office-test.ts';

const mail = { to: ['dana@initech.example'], subject: 'Probe', body: 'Hello Dana' };

test('an add-in reads and writes the mail in front of it', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await fillMail(form, mail);
  const pane = await openProbe(page);
  expect(await office(pane, 'item.subject.getAsync')).toBe('Probe');
  expect(await office(pane, 'item.to.getAsync')).toMatchObject([
    { emailAddress: 'dana@initech.example' },
  ]);
  expect(await office(pane, 'item.body.getAsync', 'text')).toContain('Hello Dana');
  await pressSend(form);
  await waitUntilSent(page);
  const [sent] = sandbox.exchange.online.mailbox('eva@adatum.example')?.items('sentitems') ?? [];
  expect(sent?.raw.toString()).toContain('Appended');
});

test('the handler of OnMessageSend stops a mail', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  const form = await composeMail(page);
  await fillMail(form, { ...mail, subject: 'stop' });
  await pressSend(form);
  expect(await answerAlert(page, "Don't Send")).toBe('The probe stops this mail.');
  expect(sandbox.outlook.events.filter(({ kind }) => kind === 'send')).toHaveLength(1);
});
