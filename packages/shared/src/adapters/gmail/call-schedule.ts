import type { Clock, Wait } from '../../application/ports/clock.ts';
import { createPlaces } from '../http/places.ts';
import { createUnitBudget } from './unit-budget.ts';

/** Requests that Google is said to carry out at once for one user; more are answered with "Too many concurrent requests". */
const parallel = 10;

/** One of them is never taken by reading, so that a send finds it free at any instant. */
const parallelReads = parallel - 1;

/** Messages that one batch asks for: its parts are carried out at the same time. */
export const batchSize = parallelReads;

/** What a call takes up: requests at the same time, and quota units. */
export type Need = { readonly slots: number; readonly units: number };

/** Makes a call once there is room for it. */
export type Admit = <Result>(need: Need, call: () => Promise<Result>) => Promise<Result>;

/** When the calls of one account may be made. */
export type CallSchedule = {
  /** What a mail needs to leave: goes first and does not wait for the budget, but is counted in it. */
  readonly sends: Admit;
  /** Everything else: one after the other, inside the budget, and only in room that no send wants. */
  readonly reads: Admit;
};

/** For a call that stands alone, as in the middle of connecting. */
export const admitAtOnce: Admit = (_need, call) => call();

/** Keeps one account inside Google's limits: at most ten requests at once and the units of a minute, sends first. */
export function createCallSchedule(clock: Clock, wait: Wait): CallSchedule {
  const budget = createUnitBudget(clock);
  const places = createPlaces(parallel, parallelReads);
  const counted =
    <Result>(units: number, call: () => Promise<Result>) =>
    () => {
      budget.take(units);
      return call();
    };
  return {
    sends: ({ slots, units }, call) => places.sends(slots, counted(units, call)),
    reads: ({ slots, units }, call) =>
      places.reads(slots, counted(units, call), () => {
        const waitMs = budget.waitMs(units);
        return waitMs === 0 ? null : wait(waitMs);
      }),
  };
}
