import { gateAfter } from '../../domain/sending/gate.ts';
import type { CallFailure } from '../ports/outcome.ts';
import type { UnreadMessage, WatchState } from '../ports/watch-state.ts';

/**
 * Whether a failure may be the fault of the one message that was asked for. Such a message is set aside and the watch
 * goes on; every other failure (offline, a limit, a lost grant) would meet the next message, too, and ends the look.
 */
export function isAboutOneMessage(failure: CallFailure): boolean {
  if (failure.kind === 'refused') return true;
  return (
    failure.kind === 'unknown' &&
    (failure.cause === 'malformed-answer' || failure.cause === 'server-error')
  );
}

/** The state after a look that a failure ended: cursor and all that was set aside stay as they were last stored. */
export function stateAfterFailure(
  state: WatchState,
  failure: CallFailure,
  now: number,
): WatchState {
  if (failure.kind !== 'rate-limited') return { ...state, gateUntil: null, problem: failure };
  const gateUntil = gateAfter({
    now,
    retryAt: failure.retryAt,
    limit: failure.limit,
    refusalsBefore: state.refusals,
  });
  return {
    ...state,
    gateUntil,
    gateSet: { at: now, namedUntil: failure.retryAt },
    refusals: state.refusals + 1,
    problem: { ...failure, retryAt: gateUntil },
  };
}

/** Tries of one message before it counts as unreadable, and the least time they are spread over, so that an outage costs nothing. */
const maxTries = 5;
const leastPatienceMs = 3_600_000;

/** Enough to count and to look at; a mailbox full of garbage must not fill the store. */
const maxUnreadable = 1000;

/** The state with one more failed try of a message; given up, it moves from `unread` to `unreadable`. */
export function setAside(
  state: WatchState,
  id: UnreadMessage['id'],
  now: number,
): Pick<WatchState, 'unread' | 'unreadable'> {
  const before = state.unread.find((entry) => entry.id === id);
  const others = state.unread.filter((entry) => entry.id !== id);
  const tried = { id, tries: (before?.tries ?? 0) + 1, since: before?.since ?? now };
  if (tried.tries < maxTries || now - tried.since < leastPatienceMs) {
    return { unread: [...others, tried], unreadable: state.unreadable };
  }
  const known = state.unreadable.filter((other) => other !== id);
  return { unread: others, unreadable: [...known, id].slice(-maxUnreadable) };
}
