import type { Clock } from '../../application/ports/clock.ts';
import type { Mailbox, MailboxMessage } from '../../application/ports/mailbox.ts';
import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { readDeltas } from './deltas.ts';
import type { GraphCalls, GraphOutcome } from './graph-calls.ts';
import { cursorFrom, readCursor, writeCursor, type GraphCursor } from './graph-cursor.ts';
import type { Place } from './own-addresses.ts';
import { readMessages } from './read-messages.ts';
import { newestDate, overlapMs, sweepPage, withShown } from './sweep.ts';

/** Messages that the deltas named, read by one call of `changes`. */
const stepSize = 15;

/** What one step found. */
type Step = {
  readonly cursor: GraphCursor;
  readonly appeared: readonly MailboxMessage[];
  readonly unread: readonly MailboxMessageId[];
  readonly resynced: boolean;
  /** Ended the step after something had been found. */
  readonly failure: CallFailure | null;
};

/** What the steps work with. */
type Parts = {
  readonly calls: GraphCalls;
  readonly clock: Clock;
  readonly readPlace: () => Promise<Outcome<Place>>;
};

/**
 * Reads what changed in an Exchange mailbox: a sweep of all folders, page by page, then the deltas of three of them, then
 * what only those named. A failure in the middle gives what was found until then, and itself with the next call.
 */
export function createGraphChanges(parts: Parts): Mailbox['changes'] {
  let owed: CallFailure | null = null;
  return async (since) => {
    const failure = owed;
    owed = null;
    if (failure !== null && isStill(failure, parts.clock())) return failure;
    const place = await parts.readPlace();
    if (place.kind !== 'ok') return place;
    const cursor = since === null ? null : readCursor(since);
    const step =
      cursor === null
        ? await begin(parts, place.value)
        : await goOn(parts, place.value, cursor, nothing(cursor));
    if (step.kind !== 'ok') return asFailure(step);
    const { appeared, unread, resynced } = step.value;
    const isProgress = appeared.length + unread.length > 0;
    if (step.value.failure !== null && !isProgress) return step.value.failure;
    owed = step.value.failure;
    const { sweep, pending } = step.value.cursor;
    return {
      kind: 'ok',
      value: {
        cursor: writeCursor(step.value.cursor),
        appeared: appeared.toSorted((one, other) => one.receivedAt - other.receivedAt),
        unread,
        withdrawn: [],
        resynced,
        more: sweep !== null || pending.length > 0,
      },
    };
  };
}

/** Only a limit whose time lies ahead is worth remembering; anything else the next call finds out for itself. */
function isStill(failure: CallFailure, now: number): boolean {
  return failure.kind === 'rate-limited' && (failure.retryAt === null || failure.retryAt > now);
}

function nothing(cursor: GraphCursor): Step {
  return { cursor, appeared: [], unread: [], resynced: false, failure: null };
}

/** An empty mailbox is watched from so long ago, since its clock may not be ours, ms. */
const emptySinceMs = 24 * 3_600_000;

/** Nothing before this instant is watched: what the sweep shows around the newest message is remembered as shown. */
async function begin(parts: Parts, place: Place): Promise<GraphOutcome<Step>> {
  const newest = await newestDate(parts.calls);
  if (newest.kind !== 'ok') return newest;
  const now = parts.clock();
  let cursor = cursorFrom(newest.value === 0 ? now - emptySinceMs : Math.min(newest.value, now));
  do {
    const step = await goOn(parts, place, cursor, nothing(cursor));
    if (step.kind !== 'ok') return step;
    if (step.value.failure !== null) return step.value.failure;
    ({ cursor } = step.value);
  } while (cursor.sweep !== null);
  return { kind: 'ok', value: nothing({ ...cursor, pending: [] }) };
}

async function goOn(
  parts: Parts,
  place: Place,
  cursor: GraphCursor,
  so: Step,
): Promise<GraphOutcome<Step>> {
  if (cursor.pending.length > 0) {
    return { kind: 'ok', value: await readPending(parts, place, cursor, so) };
  }
  if (cursor.sweep === null || cursor.sweep.next !== null) {
    return sweepOn(parts, place, cursor);
  }
  return askDeltas(parts, place, cursor, so);
}

/** A page of the sweep; after its last one the deltas follow in the same step. */
async function sweepOn(
  parts: Parts,
  place: Place,
  before: GraphCursor,
): Promise<GraphOutcome<Step>> {
  const startedAt = before.sweep?.startedAt ?? parts.clock();
  const page = await sweepPage(parts.calls, place, before);
  // A page that Graph knows nothing of any more: the sweep begins again, and what it showed is remembered.
  const isLost = page.kind === 'missing' || page.kind === 'forgotten' || page.kind === 'refused';
  if (isLost && before.sweep !== null) return sweepOn(parts, place, { ...before, sweep: null });
  if (page.kind !== 'ok') return page;
  const { appeared, unread, shown, next } = page.value;
  const newest = Math.max(before.sweep?.newest ?? 0, page.value.newest);
  const cursor = { ...before, shown, sweep: { startedAt, newest, next } };
  const so: Step = { cursor, appeared, unread, resynced: false, failure: null };
  if (next !== null) return { kind: 'ok', value: so };
  const rest = await askDeltas(parts, place, cursor, so);
  if (rest.kind === 'ok') return rest;
  return { kind: 'ok', value: { ...so, failure: asFailure(rest) } };
}

async function askDeltas(
  parts: Parts,
  place: Place,
  before: GraphCursor,
  so: Step,
): Promise<GraphOutcome<Step>> {
  const deltas = await readDeltas(parts.calls, before);
  if (deltas.kind !== 'ok') return deltas;
  const { ids, links, begun, more } = deltas.value;
  const sweptTo = Math.max(before.sweptTo, sweptBy(before));
  const oldest = (sweptTo - overlapMs) / 1000;
  const cursor: GraphCursor = {
    links,
    sweptTo,
    shown: before.shown.filter(([, second]) => second >= Math.floor(oldest)),
    sweep: more ? before.sweep : null,
    pending: [...ids],
  };
  const step = { ...so, cursor, resynced: begun };
  return {
    kind: 'ok',
    value: ids.length === 0 ? step : await readPending(parts, place, cursor, step),
  };
}

/** By the dates of the messages, since the rep's clock may be fast; no further than our clock, since a date may be made up. */
function sweptBy({ sweep }: GraphCursor): number {
  return sweep === null ? 0 : Math.min(sweep.newest, sweep.startedAt);
}

async function readPending(
  { calls }: Parts,
  place: Place,
  cursor: GraphCursor,
  so: Step,
): Promise<Step> {
  const read = await readMessages(calls, place, cursor.pending.slice(0, stepSize));
  const appeared = read.messages.filter((message) => !message.draft);
  return {
    ...so,
    cursor: {
      ...cursor,
      shown: withShown(cursor.shown, appeared),
      pending: [...read.left, ...cursor.pending.slice(stepSize)],
    },
    appeared: [...so.appeared, ...appeared],
    unread: [...so.unread, ...read.unread],
    failure: read.failure,
  };
}

const malformed: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };

/** A list that Graph has lost: listing begins anew from the last look. */
function asFailure(outcome: Exclude<GraphOutcome<never>, { kind: 'ok' }>): CallFailure {
  return outcome.kind === 'missing' || outcome.kind === 'forgotten' ? malformed : outcome;
}
