import type { BounceCategory } from '../../bounce/category.ts';
import type { NotSentReason } from '../event.ts';
import type { MailFacts } from './mail-facts.ts';
import { mapMeasures, type MeasureId, measureIds, measures } from './measures.ts';

/** How often something happened, and at how many recipients. */
export type Count = {
  readonly total: number;
  /** Each mail at each recipient once. */
  readonly unique: number;
};

/** What became of a group of mails. */
export type Counts = {
  readonly mails: number;
  readonly of: Readonly<Record<MeasureId, Count>>;
  /** Bounces by reason; a reason that did not occur is absent. */
  readonly bounces: Readonly<Partial<Record<BounceCategory, number>>>;
  readonly notSent: Readonly<Partial<Record<NotSentReason, number>>>;
};

/** Counts of a group that mails are added to and taken from. */
export type Tally = {
  /** Counts the facts of a mail in (1) or out again (−1). */
  count(facts: MailFacts, sign: 1 | -1): void;
  isEmpty(): boolean;
  read(): Counts;
};

/** Counts of no mail yet. */
export function createTally(): Tally {
  let mails = 0;
  const totals = new Float64Array(measureIds.length);
  const uniques = new Float64Array(measureIds.length);
  const bounces = new Map<BounceCategory, number>();
  const notSent = new Map<NotSentReason, number>();
  return {
    count({ recipients }, sign) {
      mails += sign;
      for (const facts of recipients) {
        for (const [at, id] of measureIds.entries()) {
          const times = measures[id].times(facts);
          if (times === 0) continue;
          totals[at] = (totals[at] ?? 0) + sign * times;
          uniques[at] = (uniques[at] ?? 0) + sign;
        }
        if (facts.bounced !== null) addTo(bounces, facts.bounced.category, sign);
        if (facts.notSent !== null) addTo(notSent, facts.notSent, sign);
      }
    },
    isEmpty: () => mails === 0,
    read: () => ({
      mails,
      of: mapMeasures((_id, at) => ({ total: totals[at] ?? 0, unique: uniques[at] ?? 0 })),
      bounces: Object.fromEntries(inOrder(bounces)),
      notSent: Object.fromEntries(inOrder(notSent)),
    }),
  };
}

function addTo<Key>(numbers: Map<Key, number>, key: Key, by: number): void {
  const sum = (numbers.get(key) ?? 0) + by;
  if (sum === 0) numbers.delete(key);
  else numbers.set(key, sum);
}

/** Most frequent first, equals by name, so that the order does not tell in which order events came. */
function inOrder<Key extends string>(numbers: ReadonlyMap<Key, number>): readonly [Key, number][] {
  return [...numbers].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}
