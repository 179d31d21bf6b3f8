import type { Mailbox } from '../../application/ports/mailbox.ts';
import { branded } from '../../domain/brand.ts';
import { messageId, type MailboxMessageId, type ThreadId } from '../../domain/ids.ts';
import { messageSchema, type GraphMessage } from './answers.ts';
import { missingIsRefused, type GraphCalls } from './graph-calls.ts';
import { messagePath } from './graph-messages.ts';

const notThere = 'The draft is no longer there. Look in Sent before sending again.';
const names = { select: 'id,isDraft,conversationId,internetMessageId' };

/**
 * Sends a draft (POST /me/messages/{id}/send, 202 without a word). It is read first, because what has left already must
 * not leave again; its names stay the same, so nothing need be read afterwards.
 */
export function createSendDraft(calls: GraphCalls): Mailbox['send'] {
  return async (id) => {
    const before = missingIsRefused(
      await calls.get(messagePath(id, names), messageSchema),
      notThere,
    );
    if (before.kind !== 'ok') return before;
    if (before.value.isDraft !== true) return { kind: 'refused', reason: notThere, recipients: [] };
    const sent = missingIsRefused(await calls.act(`${messagePath(id)}/send`), notThere);
    if (sent.kind !== 'ok') return sent;
    const after = await calls.get(messagePath(id, names), messageSchema);
    return { kind: 'accepted', ...namesOf(after.kind === 'ok' ? after.value : before.value) };
  };
}

function namesOf(message: GraphMessage) {
  return {
    id: branded<MailboxMessageId>(message.id),
    threadId: branded<ThreadId>(message.conversationId ?? message.id),
    messageId: messageId(message.internetMessageId ?? ''),
  };
}
