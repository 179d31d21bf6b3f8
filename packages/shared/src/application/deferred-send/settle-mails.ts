import type { CallFailure } from '../ports/outcome.ts';
import { carryOutCancel } from './cancel-mail.ts';
import type { Settled } from './deferred-send.ts';
import { giveAgain, readStanding } from './hand-over.ts';
import { isKept, keep, type KeptMail, type KeptParts } from './kept.ts';

/** What one item became, and why nothing more can be read now. */
type Fate = {
  readonly to: Settled['changed'][number]['to'] | null;
  readonly problem: CallFailure | null;
};

/** Items read by one call. */
const readsPerCall = 20;

/** The watch sees in Sent what leaves in time; only after this long is the item itself asked, ms. */
const dueAfterMs = 3 * 60_000;

/** Somebody may delete in Outlook what waits: after this long it is read again, ms. */
const readAgainMs = 30 * 60_000;

/** Another window of ours may be at work on it for so long, ms. */
const handsOffMs = 60_000;

/** Reads what became of the mails that are due, unproved or long unread, those that need it most first. */
export async function settleMails(
  parts: KeptParts,
  inLine: (mailId: KeptMail['mailId'], step: () => Promise<Fate>) => Promise<Fate>,
): Promise<Settled> {
  const now = parts.clock();
  const waiting = (await parts.followed.scheduled(parts.account)).filter(isKept);
  const dueFirst = waiting
    .filter((mail) => readAt(mail) <= now)
    .toSorted((one, other) => readAt(one) - readAt(other));
  const changed: Settled['changed'][number][] = [];
  let problem: CallFailure | null = null;
  for (const { mailId } of dueFirst.slice(0, readsPerCall)) {
    const fate = await inLine(mailId, () => settleOne(parts, mailId));
    if (fate.to !== null) changed.push({ mailId, to: fate.to });
    problem = fate.problem;
    if (problem !== null) break;
  }
  const left = (await parts.followed.scheduled(parts.account)).filter(isKept).map(readAt);
  const nextAt = Math.min(...left.filter(Number.isFinite));
  return { changed, problem, nextAt: Number.isFinite(nextAt) ? Math.max(nextAt, now) : null };
}

/** When an item is worth reading, epoch ms; Infinity = never again by itself. */
function readAt({ handedOver: { stage, leavesAt, checkedAt } }: KeptMail): number {
  switch (stage) {
    case 'asked':
    case 'cancelling':
      return checkedAt + handsOffMs;
    case 'held':
      return Math.min(Math.max(leavesAt, checkedAt) + dueAfterMs, checkedAt + readAgainMs);
    case 'unclear':
      return checkedAt + dueAfterMs;
    case 'cancelled':
    case 'refused':
    case 'missed':
    case 'gone':
      return Infinity;
  }
}

async function settleOne(parts: KeptParts, mailId: KeptMail['mailId']): Promise<Fate> {
  const mail = await parts.followed.byMailId(mailId);
  if (!isKept(mail) || mail.state !== 'scheduled') return { to: null, problem: null };
  const isToCancel = mail.handedOver.stage === 'cancelling';
  const fate = await (isToCancel ? cancelOn(parts, mail) : readOn(parts, mail));
  const after = await parts.followed.byMailId(mailId);
  // What could not be read waits its turn again.
  if (fate.to === null && isKept(after) && after.state === 'scheduled')
    await keep(parts, after, {});
  return fate;
}

async function cancelOn(parts: KeptParts, mail: KeptMail): Promise<Fate> {
  const outcome = await carryOutCancel(parts, mail);
  if (outcome.kind === 'unconfirmed') return { to: null, problem: endsAll(outcome.problem) };
  return { to: outcome.kind === 'left' ? 'left' : 'cancelled', problem: null };
}

async function readOn(parts: KeptParts, mail: KeptMail): Promise<Fate> {
  const { stage, leavesAt } = mail.handedOver;
  const draft = await draftOf(parts, mail);
  if (draft.kind !== 'ok') return { to: null, problem: draft };
  if (draft.value === null) {
    await keep(parts, mail, { stage: 'gone' });
    return { to: 'gone', problem: null };
  }
  const stands = await readStanding(parts, mail, draft.value);
  switch (stands.kind) {
    case 'draft':
    case 'unclear': {
      // It was taken, and the provider only does not show it.
      if (stands.kind === 'unclear' && stage === 'held') {
        await keep(parts, mail, { stage: 'held' });
        return { to: null, problem: null };
      }
      const isOpen = (stage === 'asked' || stage === 'unclear') && leavesAt > parts.clock();
      const isStopped = stands.kind === 'draft' && !isOpen;
      if (isStopped) await keep(parts, mail, { stage: 'missed' });
      if (isStopped) return { to: 'missed', problem: null };
      if (!isOpen) return { to: stage === 'unclear' ? null : 'unclear', problem: null };
      return fateOf(await giveAgain(parts, mail, draft.value), stage);
    }
    case 'held':
    case 'left':
    case 'gone':
    case 'waiting':
    case 'refused':
    case 'cannot':
      return fateOf(stands, stage);
  }
}

function fateOf(
  outcome: Awaited<ReturnType<typeof giveAgain>>,
  stage: KeptMail['handedOver']['stage'],
): Fate {
  if (outcome.kind === 'waiting') return { to: null, problem: outcome.problem };
  if (outcome.kind === 'cannot' || outcome.kind === stage) return { to: null, problem: null };
  return { to: outcome.kind, problem: null };
}

/** What is about one item does not end the reading of the others. */
function endsAll(problem: CallFailure | null): CallFailure | null {
  return problem?.kind === 'refused' ? null : problem;
}

async function draftOf({ mailbox }: KeptParts, { mailId, handedOver }: KeptMail) {
  return handedOver.draft === null
    ? mailbox.drafts.find(mailId)
    : { kind: 'ok' as const, value: handedOver.draft };
}
