import {
  type Departure,
  type PlanInput,
  type PlanLimit,
  type QueuedMail,
  sendClasses,
} from '@postrider/shared/domain/sending/plan/plan-input';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** When all of the bench's plans begin: Monday, 5 October 2026, 9:00 UTC. */
export const monday = Date.UTC(2026, 9, 5, 9);

const sixLimits: readonly PlanLimit[] = [
  { id: 'g.msg', counts: 'messages', max: 2000, windowMs: dayMs, reserve: 200 },
  { id: 'g.rcpt', counts: 'recipients', max: 10_000, windowMs: dayMs },
  { id: 'g.ext', counts: 'external', max: 3000, windowMs: dayMs, reserve: 100 },
  { id: 'x.min', counts: 'messages', max: 30, windowMs: minuteMs, reserve: 5 },
  { id: 'hour', counts: 'messages', max: 400, windowMs: hourMs },
  { id: 'bulk', counts: 'messages', max: 10, windowMs: minuteMs },
];

/** A queue of so many over as many that have left, under six limits: mostly bulk, one in ten with a time of its own. */
export function crowdedPlan(count: number): PlanInput {
  const random = numbers(count);
  const sent: readonly Departure[] = Array.from({ length: count }, () => ({
    at: monday - Math.floor(random() * dayMs * (count / 10_000)),
    recipients: 1 + Math.floor(random() * 4),
    external: 1,
  }));
  const queue = Array.from({ length: count }, (_, at): QueuedMail => {
    const drawn = random();
    return {
      id: `${at}`,
      class: drawn < 0.05 ? sendClasses[0] : drawn < 0.1 ? sendClasses[1] : sendClasses[2],
      recipients: 1 + Math.floor(random() * 4),
      external: 1,
      ...(random() < 0.1 ? { notBefore: monday + Math.floor(random() * 2 * dayMs) } : {}),
    };
  });
  return { now: monday, limits: sixLimits, sent, queue };
}

/** Repeatable numbers in [0, 1) (the generator of C's rand, good enough to spread mail). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x80_00_00_00;
  };
}
