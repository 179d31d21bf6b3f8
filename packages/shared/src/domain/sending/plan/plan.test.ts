import {
  type Arbitrary,
  array,
  assert,
  constantFrom,
  integer,
  nat,
  option,
  property,
  record,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Counted,
  type Departure,
  type PlanInput,
  type PlanLimit,
  type QueuedMail,
  sendClasses,
} from './plan-input.ts';
import { createPlanner, plan } from './plan.ts';
import { planByTheLetter } from './testing/plan-by-the-letter.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const instant = integer({ min: 0, max: 40 });

const counted: Arbitrary<Counted> = tuple(integer({ min: 0, max: 4 }), nat()).map(
  ([recipients, some]) => ({ recipients, external: some % (recipients + 1) }),
);

const anyLimit: Arbitrary<Omit<PlanLimit, 'id'>> = record(
  {
    counts: constantFrom('messages', 'recipients', 'external'),
    max: integer({ min: 0, max: 8 }),
    windowMs: integer({ min: 1, max: 18 }),
    reserve: integer({ min: 0, max: 3 }),
  },
  { requiredKeys: ['counts', 'max', 'windowMs'] },
);

const departure = tuple(instant, counted).map(([at, { recipients, external }]) => ({
  at,
  recipients,
  external,
}));

const anyMail = tuple(constantFrom(...sendClasses), counted, option(instant));

/** Small inputs of a plan, crowded enough that most of it must wait or is refused. */
const planInputs: Arbitrary<PlanInput> = record({
  now: integer({ min: 10, max: 25 }),
  limits: array(anyLimit, { maxLength: 4 }).map((limits) =>
    limits.map((one, at) => Object.assign({ id: `limit ${at}` }, one)),
  ),
  sent: array(departure, { maxLength: 14 }),
  queue: array(anyMail, { maxLength: 14 }).map((mails) =>
    mails.map(([kind, { recipients, external }, notBefore], at) => ({
      id: `mail ${at}`,
      class: kind,
      recipients,
      external,
      ...(notBefore === null ? {} : { notBefore }),
    })),
  ),
});

it('is the plan that the rule gives, letter by letter', () => {
  assert(
    property(planInputs, (input) => {
      expect(plan(input)).toEqual(planByTheLetter(input));
    }),
    { numRuns: 3000 },
  );
});

it('keeps every window where thousands are planned', () => {
  const limits: readonly PlanLimit[] = [
    { id: 'short', counts: 'messages', max: 3, windowMs: 60 },
    { id: 'long', counts: 'recipients', max: 900, windowMs: 5000, reserve: 100 },
  ];
  const queue: readonly QueuedMail[] = Array.from({ length: 1500 }, (_, at) => ({
    id: `${at}`,
    class: at % 7 === 0 ? 'hand' : 'bulk',
    recipients: 1 + (at % 3),
    external: 0,
    ...(at % 11 === 0 ? { notBefore: 7 * at } : {}),
  }));
  const sent: readonly Departure[] = Array.from({ length: 240 }, (_, at) => ({
    at: at * 20,
    recipients: 1,
    external: 0,
  }));
  const placed = plan({ now: 4900, limits, sent, queue });
  const left = [...sent];
  for (const [no, placement] of placed.entries()) {
    const mail = queue[no];
    if (placement.kind === 'placed' && mail !== undefined) {
      left.push({ at: placement.at, recipients: mail.recipients, external: 0 });
    }
  }
  expect(left).toHaveLength(1740);
  const tooFull = left.filter(({ at: end }) => {
    const within = (windowMs: number) => left.filter(({ at }) => at > end - windowMs && at <= end);
    const people = within(5000).reduce((sum, { recipients }) => sum + recipients, 0);
    return within(60).length > 3 || people > 900;
  });
  expect(tooFull).toEqual([]);
});

/** When the last of so many mails to one person each leaves, counted from now. */
function finish(limit: PlanLimit, count: number): number | null {
  const queue = Array.from({ length: count }, (_, at): QueuedMail => ({
    id: `${at}`,
    class: 'bulk',
    recipients: 1,
    external: 1,
  }));
  const last = plan({ now: 0, limits: [limit], sent: [], queue }).at(-1);
  return last?.kind === 'placed' ? last.at : null;
}

describe('finishes known from the arithmetic', () => {
  it.each([
    [30, 1980],
    [20, 2940],
  ])('1,000 mails at %i a minute end after %i s', (max, seconds) => {
    const limit = { id: 'x.min', counts: 'messages', max, windowMs: minute } as const;
    expect(finish(limit, 1000)).toBe(seconds * 1000);
  });

  it('the 2,001st under 2,000 a day leaves after exactly 24 hours', () => {
    const limit = { id: 'g.msg', counts: 'messages', max: 2000, windowMs: day } as const;
    expect(finish(limit, 2000)).toBe(0);
    expect(finish(limit, 2001)).toBe(day);
  });
});

it('plans again after each mail as if from the beginning', () => {
  assert(
    property(planInputs, ({ now, limits, sent, queue }) => {
      const planner = createPlanner(limits, now);
      for (const [at, mail] of sent.entries()) {
        planner.left(mail);
        const known = sent.slice(0, at + 1);
        const again = new Map([...planner.plan(now, queue)].map((one) => [one.id, one]));
        const anew = plan({ now, limits, sent: known, queue });
        expect(queue.map(({ id }) => again.get(id))).toEqual(anew);
      }
    }),
    { numRuns: 300 },
  );
});
