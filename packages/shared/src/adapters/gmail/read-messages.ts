import type { MailboxMessage } from '../../application/ports/mailbox.ts';
import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { messageSchema, type GmailMessage } from './answers.ts';
import { batchSize } from './call-schedule.ts';
import type { GmailCalls, PartOutcome } from './gmail-calls.ts';
import { mailboxMessage, messagePath, readMessage } from './gmail-messages.ts';

/** What came of reading several messages; those that are gone stand nowhere. */
export type ReadMessages = {
  readonly messages: readonly MailboxMessage[];
  /** Could not be read, though others could. */
  readonly unread: readonly MailboxMessageId[];
  /** Not read because of `failure`, in their order; empty where there was none. */
  readonly left: readonly MailboxMessageId[];
  readonly failure: CallFailure | null;
};

/**
 * Reads messages in batches, one at a time. A part that was refused because of its company (too many at once, a server
 * in trouble, a cut answer) is read again alone; a limit or a lost grant ends the reading, and what was read stays.
 */
export async function readMessages(
  calls: GmailCalls,
  ids: readonly MailboxMessageId[],
): Promise<ReadMessages> {
  const messages: MailboxMessage[] = [];
  const unread: MailboxMessageId[] = [];
  for (let at = 0; at < ids.length; at += batchSize) {
    const chunk = ids.slice(at, at + batchSize);
    const read = await readChunk(calls, chunk);
    messages.push(...read.messages);
    unread.push(...read.unread);
    if (read.failure !== null) {
      return { ...read, messages, unread, left: [...read.left, ...ids.slice(at + batchSize)] };
    }
  }
  return { messages, unread, left: [], failure: null };
}

async function readChunk(
  calls: GmailCalls,
  ids: readonly MailboxMessageId[],
): Promise<ReadMessages> {
  const batch = ids.length > 1 ? await askTogether(calls, ids) : null;
  if (batch !== null && batch.kind !== 'ok') {
    return { messages: [], unread: [], left: ids, failure: batch };
  }
  const messages: MailboxMessage[] = [];
  const unread: MailboxMessageId[] = [];
  const left: MailboxMessageId[] = [];
  const again: MailboxMessageId[] = [];
  let failure: CallFailure | null = null;

  for (const [place, id] of ids.entries()) {
    const part = batch?.value[place] ?? { kind: 'unanswered' };
    const fate = fateOf(id, part);
    if (fate === 'again') again.push(id);
    else if (fate === 'unread') unread.push(id);
    else if (fate.kind === 'ok') messages.push(...fate.value);
    else {
      left.push(id);
      failure ??= fate;
    }
  }
  const couldRead = again.length < ids.length;
  for (const id of again) {
    const message = failure === null ? await readMessage(calls, id) : null;
    if (message?.kind === 'ok') messages.push(...(message.value === null ? [] : [message.value]));
    else if (message !== null && isItsOwn(message, couldRead || messages.length > 0)) {
      unread.push(id);
    } else {
      left.push(id);
      failure ??= message;
    }
  }
  // Batches may be answered in any order; what is left keeps the order of the list.
  return { messages, unread, left: ids.filter((id) => left.includes(id)), failure };
}

async function askTogether(
  calls: GmailCalls,
  ids: readonly MailboxMessageId[],
): Promise<Outcome<readonly PartOutcome<GmailMessage>[]>> {
  const answer = await calls.getAll(ids.map(messagePath), { format: 'metadata' }, messageSchema);
  // No such address: somebody between Google and us takes no batches. One by one it goes all the same.
  return answer.kind === 'missing' ? { kind: 'ok', value: [] } : answer;
}

type Fate =
  | { readonly kind: 'ok'; readonly value: readonly MailboxMessage[] }
  | 'again'
  | 'unread'
  | CallFailure;

function fateOf(id: MailboxMessageId, part: PartOutcome<GmailMessage>): Fate {
  switch (part.kind) {
    case 'ok':
      // An answer that stands in another's place is none.
      return part.value.id === id ? { kind: 'ok', value: [mailboxMessage(part.value)] } : 'again';
    case 'missing':
      return { kind: 'ok', value: [] };
    case 'unanswered':
      return 'again';
    case 'refused':
      return 'unread';
    case 'unknown':
      return part.cause === 'malformed-answer' ? 'unread' : 'again';
    case 'rate-limited':
      return part.limit === 'concurrency' ? 'again' : part;
    case 'reconnect-needed':
      return part;
    default:
      return part satisfies never;
  }
}

/** A message that fails alone while others can be read is the trouble itself; a server that answers nothing is not. */
function isItsOwn(failure: CallFailure, couldReadOthers: boolean): boolean {
  if (failure.kind === 'refused') return true;
  if (failure.kind !== 'unknown') return false;
  if (failure.cause === 'malformed-answer') return true;
  return failure.cause === 'server-error' && couldReadOthers;
}
