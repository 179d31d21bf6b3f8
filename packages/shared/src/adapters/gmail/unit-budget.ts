import type { Clock } from '../../application/ports/clock.ts';

/**
 * Units that reading takes in a minute when there is much to read. Google allows 6,000 a minute and user to projects
 * made since May 2026 (Gmail API "Usage limits"); the rest is left for sends and for a clock that differs from Google's.
 */
const unitsPerMinute = 5400;

/** Units that can be taken at once, so that an everyday look need not wait. Any minute takes at most this much more. */
const atOnce = 360;

/** A count of the quota units that were spent. */
export type UnitBudget = {
  /** How long to wait before these units may be taken, ms. */
  waitMs(units: number): number;
  /** Takes units, also such as are not there: what follows then waits longer. */
  take(units: number): void;
};

/** Makes a budget that fills evenly. Even steps also keep each wait short, which a worker that Chrome ends when it rests needs. */
export function createUnitBudget(clock: Clock): UnitBudget {
  let left = atOnce;
  let countedAt = clock();
  const count = () => {
    const now = clock();
    // A clock that was set back gives nothing; one that was set forward gives no more than a rest would.
    const elapsed = Math.max(0, now - countedAt);
    left = Math.min(atOnce, left + (elapsed * unitsPerMinute) / 60_000);
    countedAt = now;
  };
  return {
    waitMs(units) {
      count();
      const missing = Math.min(units, atOnce) - left;
      return Math.max(0, Math.ceil((missing * 60_000) / unitsPerMinute));
    },
    take(units) {
      count();
      left -= units;
    },
  };
}
