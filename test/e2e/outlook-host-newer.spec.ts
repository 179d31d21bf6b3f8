import { expect } from '@playwright/test';
import { answerAlert, smartAlert } from '@postrider/sandbox/driver/outlook-addin';
import {
  answerMail,
  openMessage,
  openOutlook,
  pressSend,
  waitUntilSent,
} from '@postrider/sandbox/driver/outlook-page';

import { newMail, office, openProbe, sentBy, test } from '../support/office-test.ts';

const html = { coercionType: 'html' };

test('what the library has learned since 2022 works over the same wire', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const form = await newMail(page);
  const pane = await openProbe(page);
  await office(pane, 'item.body.prependOnSendAsync', '<p>Prepended</p>', html);
  expect(await office(pane, 'item.getItemClassAsync')).toBe('IPM.Note');
  expect(await office(pane, 'item.getComposeTypeAsync')).toMatchObject({ composeType: 'newMail' });
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentBy(sandbox)).toMatch(/Prepended[\s\S]*Hello Dana[\s\S]*Appended/);

  await newMail(page, 'Thrown away');
  const again = await openProbe(page);
  await office(again, 'item.saveAsync');
  const eva = sandbox.exchange.online.mailbox('eva@adatum.example');
  expect(eva?.items('drafts')).toHaveLength(1);
  void office(again, 'item.closeAsync', { discardItem: true }).catch(() => undefined);
  await expect.poll(() => eva?.items('drafts').length).toBe(0);
});

test('a delayed mail is held by Exchange, under the id that the add-in knows', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const form = await newMail(page, 'Later');
  const pane = await openProbe(page);
  const at = Date.now() + 3_600_000;
  await office(pane, 'item.delayDeliveryTime.setAsync', new Date(at));
  expect(await office(pane, 'item.delayDeliveryTime.getAsync')).toEqual(new Date(at));
  await pressSend(form);
  await waitUntilSent(page);
  const eva = sandbox.exchange.online.mailbox('eva@adatum.example');
  expect(eva?.items('drafts')[0]?.heldUntil).toBe(at);
  await sandbox.exchange.online.advance(3_700_000);
  expect(sentBy(sandbox)).toContain('Subject: Later');
});

test('of a reply only what is new may be read, and mail that runs from right to left stays so', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.settings.direction = 'rtl';
  const page = await openOutlook(context);
  await openMessage(page, 'Purchase order 7741');
  const form = await answerMail(page, 'Reply');
  const pane = await openProbe(page);
  await office(pane, 'item.body.prependAsync', '<p>שלום</p>', html);
  const whole = await office(pane, 'item.body.getAsync', 'html');
  expect(whole).toContain('our purchase order number');
  expect(await office(pane, 'item.body.getAsync', 'html', { bodyMode: 1 })).not.toContain(
    'our purchase order number',
  );
  sandbox.outlook.defects.add('body-mode-ignored');
  expect(await office(pane, 'item.body.getAsync', 'html', { bodyMode: 1 })).toBe(whole);
  await pressSend(form);
  await waitUntilSent(page);
  const sent = sandbox.exchange.online.mailbox('eva@adatum.example')?.items('sentitems')[0];
  expect(sent?.raw.toString()).toMatch(/dir=(?:3D)?"rtl"/);
});

test('an add-in whose web server is away leaves the decision to the rep', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.settings.timeoutMs = 2000;
  const page = await openOutlook(context);
  const form = await newMail(page);
  await context.route('https://addin.postrider.example/**', (route) => route.abort());
  await pressSend(form);
  await expect(smartAlert(page).getByRole('button')).toHaveText(['Send Anyway', 'Try Later']);
  expect(await answerAlert(page, 'Send Anyway')).toContain('is unavailable');
  await waitUntilSent(page);
});
