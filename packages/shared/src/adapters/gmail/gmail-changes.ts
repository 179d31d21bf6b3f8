import type { Clock } from '../../application/ports/clock.ts';
import type { Mailbox } from '../../application/ports/mailbox.ts';
import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { messageListSchema } from './answers.ts';
import { batchSize } from './call-schedule.ts';
import { missingIsRefused, type GmailCalls } from './gmail-calls.ts';
import { noHistory, readCursor, writeCursor, type GmailCursor } from './gmail-cursor.ts';
import { readHistory } from './gmail-history.ts';
import { readProfile } from './gmail-profile.ts';
import { readMessages } from './read-messages.ts';

/**
 * Messages read by one call of `changes`: six batches, about twelve seconds of the budget. What was read is then stored
 * before the next begins, so that a worker that is killed repeats no more than this.
 */
const stepSize = 6 * batchSize;

/** Listing anew begins this long before the last look, because two clocks are compared, ms. */
const overlapMs = 10 * 60_000;

/** Pages of 500 when listing anew: a mailbox of which more is unknown is read from its newest 10,000 on. */
const maxListPages = 20;

/** What was listed and must now be read. */
type Listed = {
  readonly historyId: string;
  readonly lookedAt: number;
  readonly toRead: readonly MailboxMessageId[];
  readonly withdrawn: readonly MailboxMessageId[];
  readonly resynced: boolean;
  readonly more: boolean;
};

/**
 * Reads what changed in a Gmail account, by history or, where Google has forgotten it, by listing mail anew. A limit met
 * in the middle of a step gives what was read until then, and itself with the next call: asking again would only make
 * Google's own time later.
 */
export function createGmailChanges(calls: GmailCalls, clock: Clock): Mailbox['changes'] {
  let owed: CallFailure | null = null;
  return async (since) => {
    const failure = owed;
    owed = null;
    if (failure !== null && isStill(failure, clock())) return failure;
    const cursor = since === null ? null : readCursor(since);
    const listed = cursor === null ? await begin(calls, clock) : await list(calls, clock, cursor);
    if (listed.kind !== 'ok') return listed;
    const { historyId, lookedAt, toRead, withdrawn, resynced, more } = listed.value;
    const step = await readMessages(calls, toRead.slice(0, stepSize));
    const isProgress = step.messages.length + step.unread.length > 0;
    if (step.failure !== null && !isProgress) return step.failure;
    owed = step.failure;
    const pending = [...step.left, ...toRead.slice(stepSize)];
    return {
      kind: 'ok',
      value: {
        cursor: writeCursor({ historyId, lookedAt, pending }),
        appeared: step.messages
          .filter((message) => !message.draft)
          .toSorted((one, other) => one.receivedAt - other.receivedAt),
        unread: step.unread,
        withdrawn,
        resynced,
        more: more || pending.length > 0,
      },
    };
  };
}

/** Only a limit whose time lies ahead is worth remembering; anything else the next call finds out for itself. */
function isStill(failure: CallFailure, now: number): boolean {
  return failure.kind === 'rate-limited' && (failure.retryAt === null || failure.retryAt > now);
}

/** Nothing before this instant is watched; history is taken up from here. */
async function begin(calls: GmailCalls, clock: Clock): Promise<Outcome<Listed>> {
  const lookedAt = clock();
  const profile = await readProfile(calls);
  if (profile.kind !== 'ok') return profile;
  const { historyId } = profile.value;
  return {
    kind: 'ok',
    value: { historyId, lookedAt, toRead: [], withdrawn: [], resynced: false, more: false },
  };
}

async function list(
  calls: GmailCalls,
  clock: Clock,
  cursor: GmailCursor,
): Promise<Outcome<Listed>> {
  const { pending, ...cursorPoint } = cursor;
  if (pending.length > 0) {
    const toRead = pending.map((id) => branded<MailboxMessageId>(id));
    const value = { ...cursorPoint, toRead, withdrawn: [], resynced: false, more: true };
    return { kind: 'ok', value };
  }
  const now = clock();
  if (cursorPoint.historyId === noHistory) return listAnew(calls, now, cursorPoint.lookedAt);
  const history = await readHistory(calls, cursorPoint.historyId);
  if (history.kind === 'missing') return listAnew(calls, now, cursorPoint.lookedAt);
  if (history.kind !== 'ok') return history;
  return { kind: 'ok', value: { ...history.value, lookedAt: now, resynced: false } };
}

/** Everything that arrived since the last look, spam and trash included (users.messages.list, 5 units a page). */
async function listAnew(
  calls: GmailCalls,
  now: number,
  lookedAt: number,
): Promise<Outcome<Listed>> {
  // The new starting point comes first: what arrives while the list is read then shows in history, too.
  const profile = await readProfile(calls);
  if (profile.kind !== 'ok') return profile;
  const ids: MailboxMessageId[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < maxListPages; page += 1) {
    const after = Math.floor((lookedAt - overlapMs) / 1000);
    const query = {
      q: `in:anywhere after:${after} -in:drafts`,
      includeSpamTrash: 'true',
      maxResults: '500',
      pageToken,
    };
    const answer = missingIsRefused(
      await calls.get('messages', query, messageListSchema),
      'Gmail did not list the mailbox.',
    );
    if (answer.kind !== 'ok') return answer;
    ids.push(...answer.value.messages.map(({ id }) => branded<MailboxMessageId>(id)));
    pageToken = answer.value.nextPageToken;
    if (pageToken === undefined) break;
  }
  const { historyId } = profile.value;
  const toRead = ids.toReversed();
  return {
    kind: 'ok',
    value: { historyId, lookedAt: now, toRead, withdrawn: [], resynced: true, more: false },
  };
}
