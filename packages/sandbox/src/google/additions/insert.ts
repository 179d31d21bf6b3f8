import type { Addition } from '../api-call.ts';
import { answerOf, badRequest } from '../errors.ts';
import { messageBodyOf, rawRequired } from './message-body.ts';

const put =
  (defaults: readonly string[]): Addition =>
  (call, { emulator }) => {
    const { raw, threadId, labelIds } = messageBodyOf(call);
    if (!raw) return answerOf(rawRequired());
    const known = new Set(
      emulator.tables.labels
        .findBy('user_email', call.mailbox.address)
        .map((label) => label.gmail_id),
    );
    const unknown = labelIds.find((label) => !known.has(label));
    if (unknown !== undefined && known.size > 0)
      return answerOf(badRequest(`Invalid label: ${unknown}`));
    const message = call.mailbox.deposit(raw, {
      labelIds: labelIds.length > 0 ? labelIds : defaults,
      ...(threadId === undefined ? {} : { threadId }),
    });
    const { id, threadId: thread } = message;
    return Response.json({ id, threadId: thread, labelIds: message.labelIds });
  };

/** messages.insert, as IMAP APPEND: with Google's form of ids and answer. */
export const insertMessage = put([]);

/** messages.import, as a delivery: with Google's form of ids and answer. */
export const importMessage = put(['INBOX', 'UNREAD']);
