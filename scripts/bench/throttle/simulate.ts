import { createPlanner, plan } from '@postrider/shared/domain/sending/plan/plan';
import type { PlanLimit, QueuedMail } from '@postrider/shared/domain/sending/plan/plan-input';

import { median } from '../figure.ts';
import type { Throttle } from './peers.ts';

/** What became of a list and of the mail that was written by hand meanwhile. */
export type Outcome = {
  /** How long the list took, ms. */
  readonly tookMs: number;
  /** Mails that left while the provider's window was full already: delayed or refused by it. */
  readonly violations: number;
  /** How long mail written by hand had to wait for room in the provider's windows, ms. */
  readonly handDelayMs: { readonly median: number; readonly worst: number };
};

/** Somebody else's throttle: the list leaves by its rule, whatever else left; hand-written mail leaves when it is written. */
export function simulatePeer(
  throttle: Throttle,
  count: number,
  world: {
    readonly startAt: number;
    readonly hand: readonly number[];
    readonly limits: readonly PlanLimit[];
  },
): Outcome {
  const times = throttle(count, world.startAt);
  const finish = times.at(-1) ?? world.startAt;
  const hand = world.hand.filter((at) => at <= finish);
  const delays = hand.map((at) => roomFor(at, times, world.limits) - at);
  return {
    tookMs: finish - world.startAt,
    violations: tooMany([...times, ...hand], world.limits),
    handDelayMs: spread(delays),
  };
}

/** Ours: planned by these limits, and anew whenever somebody writes a mail, which goes first. */
export function simulateOurs(
  limits: readonly PlanLimit[],
  count: number,
  world: {
    readonly startAt: number;
    readonly hand: readonly number[];
    readonly limits: readonly PlanLimit[];
  },
): Outcome {
  const planner = createPlanner(limits, world.startAt);
  const left: number[] = [];
  const delays: number[] = [];
  let waiting = Array.from({ length: count }, (_, at) => mail(`${at}`, 'bulk'));
  let now = world.startAt;
  let finish = world.startAt;
  const leave = (at: number) => {
    planner.left({ at, recipients: 1, external: 1 });
    left.push(at);
  };
  for (const writtenAt of [...world.hand, Infinity]) {
    const stay: QueuedMail[] = [];
    for (const placement of planner.plan(now, waiting)) {
      if (placement.kind === 'refused') throw new Error(`Refused by ${placement.limit}.`);
      if (placement.at < writtenAt) {
        leave(placement.at);
        finish = placement.at;
      } else stay.push(mail(placement.id, 'bulk'));
    }
    waiting = stay;
    if (waiting.length === 0) break;
    now = writtenAt;
    const [byHand] = planner.plan(now, [mail('hand', 'hand')]);
    if (byHand?.kind !== 'placed') throw new Error('A mail written by hand is refused.');
    delays.push(byHand.at - writtenAt);
    leave(byHand.at);
  }
  return {
    tookMs: finish - world.startAt,
    violations: tooMany(left, world.limits),
    handDelayMs: spread(delays),
  };
}

/** When a mail written at an instant has room, all that left by then given. */
function roomFor(
  writtenAt: number,
  times: readonly number[],
  limits: readonly PlanLimit[],
): number {
  const sent = times
    .filter((at) => at <= writtenAt)
    .map((at) => ({ at, recipients: 1, external: 1 }));
  const [placement] = plan({ now: writtenAt, limits, sent, queue: [mail('hand', 'hand')] });
  if (placement?.kind !== 'placed') throw new Error('A mail written by hand is refused.');
  return placement.at;
}

/** How many mails left into a window that was full, one provider's limit after the other. */
function tooMany(times: readonly number[], limits: readonly PlanLimit[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  const over = new Set<number>();
  for (const { max, windowMs } of limits) {
    let first = 0;
    for (const [at, time] of sorted.entries()) {
      while ((sorted[first] ?? time) <= time - windowMs) first += 1;
      if (at - first + 1 > max) over.add(at);
    }
  }
  return over.size;
}

function mail(id: string, sendClass: QueuedMail['class']): QueuedMail {
  return { id, class: sendClass, recipients: 1, external: 1 };
}

function spread(delays: readonly number[]): Outcome['handDelayMs'] {
  if (delays.length === 0) return { median: 0, worst: 0 };
  return { median: median(delays), worst: Math.max(...delays) };
}
