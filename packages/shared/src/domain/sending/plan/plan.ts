import { type ClosedSpans, createClosedSpans } from './closed-spans.ts';
import {
  capFor,
  type Departure,
  type Placement,
  type PlanInput,
  type PlanLimit,
  type QueuedMail,
  sendClasses,
  weightIn,
} from './plan-input.ts';
import { createWindowLoad, type WindowLoad } from './window-load.ts';

/** Plans one mailbox again and again, while mail leaves it. */
export type Planner = {
  /** Counts a mail that left, or will for certain. */
  left(mail: Departure): void;
  /**
   * The earliest lawful plan (README.md beside this file): by class, then by queue, each mail at the earliest instant
   * from its time on at which no window that holds it exceeds a limit, given all that left and was placed before it.
   * Worked out as it is read: whoever needs the next few mails does not wait for the last.
   */
  plan(now: number, queue: readonly QueuedMail[]): Generator<Placement>;
};

/** The whole plan, in the queue's order. */
export function plan({ now, limits, sent, queue }: PlanInput): readonly Placement[] {
  const planner = createPlanner(limits, now);
  for (const mail of sent) planner.left(mail);
  const placements = new Map<string, Placement>();
  for (const placement of planner.plan(now, queue)) placements.set(placement.id, placement);
  return queue.flatMap(({ id }) => placements.get(id) ?? []);
}

/** A planner for plans from an instant (epoch ms) on; nothing has left so far. */
export function createPlanner(limits: readonly PlanLimit[], from: number): Planner {
  const departed = limits.map((limit) => ({ limit, load: createWindowLoad(limit.windowMs) }));
  return {
    left(mail) {
      for (const { limit, load } of departed) {
        const weight = weightIn(limit, mail);
        // What has left its last window by then is in none of those that are judged.
        if (weight > 0 && mail.at > from - limit.windowMs) load.add(mail.at, weight);
      }
    },
    *plan(now, queue) {
      const refused = new Map(queue.map((mail) => [mail, refusalOf(mail, limits)]));
      const lawful = queue.filter((mail) => refused.get(mail) === null);
      const gauges = departed.map(({ limit, load }) => ({
        limit,
        load: load.fork(),
        least: lawful.reduce((least, mail) => Math.min(least, weightIn(limit, mail)), Infinity),
      }));
      const closed = createClosedSpans();
      for (const sendClass of sendClasses) {
        for (const mail of queue) {
          if (mail.class !== sendClass) continue;
          yield refused.get(mail) ?? place(mail, now, gauges, closed);
        }
      }
    },
  };
}

/** A limit with what counts against it, and the least that any mail of the queue weighs in it. */
type Gauge = { readonly limit: PlanLimit; readonly load: WindowLoad; readonly least: number };

/** What holds one mail: a limit that it weighs in, and the level up to which that may be filled without it. */
type Hold = { readonly gauge: Gauge; readonly weight: number; readonly level: number };

/** Says no to a mail that no window could ever hold. */
function refusalOf(mail: QueuedMail, limits: readonly PlanLimit[]): Placement | null {
  const limit = limits.find((one) => {
    const weight = weightIn(one, mail);
    return weight > 0 && weight > capFor(one, mail.class);
  });
  return limit === undefined ? null : { kind: 'refused', id: mail.id, limit: limit.id };
}

function place(
  mail: QueuedMail,
  now: number,
  gauges: readonly Gauge[],
  closed: ClosedSpans,
): Placement {
  const holds = holdsOn(mail, gauges);
  const due = Math.max(now, mail.notBefore ?? now);
  const at = earliest(due, holds, closed);
  const because = at === due ? [] : holds.filter((hold) => isBroken(hold, at - 1));
  for (const { gauge, weight } of holds) gauge.load.add(at, weight);
  return { kind: 'placed', id: mail.id, at, because: because.map(({ gauge }) => gauge.limit.id) };
}

function holdsOn(mail: QueuedMail, gauges: readonly Gauge[]): readonly Hold[] {
  const holds: Hold[] = [];
  for (const gauge of gauges) {
    const weight = weightIn(gauge.limit, mail);
    if (weight > 0) holds.push({ gauge, weight, level: capFor(gauge.limit, mail.class) - weight });
  }
  return holds;
}

/**
 * The first instant from `due` on that no limit objects to. Where one objects, nothing before the end of what is too
 * full can be lawful, so the search goes on from there. What is closed to the lightest mail stays closed to all that
 * come after it, since plans only fill up and later classes may fill less: that is remembered.
 */
function earliest(due: number, holds: readonly Hold[], closed: ClosedSpans): number {
  let at = closed.firstOpen(due);
  for (let agreed = 0, next = 0; agreed < holds.length; next = (next + 1) % holds.length) {
    const hold = holds[next];
    if (hold === undefined) break;
    const until = hold.gauge.load.tooFullUntil(at, hold.level);
    if (until === null) {
      agreed += 1;
      continue;
    }
    agreed = 0;
    if (hold.weight === hold.gauge.least) closed.close(at, until);
    at = closed.firstOpen(until);
  }
  return at;
}

function isBroken({ gauge, level }: Hold, at: number): boolean {
  return gauge.load.tooFullUntil(at, level) !== null;
}
