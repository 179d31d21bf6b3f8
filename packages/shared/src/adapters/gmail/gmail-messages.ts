import type { Mailbox, MailboxMessage } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import { fromBase64url } from '../../domain/encoding/base64url.ts';
import type { MailboxMessageId, ThreadId } from '../../domain/ids.ts';
import { messageSchema, type GmailMessage } from './answers.ts';
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

/**
 * How much of an answer with a message in it is read, bytes: some 760 kB of the message itself. A message may have
 * 35 MB, which would fill the worker three times over, and no notice is read beyond its first half megabyte.
 */
const rawAnswerBytes = 1024 * 1024;

/** Where the message stands in such an answer. Inside of another JSON string its quotes would be escaped. */
const rawField = /"raw"\s*:\s*"([^"\\]*)("?)/;

/** Reads the first bytes of one message (users.messages.get with format=raw). */
export function createReadRaw(calls: GmailCalls): Mailbox['raw'] {
  return async (id) => {
    const answer = missingIsNull(
      await calls.getBeginning(messagePath(id), { format: 'raw' }, rawAnswerBytes),
    );
    if (answer.kind !== 'ok') return answer;
    if (answer.value === null) return { kind: 'ok', value: null };
    const bytes = bytesIn(answer.value);
    return bytes === null
      ? { kind: 'unknown', cause: 'malformed-answer' }
      : { kind: 'ok', value: bytes };
  };
}

function bytesIn(answer: string): Uint8Array | null {
  const [, text, quote] = rawField.exec(answer) ?? [];
  if (text === undefined) return null;
  if (quote !== '') return fromBase64url(text);
  // Without its end the answer is cut by us, at any letter; or it is broken.
  const isCut = answer.length >= rawAnswerBytes;
  return isCut ? fromBase64url(text.slice(0, text.length - (text.length % 4))) : null;
}
