import type { AttachmentData } from '../../page-data.ts';
import type { CallHandlers } from './call-answer.ts';
import { failed, inCompose, ok, textOf } from './call-answer.ts';
import { attachmentsOf } from './initial-data.ts';

/** The files of a mail. */
export const attachmentCalls: CallHandlers = {
  getAttachmentsAsync: inCompose(({ item }) => {
    item.touchedAttachments = true;
    return ok(attachmentsOf(item.attachments));
  }),
  getAttachmentContentAsync: ({ item, parameters }) => {
    const attachments = item.kind === 'read' ? item.message.attachments : item.attachments;
    const found = attachments.find(({ id }) => id === textOf(parameters, 'id'));
    return found === undefined ? failed(9003) : ok({ content: found.base64, format: 'base64' });
  },
  addFileAttachmentFromBase64Async: inCompose(({ item, parameters }) => {
    item.touchedAttachments = true;
    const name = textOf(parameters, 'name');
    const isInline = parameters['isInline'] === true;
    const added: AttachmentData = {
      id: crypto.randomUUID(),
      name,
      type: 'application/octet-stream',
      isInline,
      // Outlook names an inline file by its own name in the body's `cid:`.
      contentId: isInline ? name : null,
      base64: textOf(parameters, 'base64String'),
    };
    item.attachments = [...item.attachments, added];
    item.attachmentsChanged('added', added);
    return ok(added.id);
  }),
  removeAttachmentAsync: inCompose(({ item, parameters }) => {
    item.touchedAttachments = true;
    const removed = item.attachments.find(({ id }) => id === textOf(parameters, 'attachmentIndex'));
    if (removed === undefined) return failed(9008);
    item.attachments = item.attachments.filter((one) => one !== removed);
    item.attachmentsChanged('removed', removed);
    return ok();
  }),
};
