import type { Departure, Placement, QueuedMail } from '../../domain/sending/plan/plan-input.ts';
import { createPlanner, type Planner } from '../../domain/sending/plan/plan.ts';
import type { OutboxMail } from '../ports/outbox.ts';
import type { SendLedger } from '../ports/send-ledger.ts';
import type { QueueParts } from './queue-parts.ts';

/** The queue with the time of every mail that waits, and what has to be known to say so. */
export type PlannedQueue = {
  /** By time; those that can never leave last. */
  readonly placements: readonly Placement[];
  readonly mails: ReadonlyMap<string, OutboxMail>;
};

/** What a plan is made of: a planner that knows what counts as gone, and what waits in its order. */
export type PreparedPlan = {
  readonly planner: Planner;
  readonly queue: readonly QueuedMail[];
  readonly mails: ReadonlyMap<string, OutboxMail>;
};

/** A call whose answer was lost may have been carried out so long after it was made, ms. */
const longestCallMs = 10 * 60_000;

type PlanParts = Pick<QueueParts, 'account' | 'outbox' | 'ledgers' | 'limits' | 'mostRecipients'>;

/**
 * Plans what waits of a mailbox, from an instant (epoch ms) on: what left by Sent, what the provider holds, and what may
 * have left count as gone. Mails of a group that is paused or cancelled are not planned.
 */
export async function planQueue(parts: PlanParts, from: number): Promise<PlannedQueue> {
  const { planner, queue, mails } = await preparePlan(parts, from);
  const placements = [...planner.plan(from, queue)];
  return { placements: placements.toSorted(byTime), mails };
}

/** Reads what a plan is made of, for whoever plans more than what waits. */
export async function preparePlan(parts: PlanParts, from: number): Promise<PreparedPlan> {
  const { account, outbox, ledgers, mostRecipients } = parts;
  const open = await outbox.open(account);
  const groups = await outbox.groups(account);
  const running = new Set(
    groups.filter(({ state }) => state.kind === 'running').map(({ id }) => id),
  );
  const planner = createPlanner(await parts.limits(), from);
  for (const mail of departures(await ledgers.read(account), from, mostRecipients)) {
    planner.left(mail);
  }
  const mails = new Map<string, OutboxMail>();
  const queue: QueuedMail[] = [];
  for (const mail of open) {
    const { state, recipients, external } = mail;
    if (state.kind === 'held') {
      planner.left({ at: state.leavesAt, recipients, external });
    } else if (state.kind === 'handing-over') {
      planner.left({ at: Math.max(from, state.leavesAt), recipients, external });
    } else if (state.kind === 'unsure') {
      planner.left({ at: Math.min(from, state.since + longestCallMs), recipients, external });
    } else if (state.kind !== 'waiting' && state.kind !== 'drafted') {
      planner.left({ at: from, recipients, external });
    } else if (mail.group === null || running.has(mail.group.id)) {
      mails.set(mail.mailId, mail);
      queue.push(queued(mail));
    }
  }
  return { planner, queue, mails };
}

/** Mail whose date is not read yet may have left just now; whose recipients are not, may have gone to as many as may be. */
function departures(
  { departed }: SendLedger,
  now: number,
  mostRecipients: number,
): readonly Departure[] {
  return departed.map(({ at, recipients }) => {
    const count = recipients ?? mostRecipients;
    // One that left later than now tells that a clock was set back: it may have left just now.
    return { at: Math.min(now, at ?? now), recipients: count, external: count };
  });
}

function queued(mail: OutboxMail): QueuedMail {
  const { mailId, recipients, external, notBefore } = mail;
  return {
    id: mailId,
    class: mail.class,
    recipients,
    external,
    ...(notBefore === null ? {} : { notBefore }),
  };
}

/** By time; those that can never leave last. */
export function byTime(one: Placement, other: Placement): number {
  return timeOf(one) - timeOf(other);
}

function timeOf(placement: Placement): number {
  return placement.kind === 'placed' ? placement.at : Number.MAX_SAFE_INTEGER;
}
