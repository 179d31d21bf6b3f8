import { createPlanner, plan } from '@postrider/shared/domain/sending/plan/plan';
import type { PlanLimit } from '@postrider/shared/domain/sending/plan/plan-input';

import { type Bench, type Figure, median } from '../figure.ts';
import { crowdedPlan, monday, numbers } from './plan-work.ts';

const rounds = 7;
/** So many drafts are made ahead at most: these must know their time at once, the forecast for the rest may follow. */
const nextMails = 200;

/** What a plan costs, against the sorting of 100,000 random numbers in the same run. */
export const measurePlan: Bench = async () => {
  const small = crowdedPlan(10_000);
  const large = crowdedPlan(100_000);
  const sort = times(rounds, () => {
    const random = numbers(1);
    const values = Float64Array.from({ length: 100_000 }, random);
    return () => values.toSorted();
  });
  const anew = times(rounds, () => () => plan(small));
  const tenfold = times(3, () => () => plan(large));
  const planner = createPlanner(small.limits, monday);
  for (const mail of small.sent) planner.left(mail);
  const again = times(rounds, (round) => () => {
    planner.left({ at: monday + round, recipients: 1, external: 1 });
    const placements = planner.plan(monday + round, small.queue);
    for (let read = 0; read < nextMails; read += 1) placements.next();
  });
  const whole = times(rounds, (round) => () => {
    planner.left({ at: monday + rounds + round, recipients: 1, external: 1 });
    return [...planner.plan(monday + rounds + round, small.queue)];
  });
  const sorted = { what: 'sorting 100,000 numbers', value: sort };
  const once = { what: 'planning 10,000 anew', value: anew };
  return [
    line('10,000 queued over 10,000 sent, six limits', anew, 20 * sort, sorted),
    line('100,000 queued over 100,000 sent', tenfold, 14 * anew, once),
    line(`after one more sent mail: the next ${nextMails}`, again, anew / 10, once),
    line('after one more sent mail: all 10,000', whole, null, once),
    ...finishes(),
  ];
};

/** The middle of how long some work takes, ms; what is prepared for it is not counted. */
function times(count: number, prepare: (round: number) => () => unknown): number {
  const taken = Array.from({ length: count }, (_, round) => {
    const work = prepare(round);
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return median(taken);
}

function line(
  figure: string,
  measured: number,
  limit: number | null,
  reference: Figure['reference'],
): Figure {
  return {
    figure: `plan: ${figure}`,
    measured,
    unit: 'ms',
    limit,
    ...(reference === undefined ? {} : { reference }),
  };
}

/** The finish of long lists against the recursion s_k = max(s_{k−1} + gap, s_{k−N} + W of each limit), gap 0. */
function finishes(): readonly Figure[] {
  const limits: readonly PlanLimit[] = [
    { id: 'minute', counts: 'messages', max: 20, windowMs: 60_000 },
    { id: 'day', counts: 'messages', max: 1500, windowMs: 24 * 3_600_000 },
  ];
  return [2000, 10_000].map((count) => {
    const expected: number[] = [];
    for (let k = 0; k < count; k += 1) {
      const held = limits.map(({ max, windowMs }) => (expected[k - max] ?? -Infinity) + windowMs);
      expected.push(Math.max(expected[k - 1] ?? monday, ...held));
    }
    const queue = expected.map((_, at) => ({
      id: `${at}`,
      class: 'bulk' as const,
      recipients: 1,
      external: 1,
    }));
    const placed = plan({ now: monday, limits, sent: [], queue });
    const wrong = placed.filter((one, at) => one.kind !== 'placed' || one.at !== expected[at]);
    return {
      figure: `plan: ${count.toLocaleString('en-US')} mails that leave at another millisecond than the recursion says`,
      measured: wrong.length,
      unit: '',
      limit: 0,
      rule: 'exactly',
    };
  });
}
