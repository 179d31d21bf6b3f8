import type { CallHandlers } from './call-answer.ts';
import { failed, inCompose, notSupported, ok } from './call-answer.ts';

/** Error SaveError. */
const saveError = 9021;

/** Saving, sending, closing, and what an item is. */
export const itemCalls: CallHandlers = {
  saveAsync: inCompose(async ({ item, defects }) =>
    item.isSending && defects.includes('save-fails-during-send')
      ? failed(saveError)
      : ok(await item.save()),
  ),
  // ItemNotSaved.
  getItemIdAsync: inCompose(({ item }) =>
    item.addinId === null ? failed(9046) : ok(item.addinId),
  ),
  getComposeTypeAsync: inCompose(({ item }) =>
    ok({ composeType: item.origin.composeType, coercionType: item.form.bodyType }),
  ),
  getItemClassAsync: ({ item }) => ok(item.kind === 'read' ? item.message.itemClass : 'IPM.Note'),
  getConversationIndexAsync: () => ok(null),
  getInitializationContextAsync: ({ item }) =>
    item.kind === 'compose' && item.contextData !== null ? ok(item.contextData) : failed(9020),
  isClientSignatureEnabledAsync: () => ok(false),
  disableClientSignatureAsync: () => ok(),
  'delayDeliveryTime.getAsync': inCompose(({ item }) => ok(item.deferUntil ?? 0)),
  'delayDeliveryTime.setAsync': inCompose(({ item, parameters }) => {
    const at = Number(parameters['time']);
    item.deferUntil = at > 0 ? at : null;
    item.form.changed();
    return ok();
  }),
  close: inCompose(async ({ item }) => {
    await item.close('save');
    return ok();
  }),
  closeAsync: inCompose(async ({ item, parameters }) => {
    await item.close(parameters['discardItem'] === true ? 'discard' : 'save');
    return ok();
  }),
  sendAsync: inCompose(async ({ item, defects }) => {
    if (item.isSending) return notSupported;
    if (item.touchedAttachments && defects.includes('send-async-refused-after-attachments'))
      return notSupported;
    if (defects.includes('send-async-loses-schedule')) item.deferUntil = null;
    // What Outlook answers when a handler stopped the mail is nowhere said: this is the sandbox's guess.
    return (await item.send('sendAsync')) ? ok() : failed(9017);
  }),
};
