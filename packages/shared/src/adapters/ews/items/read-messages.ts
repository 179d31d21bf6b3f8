import type { MailboxMessage } from '../../../application/ports/mailbox.ts';
import type { CallFailure, Outcome } from '../../../application/ports/outcome.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import type { EwsFailure } from '../read-refusal.ts';
import type { PartOutcome } from '../read-response.ts';
import { getItemRequest } from '../requests/item-requests.ts';
import { onlyItemIn } from './ews-item.ts';
import { messageOf, messagePaths } from './message-of.ts';

/** Messages asked for by one request: with headers of 10 kB each, well under the smallest limit of Office, 1 MB. */
const batchSize = 40;

/** How often a batch that cannot be read is taken apart, so that one message does not hide the others. */
const maxSplits = 12;

/** What became of one message that was asked for. */
export type ReadOne =
  | { readonly kind: 'message'; readonly message: MailboxMessage }
  /** Deleted or moved since it was listed. */
  | { readonly kind: 'gone' }
  /** There, and could not be read, though others could. */
  | { readonly kind: 'unread' };

/** What came of reading several messages: so many of the first, and why the rest was not read. */
export type ReadMessages = {
  readonly read: readonly ReadOne[];
  readonly failure: CallFailure | null;
};

/** Reads messages by GetItem, in their order; a limit or a lost grant ends the reading, and what was read stays. */
export async function readMessages(
  calls: EwsCalls,
  ids: readonly string[],
  sentFolderId: string,
): Promise<ReadMessages> {
  const read: ReadOne[] = [];
  const waiting = [...batchesOf(ids)];
  let splits = 0;
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const answer = await askFor(calls, batch);
    if (answer.kind === 'ok') {
      const ones = batch.map((id, place) => fateOf(id, answer.value[place], sentFolderId));
      const stop = ones.findIndex((one) => one.kind === 'stop');
      const end = ones[stop];
      read.push(...ones.slice(0, stop === -1 ? ones.length : stop).filter(isRead));
      if (end?.kind === 'stop') return { read, failure: end.failure };
    } else if (isItsOwn(answer) && batch.length > 1 && splits < maxSplits) {
      splits += 1;
      const half = Math.ceil(batch.length / 2);
      waiting.unshift(batch.slice(0, half), batch.slice(half));
    } else if (isItsOwn(answer) && batch.length === 1 && read.length + waiting.length > 0) {
      read.push({ kind: 'unread' });
    } else {
      return { read, failure: asCallFailure(answer, '') };
    }
  }
  return { read, failure: null };
}

/** Reads the one item that a part of an answer holds. */
export function messageIn(part: PartOutcome, sentFolderId: string): Outcome<MailboxMessage | null> {
  if (part.kind === 'missing') return { kind: 'ok', value: null };
  if (part.kind !== 'ok') return asCallFailure(part, '');
  const item = onlyItemIn(part.part);
  return item === null
    ? { kind: 'unknown', cause: 'malformed-answer' }
    : { kind: 'ok', value: messageOf(item, sentFolderId) };
}

function* batchesOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += batchSize) yield ids.slice(at, at + batchSize);
}

async function askFor(
  calls: EwsCalls,
  ids: readonly string[],
): Promise<{ readonly kind: 'ok'; readonly value: readonly PartOutcome[] } | EwsFailure> {
  const answer = await calls.all(getItemRequest(ids, messagePaths));
  if (answer.kind !== 'ok') return answer;
  // Parts stand in the order of what was asked for: with one too few, nobody knows which is which.
  return answer.parts.length === ids.length
    ? { kind: 'ok', value: answer.parts }
    : { kind: 'unknown', cause: 'malformed-answer' };
}

type Fate = ReadOne | { readonly kind: 'stop'; readonly failure: CallFailure };

const isRead = (fate: Fate): fate is ReadOne => fate.kind !== 'stop';

function fateOf(id: string, part: PartOutcome | undefined, sentFolderId: string): Fate {
  const unread = { kind: 'unread' } as const;
  if (part?.kind === 'ok') {
    const item = onlyItemIn(part.part);
    // An answer that stands in another's place is none.
    return item?.id === id ? { kind: 'message', message: messageOf(item, sentFolderId) } : unread;
  }
  if (part?.kind === 'missing') return { kind: 'gone' };
  const isEnd = part?.kind === 'rate-limited' || part?.kind === 'reconnect-needed';
  return isEnd ? { kind: 'stop', failure: part } : unread;
}

/** Whether a message of the batch can be the trouble itself. */
function isItsOwn(failure: EwsFailure): boolean {
  return (
    failure.kind === 'too-large' ||
    (failure.kind === 'unknown' && failure.cause === 'malformed-answer')
  );
}
