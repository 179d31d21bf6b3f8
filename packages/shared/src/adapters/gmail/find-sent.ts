import type { Mailbox, MailboxMessage, SentClue } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId, MessageId } from '../../domain/ids.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import { messageListSchema, threadSchema } from './answers.ts';
import { missingIsNull, type GmailCalls } from './gmail-calls.ts';
import { mailboxMessage, readMessage } from './gmail-messages.ts';

/** How many of the named Message-IDs are searched for, 5 units each: the nearest ones name what is meant. */
const maxSearches = 3;

/**
 * Finds the mail in Sent that a clue points to. The thread comes first, because it mostly holds the answer in one call
 * (users.threads.get, 40 units); a message that began its thread answers nothing there, so the call is spared.
 */
export function createFindSent(calls: GmailCalls): Mailbox['findSent'] {
  return async (clue) => {
    const thread = await sentInThread(calls, clue);
    if (thread.kind !== 'ok') return thread;
    const named = thread.value.find((message) => isNamed(message, clue));
    if (named) return { kind: 'ok', value: named };
    for (const messageId of clue.messageIds.slice(0, maxSearches)) {
      const found = await searchSent(calls, messageId);
      if (found.kind !== 'ok' || found.value !== null) return found;
    }
    return { kind: 'ok', value: thread.value.at(-1) ?? null };
  };
}

function isNamed(message: MailboxMessage, clue: SentClue): boolean {
  const id = ownMessageId(message.headers);
  return id !== null && clue.messageIds.includes(id);
}

/** What this account sent in the clue's thread before the clue arrived, oldest first. */
async function sentInThread(
  calls: GmailCalls,
  clue: SentClue,
): Promise<Outcome<readonly MailboxMessage[]>> {
  // Gmail names a thread after its first message.
  if (String(clue.threadId) === String(clue.id)) return { kind: 'ok', value: [] };
  const path = `threads/${encodeURIComponent(clue.threadId)}`;
  const answer = missingIsNull(await calls.get(path, { format: 'metadata' }, threadSchema));
  if (answer.kind !== 'ok') return answer;
  const messages = (answer.value?.messages ?? []).map(mailboxMessage);
  const own = messages.find((message) => message.id === clue.id);
  const sent = messages.filter(
    (message) => message.sent && message.receivedAt <= (own?.receivedAt ?? Infinity),
  );
  return { kind: 'ok', value: sent.toSorted((one, other) => one.receivedAt - other.receivedAt) };
}

async function searchSent(
  calls: GmailCalls,
  messageId: MessageId,
): Promise<Outcome<MailboxMessage | null>> {
  const query = { q: `rfc822msgid:${messageId}`, includeSpamTrash: 'true', maxResults: '10' };
  const answer = missingIsNull(await calls.get('messages', query, messageListSchema));
  if (answer.kind !== 'ok') return answer;
  for (const { id } of answer.value?.messages ?? []) {
    const message = await readMessage(calls, branded<MailboxMessageId>(id));
    if (message.kind !== 'ok') return message;
    if (message.value?.sent === true) return message;
  }
  return { kind: 'ok', value: null };
}
