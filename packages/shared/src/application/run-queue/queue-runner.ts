import type { DeferredSending } from '../deferred-send/deferred-send.ts';
import type { Clock } from '../ports/clock.ts';
import type { OutboxMail } from '../ports/outbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import { gateUntil, heedRefusal } from '../sending-gate.ts';
import { carryOutDue } from './carry-out-due.ts';
import { makeDraft } from './carry-out.ts';
import type { PlannedQueue } from './plan-queue.ts';
import type { Carriage, QueueParts } from './queue-parts.ts';
import { reconcile } from './reconcile.ts';
import { recover } from './recover.ts';
import { noteHeld } from './settle-held.ts';
import { cancelMails, unhandMails } from './take-back.ts';

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

/** Exchange takes so long to send what it holds, and to file it in Sent, ms. */
const leftAfterMs = 3 * 60_000;

/** Makes the runner. It may be ended at any await: the next run finds out what became of what it had begun. */
export function createQueueRunner(parts: QueueParts): QueueRunner {
  let current: Promise<RunOutcome> | null = null;
  return {
    run() {
      current ??= runAlone(parts).finally(() => {
        current = null;
      });
      return current;
    },
  };
}

async function runAlone(parts: QueueParts): Promise<RunOutcome> {
  const outcome = await parts.alone(() => runAndHeed(parts));
  if (outcome !== null) return outcome;
  const freeAt = parts.clock() + againMs;
  return { nextAt: freeAt, standing: { kind: 'elsewhere', freeAt } };
}

/** A refusal is kept whichever call it answered: none is tried again before its time, by another worker neither. */
async function runAndHeed(parts: QueueParts): Promise<RunOutcome> {
  const outcome = await runThrough(parts);
  const { standing } = outcome;
  if (standing.kind === 'stopped') await heedRefusal(parts, parts.account, standing.problem);
  return outcome;
}

async function runThrough(given: QueueParts): Promise<RunOutcome> {
  const { account, outbox, carriage } = given;
  if (carriage.kind === 'hand-over') await noteHeld(given, carriage.deferred);
  if ((await outbox.open(account)).length === 0) {
    await given.lease.release();
    return { nextAt: null, standing: { kind: 'idle' } };
  }
  const closedUntil = await gateUntil(given, account);
  if (closedUntil > given.clock()) return { nextAt: closedUntil, standing: { kind: 'running' } };
  const lease = await given.lease.hold();
  if (lease.kind !== 'ok') return stopped(given, lease);
  if (lease.value.kind === 'others') {
    const { freeAt } = lease.value;
    return { nextAt: freeAt, standing: { kind: 'elsewhere', freeAt } };
  }
  const { clock, taken } = lease.value;
  // From here on by the provider's time: limits are counted by it, and one's own clock may be wrong.
  const parts: QueueParts = { ...given, clock, carriage: onTimeOf(given, clock) };
  const outcome = await runHeld(parts, taken);
  const { nextAt } = outcome;
  return { ...outcome, nextAt: nextAt === null ? null : given.clock() + nextAt - clock() };
}

/** Sending later speaks of its own clock's time; this tells when to ask it again by the provider's. */
function onTimeOf({ carriage, clock: own }: QueueParts, clock: Clock): Carriage {
  if (carriage.kind === 'send') return carriage;
  const { deferred } = carriage;
  const settle: DeferredSending['settle'] = async () => {
    const settled = await deferred.settle();
    const { nextAt } = settled;
    return { ...settled, nextAt: nextAt === null ? null : nextAt - own() + clock() };
  };
  return { ...carriage, deferred: { ...deferred, settle } };
}

async function runHeld(parts: QueueParts, taken: boolean): Promise<RunOutcome> {
  const closedUntil = await gateUntil(parts, parts.account);
  if (closedUntil > parts.clock()) return { nextAt: closedUntil, standing: { kind: 'running' } };
  if (taken) {
    const problem = await reconcile(parts);
    if (problem !== null) return stopped(parts, problem);
    parts.lease.settled();
  }
  const recovered = await recover(parts);
  if (recovered.problem !== null) return stopped(parts, recovered.problem);
  await cancelLeftOver(parts);
  const planned = await carryOutDue(parts);
  if (planned.kind === 'stopped') return stopped(parts, planned.problem);
  if (planned.kind === 'lease-lost') {
    return { nextAt: parts.clock(), standing: { kind: 'running' } };
  }
  const ahead = await makeDraftsAhead(parts, planned.plan);
  if (ahead !== null) return stopped(parts, ahead);
  const nextAt = earliest([recovered.nextAt, nextDue(parts, planned.plan), await nextLeft(parts)]);
  return { nextAt, standing: { kind: 'running' } };
}

/** A group was cancelled, and whoever did it was ended before all of its mails were taken back; or its mails bounced. */
async function cancelLeftOver(parts: QueueParts): Promise<void> {
  const { account, outbox } = parts;
  const groups = await outbox.groups(account);
  for (const { id, state } of groups) {
    const isStopped = state.kind === 'paused' && state.by === 'bounces';
    if (state.kind !== 'cancelled' && !isStopped) continue;
    const open = (await outbox.ofGroup(id)).filter(isOpen);
    if (open.length === 0) continue;
    await (isStopped ? unhandMails(parts, open) : cancelMails(parts, open));
  }
}

function isOpen({ state: { kind } }: OutboxMail): boolean {
  return kind !== 'sent' && kind !== 'refused' && kind !== 'cancelled';
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

/** When the next mail that the provider holds will have left, so that somebody looks. */
async function nextLeft({ carriage, outbox, account, clock }: QueueParts): Promise<number | null> {
  if (carriage.kind !== 'hand-over') return null;
  const open = await outbox.open(account);
  const leftAt = earliest(
    open.map(({ state }) => (state.kind === 'held' ? state.leavesAt + leftAfterMs : null)),
  );
  // One that was looked for and is not in Sent yet is looked for again later, not at once.
  return leftAt === null || leftAt > clock() ? leftAt : clock() + againMs;
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
