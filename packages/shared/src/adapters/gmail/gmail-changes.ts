import type { Clock } from '../../application/ports/clock.ts';
import type { Mailbox, MailboxMessage } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { messageListSchema, profileSchema } from './answers.ts';
import { missingIsRefused, type GmailCalls } from './gmail-calls.ts';
import { readCursor, writeCursor, type GmailCursor } from './gmail-cursor.ts';
import { readHistory } from './gmail-history.ts';
import { readMessage } from './gmail-messages.ts';

/**
 * Messages read by one call: 50 × 20 units leave most of a minute's 6,000 for the rest, and what was read is safe before
 * the next begins. They are read one after the other: faster would only run into the limit, and batches of parallel
 * parts are what Google answers with "Too many concurrent requests".
 */
const stepSize = 50;

/** Listing anew begins this long before the last look, because two clocks are compared, ms. */
const overlapMs = 10 * 60_000;

/** Pages of 500 when listing anew: a mailbox of which more is unknown is read from its newest 10,000 on. */
const maxListPages = 20;

/** What was listed and must now be read. */
type Listed = {
  readonly historyId: string;
  readonly lookedAt: number;
  readonly toRead: readonly string[];
  readonly withdrawn: readonly MailboxMessageId[];
  readonly resynced: boolean;
  readonly more: boolean;
};

/** Reads what changed in a Gmail account, by history or, where Google has forgotten it, by listing mail anew. */
export function createGmailChanges(calls: GmailCalls, clock: Clock): Mailbox['changes'] {
  return async (since) => {
    const cursor = since === null ? null : readCursor(since);
    const listed = cursor === null ? await begin(calls, clock) : await list(calls, clock, cursor);
    if (listed.kind !== 'ok') return listed;
    const { historyId, lookedAt, toRead, withdrawn, resynced, more } = listed.value;
    const step = await readAll(calls, toRead.slice(0, stepSize));
    if (step.kind !== 'ok') return step;
    const pending = toRead.slice(stepSize);
    return {
      kind: 'ok',
      value: {
        ...step.value,
        cursor: writeCursor({ historyId, lookedAt, pending }),
        withdrawn,
        resynced,
        more: more || pending.length > 0,
      },
    };
  };
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
    const value = { ...cursorPoint, toRead: pending, withdrawn: [], resynced: false, more: true };
    return { kind: 'ok', value };
  }
  const now = clock();
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
  const ids: string[] = [];
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
    ids.push(...answer.value.messages.map((message) => message.id));
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

/** Whose account this is, and where its history stands (users.getProfile, 1 unit). */
export async function readProfile(calls: GmailCalls) {
  return missingIsRefused(
    await calls.get('profile', {}, profileSchema),
    'This Google account has no Gmail.',
  );
}

type Step = {
  readonly appeared: readonly MailboxMessage[];
  readonly unread: readonly MailboxMessageId[];
};

/** Reads messages one by one; those whose answer cannot be read are named, those that are gone meanwhile are left out. */
async function readAll(calls: GmailCalls, ids: readonly string[]): Promise<Outcome<Step>> {
  const appeared: MailboxMessage[] = [];
  const unread: MailboxMessageId[] = [];
  for (const text of ids) {
    const id = branded<MailboxMessageId>(text);
    const message = await readMessage(calls, id);
    if (message.kind === 'ok') {
      if (message.value !== null && !message.value.draft) appeared.push(message.value);
    } else if (message.kind === 'unknown' && message.cause === 'malformed-answer') {
      unread.push(id);
    } else {
      return message;
    }
  }
  const byTime = appeared.toSorted((one, other) => one.receivedAt - other.receivedAt);
  return { kind: 'ok', value: { appeared: byTime, unread } };
}
