import { callOffice } from './call.ts';

type SendEvent = { completed(options?: object): void };

/** What the handler does is written in the mail's subject, so that a test needs no way into a hidden frame. */
async function onMessageSend(event: SendEvent): Promise<void> {
  const { item } = Office.context.mailbox;
  if (item === undefined) return;
  const subject = String(await callOffice(item.subject, 'getAsync'));
  if (subject.includes('stop')) {
    event.completed({ allowEvent: false, errorMessage: 'The probe stops this mail.' });
  } else if (subject.includes('prompt')) {
    event.completed({
      allowEvent: false,
      errorMessage: 'The probe would not.',
      sendModeOverride: 'promptUser',
    });
  } else if (subject.includes('rewrite')) {
    const html = String(await callOffice(item.body, 'getAsync', 'html'));
    const changed = html.replace('</body>', '<p>Rewritten</p></body>');
    await callOffice(item.body, 'setAsync', changed, { coercionType: 'html' });
    await callOffice(item.internetHeaders, 'setAsync', { 'x-probe': subject });
    event.completed({ allowEvent: true });
  } else if (subject.includes('save')) {
    const said = await callOffice(item, 'saveAsync').catch((error: Error) => error.message);
    event.completed({ allowEvent: false, errorMessage: `saveAsync: ${String(said)}` });
  } else if (!subject.includes('hang')) {
    event.completed({ allowEvent: true });
  }
}

async function onNewMessageCompose(event: SendEvent): Promise<void> {
  const { item } = Office.context.mailbox;
  if (item !== undefined) {
    await callOffice(item.body, 'appendOnSendAsync', '<p>Appended</p>', { coercionType: 'html' });
    await callOffice(item.sessionData, 'setAsync', 'probe', 'seen');
  }
  event.completed();
}

async function onMessageRecipientsChanged(event: SendEvent): Promise<void> {
  const { item } = Office.context.mailbox;
  await callOffice(item?.notificationMessages ?? {}, 'replaceAsync', 'recipients', {
    type: 'informationalMessage',
    message: 'The probe saw the recipients.',
    icon: 'Icon.16',
    persistent: false,
  });
  event.completed();
}

async function trackAndSend(event: SendEvent): Promise<void> {
  await callOffice(Office.context.mailbox.item ?? {}, 'sendAsync');
  event.completed();
}

Office.actions.associate('onMessageSend', onMessageSend);
Office.actions.associate('onNewMessageCompose', onNewMessageCompose);
Office.actions.associate('onMessageRecipientsChanged', onMessageRecipientsChanged);
Office.actions.associate('trackAndSend', trackAndSend);
void Office.onReady();
