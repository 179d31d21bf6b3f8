import { expect } from '@playwright/test';
import { answerAlert, smartAlert } from '@postrider/sandbox/driver/outlook-addin';
import {
  answerMail,
  chooseSender,
  openMessage,
  openOutlook,
  openOwnServer,
  pressSend,
  waitUntilSent,
} from '@postrider/sandbox/driver/outlook-page';

import { newMail, office, openProbe, sentBy, test } from '../support/office-test.ts';

test('signing in through Outlook, with the real library', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  await newMail(page);
  const pane = await openProbe(page);
  const token = (popup: boolean) =>
    pane.evaluate(
      (inPopup) =>
        probe.token(['Mail.Send', 'Mail.ReadWrite'], inPopup).catch((error: Error) => error.name),
      popup,
    );
  const graph = await sandbox.microsoft.graphHost(
    new Request('https://graph.microsoft.com/v1.0/me/messages?$top=1', {
      headers: { authorization: `Bearer ${await token(false)}` },
    }),
  );
  expect(graph.status).toBe(200);
  sandbox.outlook.signIn = 'user-cancels';
  expect(await token(true)).toBe('ClientAuthError');
});

test('a dialog speaks to the pane that opened it', async ({ context }) => {
  const page = await openOutlook(context);
  await newMail(page);
  const pane = await openProbe(page);
  const said = await pane.evaluate(
    () =>
      new Promise((resolve) => {
        Office.context.ui.displayDialogAsync(
          'https://addin.postrider.example/dialog.html',
          { height: 40, width: 30, promptBeforeOpen: false },
          ({ value }) => {
            value.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
              resolve('message' in event ? event.message : event.error);
            });
          },
        );
      }),
  );
  expect(said).toBe('from the dialog');
});

test('what breaks in the field can be broken here', async ({ context, sandbox }) => {
  const { outlook } = sandbox;
  const page = await openOutlook(context);
  const form = await newMail(page, 'rewrite');
  const pane = await openProbe(page);
  outlook.failNext('body.getAsync', { errorCode: 9020 });
  expect(await office(pane, 'item.body.getAsync', 'html')).toContain('9020');
  outlook.failNext('subject.getAsync', 'access-denied');
  expect(await office(pane, 'item.subject.getAsync')).toContain('9002');

  await office(
    pane,
    'item.body.setAsync',
    '<html><body><p>Look</p><img src="cid:logo"></body></html>',
    { coercionType: 'html' },
  );
  outlook.defects.add('body-set-in-send-drops-inline-images').add('send-handler-fires-again');
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentBy(sandbox)).not.toContain('cid:logo');
  const rounds = outlook.events.filter(
    (event) => 'type' in event && event.type === 'OnMessageSend',
  );
  expect(rounds.length).toBeGreaterThan(5);

  outlook.defects.clear();
  outlook.defects.add('save-fails-during-send');
  await pressSend(await newMail(page, 'save'));
  await expect(smartAlert(page)).toContainText('saveAsync: 9021');
  await answerAlert(page, "Don't Send");
});

test('answers, plain text, shared mailboxes and sending for others', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.settings.newMail = 'text';
  const page = await openOutlook(context);
  const plain = await newMail(page);
  const pane = await openProbe(page);
  expect(await office(pane, 'item.body.getTypeAsync')).toBe('text');
  await chooseSender(plain, 'sales@adatum.example');
  expect(await office(pane, 'item.from.getAsync')).toMatchObject({
    emailAddress: 'sales@adatum.example',
  });
  await pressSend(plain);
  await waitUntilSent(page);
  expect(sentBy(sandbox)).toMatch(/From: .*sales@adatum.example.*\r\nSender: .*eva@adatum.example/);

  await openMessage(page, 'Purchase order 7741');
  const reply = await answerMail(page, 'Reply');
  const inReply = await openProbe(page);
  expect(await office(inReply, 'item.getComposeTypeAsync')).toMatchObject({ composeType: 'reply' });
  await pressSend(reply);
  await waitUntilSent(page);
  expect(sentBy(sandbox)).toMatch(/Subject: Re: Purchase order 7741/);
  expect(sentBy(sandbox)).toMatch(/In-Reply-To: </);

  const shared = await openOutlook(context, {
    account: 'eva@adatum.example',
    open: 'sales@adatum.example',
  });
  await newMail(shared);
  const inShared = await openProbe(shared);
  expect(await office(inShared, 'item.getSharedPropertiesAsync')).toMatchObject({
    owner: 'sales@adatum.example',
  });
});

test('an own server: the old requirement set, EWS instead of Graph, no events', async ({
  context,
  sandbox,
}) => {
  const page = await openOwnServer(context);
  const form = await newMail(page);
  const pane = await openProbe(page);
  expect(
    await pane.evaluate(() => [
      Office.context.mailbox.userProfile.accountType,
      Office.context.requirements.isSetSupported('Mailbox', '1.5'),
      Office.context.requirements.isSetSupported('Mailbox', '1.6'),
    ]),
  ).toEqual(['enterprise', true, false]);
  const soap = `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><soap:Header><t:RequestServerVersion Version="Exchange2013"/></soap:Header><soap:Body><m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder></soap:Body></soap:Envelope>`;
  expect(await office(pane, 'makeEwsRequestAsync', soap)).toContain('NoError');
  await pressSend(form);
  await waitUntilSent(page);
  expect(sentBy(sandbox, 'omar@woodgrove.example')).toContain('Subject: Probe');
  expect(sandbox.outlook.events.filter(({ kind }) => kind === 'launch')).toEqual([]);

  const online = await openOutlook(context);
  await newMail(online);
  const inOnline = await openProbe(online);
  expect(await office(inOnline, 'makeEwsRequestAsync', soap)).toContain('9020');
  expect(await office(inOnline, 'getCallbackTokenAsync', { isRest: true })).toContain('9018');
});
