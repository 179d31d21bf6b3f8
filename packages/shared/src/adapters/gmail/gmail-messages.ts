import type { Mailbox, MailboxMessage } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import { fromBase64url } from '../../domain/encoding/base64url.ts';
import type { MailboxMessageId, ThreadId } from '../../domain/ids.ts';
import { messageSchema, rawMessageSchema, type GmailMessage } from './answers.ts';
import { missingIsNull, type GmailCalls } from './gmail-calls.ts';

/** A message of the Gmail API in our words. */
export function mailboxMessage(message: GmailMessage): MailboxMessage {
  const draft = message.labelIds.includes('DRAFT');
  return {
    id: branded<MailboxMessageId>(message.id),
    threadId: branded<ThreadId>(message.threadId),
    receivedAt: Number(message.internalDate),
    sent: message.labelIds.includes('SENT') && !draft,
    draft,
    headers: message.payload.headers,
  };
}

/** Where a message stands in the API, below users/me. */
export function messagePath(id: MailboxMessageId): string {
  return `messages/${encodeURIComponent(id)}`;
}

/** Reads one message without its body (users.messages.get, 20 units); null where it is gone. */
export async function readMessage(
  calls: GmailCalls,
  id: MailboxMessageId,
): Promise<Outcome<MailboxMessage | null>> {
  const answer = missingIsNull(
    await calls.get(messagePath(id), { format: 'metadata' }, messageSchema),
  );
  if (answer.kind !== 'ok') return answer;
  return { kind: 'ok', value: answer.value === null ? null : mailboxMessage(answer.value) };
}

/** Reads the bytes of one message (users.messages.get with format=raw). */
export function createReadRaw(calls: GmailCalls): Mailbox['raw'] {
  return async (id) => {
    const answer = missingIsNull(
      await calls.get(messagePath(id), { format: 'raw' }, rawMessageSchema),
    );
    if (answer.kind !== 'ok') return answer;
    if (answer.value === null) return { kind: 'ok', value: null };
    const bytes = fromBase64url(answer.value.raw);
    return bytes === null
      ? { kind: 'unknown', cause: 'malformed-answer' }
      : { kind: 'ok', value: bytes };
  };
}
