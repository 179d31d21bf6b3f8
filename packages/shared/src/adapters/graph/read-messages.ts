import type { MailboxMessage } from '../../application/ports/mailbox.ts';
import type { CallFailure } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { messageSchema, type GraphMessage } from './answers.ts';
import { batchSize } from './call-schedule.ts';
import { missingIsNull, type GraphCalls, type PartOutcome } from './graph-calls.ts';
import { mailboxMessage, messagePath, wholeMessage } from './graph-messages.ts';
import type { Place } from './own-addresses.ts';

/** What came of reading several messages; those that are gone stand nowhere. */
export type ReadMessages = {
  readonly messages: readonly MailboxMessage[];
  /** Could not be read, though others could. */
  readonly unread: readonly MailboxMessageId[];
  /** Not read because of `failure`; empty where there was none. */
  readonly left: readonly string[];
  readonly failure: CallFailure | null;
};

/** Reads messages in batches, one at a time. A part that the batch lost is read again alone; a limit or a lost grant ends the reading, and what was read stays. */
export async function readMessages(
  calls: GraphCalls,
  place: Place,
  ids: readonly string[],
): Promise<ReadMessages> {
  const messages: MailboxMessage[] = [];
  const unread: MailboxMessageId[] = [];
  for (let at = 0; at < ids.length; at += batchSize) {
    const chunk = ids.slice(at, at + batchSize);
    const parts = await together(calls, chunk);
    if (parts.failure !== null) {
      return { messages, unread, left: ids.slice(at), failure: parts.failure };
    }
    for (const [index, id] of chunk.entries()) {
      const part = parts.answers[index] ?? { kind: 'unanswered' };
      const read = await settled(calls, id, part);
      if (read.kind === 'ok') {
        if (read.value !== null) messages.push(mailboxMessage(read.value, place));
      } else if (isItsOwn(read)) {
        unread.push(branded<MailboxMessageId>(id));
      } else {
        return { messages, unread, left: ids.slice(at + index), failure: read };
      }
    }
  }
  return { messages, unread, left: [], failure: null };
}

async function together(calls: GraphCalls, ids: readonly string[]) {
  const none: readonly PartOutcome<GraphMessage>[] = [];
  if (ids.length < 2) return { answers: none, failure: null };
  const paths = ids.map((id) => messagePath(id, wholeMessage));
  const answer = await calls.getAll(paths, messageSchema);
  if (answer.kind === 'ok') return { answers: answer.value, failure: null };
  // Somebody between Graph and us takes no batches: one by one it goes all the same.
  if (answer.kind === 'missing' || answer.kind === 'forgotten') {
    return { answers: none, failure: null };
  }
  return { answers: none, failure: answer };
}

async function settled(calls: GraphCalls, id: string, part: PartOutcome<GraphMessage>) {
  const isAnswer =
    part.kind === 'ok'
      ? part.value.id === id
      : part.kind !== 'unanswered' &&
        !(part.kind === 'unknown' && part.cause === 'server-error') &&
        !(part.kind === 'rate-limited' && part.retryAt === null);
  if (isAnswer && part.kind !== 'unanswered') return missingIsNull(part);
  return missingIsNull(await calls.get(messagePath(id, wholeMessage), messageSchema));
}

/** A message that cannot be read is the trouble itself; anything else would meet the next one, too. */
function isItsOwn(failure: CallFailure): boolean {
  if (failure.kind === 'refused') return true;
  return (
    failure.kind === 'unknown' &&
    (failure.cause === 'malformed-answer' || failure.cause === 'server-error')
  );
}
