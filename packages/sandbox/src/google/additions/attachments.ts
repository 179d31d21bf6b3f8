import type { Addition } from '../api-call.ts';
import { answerOf, notFound } from '../errors.ts';
import { attachmentIn } from './payload.ts';

/** messages.attachments.get for the ids that our payloads hand out. */
export const getAttachment: Addition = ({ mailbox, ids }) => {
  const message = mailbox.find(ids['messageId'] ?? '');
  const part = message && attachmentIn(message.raw, ids['id'] ?? '');
  return part
    ? Response.json({ size: part.content.length, data: part.content.toString('base64url') })
    : answerOf(notFound());
};
