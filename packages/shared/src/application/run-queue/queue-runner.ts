import type { CallFailure } from '../ports/outcome.ts';
import { gateUntil } from '../sending-gate.ts';
import { carryOut, makeDraft } from './carry-out.ts';
import { type PlannedQueue, planQueue } from './plan-queue.ts';
import type { QueueParts } from './queue-parts.ts';
import { recover } from './recover.ts';

/** What one run did. */
export type RunOutcome = {
  /** When to run again; epoch ms; null = nothing waits. */
  readonly nextAt: number | null;
  readonly standing:
    | { readonly kind: 'idle' }
    | { readonly kind: 'running' }
    /** Another browser or computer carries this mailbox's queue out. */
    | { readonly kind: 'elsewhere'; readonly freeAt: number }
    | { readonly kind: 'stopped'; readonly problem: CallFailure };
};

/** Carries one mailbox's queue out. */
export type QueueRunner = {
  /** Does all that is due. Called while a run goes on, it gives the outcome of that one. */
  run(): Promise<RunOutcome>;
};

/** Drafts are made for the mails of the next minutes, and never more than so many ahead. */
const draftsAheadMs = 10 * 60_000;
const mostDraftsAhead = 200;

/** After a problem without a time of its own, ms. */
const againMs = 60_000;

/** Makes the runner. It may be ended at any await: the next run finds out what became of what it had begun. */
export function createQueueRunner(parts: QueueParts): QueueRunner {
  let current: Promise<RunOutcome> | null = null;
  return {
    run() {
      current ??= runThrough(parts).finally(() => {
        current = null;
      });
      return current;
    },
  };
}

async function runThrough(parts: QueueParts): Promise<RunOutcome> {
  const { account, outbox, clock } = parts;
  if ((await outbox.open(account)).length === 0) {
    await parts.lease.release();
    return { nextAt: null, standing: { kind: 'idle' } };
  }
  const closedUntil = await gateUntil(parts, account);
  if (closedUntil > clock()) return { nextAt: closedUntil, standing: { kind: 'running' } };
  const lease = await parts.lease.hold();
  if (lease.kind !== 'ok') return stopped(parts, lease);
  if (lease.value.kind === 'others') {
    const { freeAt } = lease.value;
    return { nextAt: freeAt, standing: { kind: 'elsewhere', freeAt } };
  }
  const recovered = await recover(parts);
  if (recovered.problem !== null) return stopped(parts, recovered.problem);
  const planned = await carryOutDue(parts);
  if ('problem' in planned) return stopped(parts, planned.problem);
  const ahead = await makeDraftsAhead(parts, planned);
  if (ahead !== null) return stopped(parts, ahead);
  const nextAt = earliest([recovered.nextAt, nextDue(parts, planned)]);
  return { nextAt, standing: { kind: 'running' } };
}

/**
 * Plans anew after every mail: one that left a moment later than planned holds up those behind it, and what was missed
 * while the computer slept is spread again instead of leaving at once.
 */
async function carryOutDue(
  parts: QueueParts,
): Promise<PlannedQueue | { readonly problem: CallFailure }> {
  for (;;) {
    const planned = await planQueue(parts, parts.clock());
    const first = planned.placements[0];
    const mail = first === undefined ? undefined : planned.mails.get(first.id);
    if (first?.kind !== 'placed' || mail === undefined) return planned;
    if (first.at > dueBy(parts)) return planned;
    const lease = await parts.lease.hold();
    if (lease.kind !== 'ok') return { problem: lease };
    if (lease.value.kind === 'others') return planned;
    const problem = await carryOut(parts, mail, first.at);
    if (problem !== null) return { problem };
  }
}

/** What is planned up to this instant is carried out now. */
function dueBy({ carriage, clock }: QueueParts): number {
  return clock() + (carriage.kind === 'hand-over' ? carriage.horizonMs : 0);
}

async function makeDraftsAhead(
  parts: QueueParts,
  { placements, mails }: PlannedQueue,
): Promise<CallFailure | null> {
  if (parts.carriage.kind === 'hand-over') return null;
  const until = parts.clock() + draftsAheadMs;
  for (const placement of placements.slice(0, mostDraftsAhead)) {
    const mail = mails.get(placement.id);
    if (placement.kind !== 'placed' || placement.at > until) return null;
    if (mail === undefined || mail.state.kind === 'drafted') continue;
    // A mail that became due meanwhile goes first: the run ends here and the next one sends it.
    const first = placements[0];
    if (first?.kind === 'placed' && first.at <= parts.clock()) return null;
    const made = await makeDraft(parts, mail);
    if (made.kind !== 'ok') return made;
  }
  return null;
}

function nextDue({ carriage, clock }: QueueParts, { placements }: PlannedQueue): number | null {
  const first = placements[0];
  if (first?.kind !== 'placed') return null;
  const aheadMs = carriage.kind === 'hand-over' ? carriage.horizonMs : 0;
  return Math.max(clock(), first.at - aheadMs);
}

function stopped({ clock }: QueueParts, problem: CallFailure): RunOutcome {
  const retryAt = problem.kind === 'rate-limited' ? problem.retryAt : null;
  return { nextAt: retryAt ?? clock() + againMs, standing: { kind: 'stopped', problem } };
}

function earliest(instants: readonly (number | null)[]): number | null {
  return instants.reduce(
    (least, one) => (one === null ? least : Math.min(least ?? one, one)),
    null,
  );
}
