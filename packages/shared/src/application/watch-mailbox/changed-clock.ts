import { settleMs } from '../../domain/sending/undo.ts';
import type { WatchState } from '../ports/watch-state.ts';

/** Looks come every minute. After a longer pause the program slept, or the clock was put forward: nobody can tell which. */
const longestPauseMs = 10 * 60_000;

/** Less than this is no changed clock but its usual correction, ms. */
const correctionMs = 2000;

/**
 * The state with all that was reckoned by a clock that may have been changed since reckoned anew: what settles by time
 * waits its whole time once more, and a gate that was set by a clock which ran ahead is as long as it was meant to be.
 * Gives the very same state where nothing had to change.
 */
export function heedChangedClock(state: WatchState, now: number): WatchState {
  const changes = { ...settling(state, now), ...gate(state, now) };
  return Object.keys(changes).length === 0 ? state : { ...state, ...changes };
}

function settling({ lookedAt }: WatchState, now: number): Partial<WatchState> {
  if (lookedAt === null) return {};
  const pause = now - lookedAt;
  const isUsual = pause >= -correctionMs && pause <= longestPauseMs;
  return isUsual ? {} : { settleNotBefore: now + settleMs };
}

function gate({ gateUntil, gateSet }: WatchState, now: number): Partial<WatchState> {
  if (gateUntil === null || gateSet === undefined || now >= gateSet.at - correctionMs) return {};
  const named = gateSet.namedUntil ?? 0;
  return {
    gateUntil: Math.max(named, now + gateUntil - gateSet.at),
    gateSet: { ...gateSet, at: now },
  };
}
