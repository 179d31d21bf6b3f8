import type { OutboxMail } from '../ports/outbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import { carryOut } from './carry-out.ts';
import { isStillWanted } from './is-still-wanted.ts';
import { byTime, type PlannedQueue, preparePlan, type PreparedPlan } from './plan-queue.ts';
import type { QueueParts } from './queue-parts.ts';

/** What is known of Sent and of the queue is read anew after so long, ms: a rep writes mail by hand meanwhile. */
const freshMs = 30_000;

/** What is left of the plan once nothing is due any more, or why it stopped before. */
export type CarriedOut =
  | { readonly kind: 'done'; readonly plan: PlannedQueue }
  | { readonly kind: 'stopped'; readonly problem: CallFailure }
  /** The lease is another's by now, or was in between: whoever runs next reads first what was done meanwhile. */
  | { readonly kind: 'lease-lost' };

/**
 * Plans anew after every mail: one that left a moment later than planned holds up those behind it, and what was missed
 * while the computer slept is spread again instead of leaving at once. The store is read once; each mail that goes is
 * counted in the plan itself.
 */
export async function carryOutDue(parts: QueueParts): Promise<CarriedOut> {
  let plan = await planFrom(parts);
  for (;;) {
    const now = parts.clock();
    if (now > plan.readAt + freshMs || now < plan.readAt) plan = await planFrom(parts);
    const due = firstDue(parts, plan);
    if (due === null) return { kind: 'done', plan: wholePlan(parts, plan) };
    const { mail, at } = due;
    const lease = await parts.lease.hold();
    if (lease.kind !== 'ok') return { kind: 'stopped', problem: lease };
    const isOurs = lease.value.kind === 'mine' && !lease.value.taken;
    if (!isOurs) return { kind: 'lease-lost' };
    const problem = (await isStillWanted(parts, mail)) ? await carryOut(parts, mail, at) : null;
    if (problem !== null) return { kind: 'stopped', problem };
    plan = await without(parts, plan, mail);
  }
}

type Plan = PreparedPlan & { readonly readAt: number };

async function planFrom(parts: QueueParts): Promise<Plan> {
  const readAt = parts.clock();
  return { ...(await preparePlan(parts, readAt)), readAt };
}

/** The first in order of class and queue whose time has come. */
function firstDue(
  parts: QueueParts,
  { planner, queue, mails }: Plan,
): { readonly mail: OutboxMail; readonly at: number } | null {
  const until = dueBy(parts);
  for (const placement of planner.plan(earliestAt(parts), queue)) {
    const mail = mails.get(placement.id);
    if (placement.kind === 'placed' && placement.at <= until && mail !== undefined) {
      return { mail, at: placement.at };
    }
  }
  return null;
}

/**
 * What the provider is to send is given a time to come: one that had passed by then would leave at once, later than it was
 * planned, and nearer to the next than the limits allow. The provider's time is known to the second, too.
 */
const leadMs = 5000;

function earliestAt({ carriage, clock }: QueueParts): number {
  return clock() + (carriage.kind === 'hand-over' ? leadMs : 0);
}

/** What is planned up to this instant is carried out now. */
function dueBy({ carriage, clock }: QueueParts): number {
  return clock() + (carriage.kind === 'hand-over' ? carriage.horizonMs : 0);
}

/** The plan after a mail was carried out; made anew where that mail still waits or the group keeps still. */
async function without(parts: QueueParts, plan: Plan, mail: OutboxMail): Promise<Plan> {
  const { state } = (await parts.outbox.mail(mail.mailId)) ?? mail;
  const { recipients, external } = mail;
  const queue = plan.queue.filter(({ id }) => id !== mail.mailId);
  if (state.kind === 'sent' || state.kind === 'held') {
    const at = state.kind === 'held' ? state.leavesAt : state.at;
    plan.planner.left({ at, recipients, external });
    return { ...plan, queue };
  }
  // Where nothing came of it, nothing would come of trying again at once.
  const isOut = state.kind === 'refused' || state.kind === mail.state.kind;
  return isOut ? { ...plan, queue } : planFrom(parts);
}

function wholePlan(parts: QueueParts, { planner, queue, mails }: Plan): PlannedQueue {
  return { placements: [...planner.plan(earliestAt(parts), queue)].toSorted(byTime), mails };
}
