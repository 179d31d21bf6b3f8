import { expect } from '@playwright/test';
import {
  answerAlert,
  infobar,
  pinPane,
  pressRibbon,
  smartAlert,
} from '@postrider/sandbox/driver/outlook-addin';
import {
  closeForm,
  openFolder,
  openMessage,
  openOutlook,
  pressSend,
  waitUntilSent,
} from '@postrider/sandbox/driver/outlook-page';

import { newMail, office, openProbe, sentBy, test } from '../support/office-test.ts';

test('an add-in reads and writes the mail in front of it', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  const form = await newMail(page);
  const pane = await openProbe(page);

  expect(await office(pane, 'item.subject.getAsync')).toBe('Probe');
  expect(await office(pane, 'item.from.getAsync')).toMatchObject({
    emailAddress: 'eva@adatum.example',
    displayName: 'Eva Brandt',
  });
  await office(pane, 'item.to.setAsync', ['kim@globex.example']);
  await office(pane, 'item.cc.addAsync', [
    { displayName: 'Lena Holt', emailAddress: 'lena@proseware.example' },
  ]);
  expect(await form.getByLabel('To', { exact: true }).inputValue()).toBe('kim@globex.example');
  expect(await office(pane, 'item.cc.getAsync')).toMatchObject([
    { emailAddress: 'lena@proseware.example', displayName: 'Lena Holt' },
  ]);
  expect(await office(pane, 'item.body.getAsync', 'text')).toContain('Hello Dana');
  await office(pane, 'item.body.setAsync', '<html><body><p>New <b>text</b></p></body></html>', {
    coercionType: 'html',
  });
  await office(pane, 'item.body.prependAsync', '<p>First</p>', { coercionType: 'html' });
  expect(await office(pane, 'item.body.getAsync', 'html')).toContain(
    '<p>First</p><p>New <b>text</b></p>',
  );
  await office(pane, 'item.internetHeaders.setAsync', { 'x-probe': '1' });
  expect(await office(pane, 'item.internetHeaders.getAsync', ['x-probe', 'x-other'])).toEqual({
    'x-probe': '1',
  });
  await office(pane, 'item.subject.setAsync', 'Other words');
  await pressSend(form);
  await waitUntilSent(page);

  const sent = sentBy(sandbox);
  expect(sent).toContain('To: kim@globex.example');
  expect(sent).toContain('Subject: Other words');
  expect(sent).toMatch(/x-probe: 1/i);
  expect(sent).toContain('<p>Appended</p></body>');
});

test('what an add-in keeps lasts as long as in Outlook', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  const form = await newMail(page);
  const pane = await openProbe(page);

  expect(await office(pane, 'item.sessionData.getAsync', 'probe')).toBe('seen');
  expect(await office(pane, 'item.sessionData.getAsync', 'nothing')).toContain('9050');
  const id = await office(pane, 'item.saveAsync');
  expect(await office(pane, 'item.getItemIdAsync')).toBe(id);
  const rest = String(id).replaceAll('/', '-').replaceAll('+', '_');
  const graph = await sandbox.microsoft.graphHost(
    new Request(`https://graph.microsoft.com/v1.0/me/messages/${rest}?$select=subject`, {
      headers: { authorization: `Bearer ${sandbox.microsoft.issueToken('eva@adatum.example')}` },
    }),
  );
  expect(await graph.json()).toMatchObject({ subject: 'Probe' });

  await pane.evaluate(
    () =>
      new Promise<void>((resolve) => {
        Office.context.roamingSettings.set('seen', { times: 1 });
        Office.context.roamingSettings.saveAsync(() => resolve());
      }),
  );
  expect(sandbox.outlook.roamingOf('eva@adatum.example')).toEqual({ seen: '{"times":1}' });
  const tooMuch = await pane.evaluate(
    () =>
      new Promise((resolve) => {
        Office.context.roamingSettings.set('much', 'x'.repeat(33_000));
        Office.context.roamingSettings.saveAsync((result) => resolve(result.error?.code));
      }),
  );
  expect(tooMuch).toBe(9019);

  const attachment = await office(
    pane,
    'item.addFileAttachmentFromBase64Async',
    btoa('hello'),
    'a.txt',
  );
  expect(await office(pane, 'item.getAttachmentsAsync')).toMatchObject([
    { id: attachment, name: 'a.txt', attachmentType: 'file' },
  ]);
  expect(await office(pane, 'item.getAttachmentContentAsync', attachment)).toEqual({
    content: btoa('hello'),
    format: 'base64',
  });
  await closeForm(form);
  await openFolder(page, 'Drafts');
  await openMessage(page, 'Probe');
  const again = await openProbe(page);
  expect(await office(again, 'item.getAttachmentsAsync')).toMatchObject([{ name: 'a.txt' }]);
  expect(await again.evaluate(() => Office.context.roamingSettings.get('seen'))).toEqual({
    times: 1,
  });
});

test('Send waits for the handler, and the rep decides where Outlook lets them', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.settings.warnAfterMs = 1500;
  sandbox.outlook.settings.timeoutMs = 6000;
  const impatient = await openOutlook(context);
  await pressSend(await newMail(impatient, 'hang'));
  await expect(smartAlert(impatient)).toContainText('taking longer than expected');
  await expect(smartAlert(impatient)).toContainText('took too long');
  await answerAlert(impatient, "Don't Send");
  await impatient.close();

  sandbox.outlook.settings.warnAfterMs = 30_000;
  sandbox.outlook.settings.timeoutMs = 300_000;
  const page = await openOutlook(context);
  const form = await newMail(page, 'stop');
  await pressSend(form);
  await expect(smartAlert(page).getByRole('button')).toHaveText(["Don't Send"]);
  expect(await answerAlert(page, "Don't Send")).toBe('The probe stops this mail.');

  await form.getByLabel('Subject').fill('rewrite');
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentBy(sandbox)).toContain('Rewritten');
  expect(sentBy(sandbox)).toMatch(/x-probe: rewrite/i);

  await pressSend(await newMail(page, 'prompt'));
  await answerAlert(page, 'Send Anyway');
  await waitUntilSent(page);
  expect(sentBy(sandbox)).toContain('Subject: prompt');
  const launches = sandbox.outlook.events.filter(({ kind }) => kind === 'launch');
  expect(launches.map((event) => ('outcome' in event ? event.outcome : ''))).toContain('timed out');
});

test('a button runs a function, which may send', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  await newMail(page);
  await expect(infobar(page, 'The probe saw the recipients.')).toBeVisible();
  await pressRibbon(page, 'Track and send');
  await waitUntilSent(page);
  expect(sentBy(sandbox)).toContain('Subject: Probe');
  expect(sandbox.outlook.events).toContainEqual(
    expect.objectContaining({ kind: 'send', asked: 'sendAsync', result: 'left' }),
  );
});

test('a pinned pane follows the message that is read', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  await openMessage(page, 'Purchase order 7741');
  const pane = await openProbe(page);
  const subject = () =>
    pane.evaluate(() => Reflect.get(Office.context.mailbox.item ?? {}, 'subject'));
  expect(await subject()).toBe('Purchase order 7741');
  expect(await office(pane, 'item.getAllInternetHeadersAsync')).toContain('Message-ID:');
  await pane.evaluate(() => probe.listen('olkItemSelectedChanged', false));
  await pinPane(page);
  await openMessage(page, 'Forecast for the fourth quarter');
  await expect.poll(subject).toBe('Forecast for the fourth quarter');
  expect(await pane.evaluate(() => probe.events.length)).toBe(1);

  sandbox.outlook.defects.add('pin-lost');
  await openMessage(page, 'Purchase order 7741');
  await expect(page.locator('iframe.addin-pane')).toHaveCount(0);
});

test('whoever leaves a mail before its handler is done finds it in Drafts', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  await pressSend(await newMail(page, 'hang'));
  await openMessage(page, 'Purchase order 7741');
  expect(await answerAlert(page, 'OK')).toContain('was not sent');
  const eva = sandbox.exchange.online.mailbox('eva@adatum.example');
  expect(
    eva?.items('drafts').map(({ raw }) => /Subject: (.*)\r/.exec(raw.toString())?.[1]),
  ).toEqual(['hang']);
  expect(sandbox.outlook.events).toContainEqual(
    expect.objectContaining({ type: 'OnMessageSend', outcome: 'stopped' }),
  );
});

test('an add-in opens a message in a window and begins a new mail', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  await openMessage(page, 'Purchase order 7741');
  const pane = await openProbe(page);
  const id = await pane.evaluate(() => Reflect.get(Office.context.mailbox.item ?? {}, 'itemId'));
  const opened = context.waitForEvent('page');
  // The browser opens a window only for a person.
  await pane.getByRole('heading', { name: 'Probe' }).click();
  await office(pane, 'displayMessageFormAsync', id);
  await expect((await opened).getByRole('heading', { name: 'Purchase order 7741' })).toBeVisible();
  expect(await office(pane, 'displayMessageFormAsync', 'AAMkADnone')).toContain('9049');
  await office(pane, 'displayNewMessageFormAsync', {
    toRecipients: ['kim@globex.example'],
    subject: 'Begun',
    htmlBody: '<p>Hello Kim</p>',
  });
  const form = page.getByRole('region', { name: 'New message' });
  await expect(form.getByLabel('To', { exact: true })).toHaveValue('kim@globex.example');
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentBy(sandbox)).toContain('Subject: Begun');
});
