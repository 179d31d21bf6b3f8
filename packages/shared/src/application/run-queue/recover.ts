import type { MailId } from '../../domain/ids.ts';
import type { OutboxMail, OutboxState } from '../ports/outbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import { noteSent } from '../send-ledger/count-sent.ts';
import { become } from './become.ts';
import { lookInSent } from './look-in-sent.ts';
import type { QueueParts } from './queue-parts.ts';

/** A call whose answer was lost may be carried out so long after it was made, ms: until then nothing is made anew. */
const graceMs = 2 * 60_000;

/** What recovering came to. */
export type Recovered = {
  /** Why it stopped before all was known; null = it did not. */
  readonly problem: CallFailure | null;
  /** When looking again is known to tell more; epoch ms; null = nothing is unclear. */
  readonly nextAt: number | null;
};

/**
 * Finds out what became of mails whose draft or sending was asked for without an answer. Sent alone proves that one has
 * left. A draft that is still there after a while proves that it has not. Neither of both proves nothing, since a
 * draft's name can die: then a person decides.
 */
export async function recover(parts: QueueParts): Promise<Recovered> {
  const held = await settleHeld(parts);
  if (held.problem !== null) return held;
  const open = await parts.outbox.open(parts.account);
  const unclear = open.filter(isUnclear);
  if (unclear.length === 0) return held;
  const sent = await recogniseSent(parts, unclear);
  if (sent.problem !== null) return { problem: sent.problem, nextAt: null };
  let nextAt = held.nextAt;
  for (const mail of unclear) {
    if (sent.found.has(mail.mailId)) continue;
    const readyAt = mail.state.since + graceMs;
    if (parts.clock() < readyAt) {
      nextAt = Math.min(nextAt ?? readyAt, readyAt);
      continue;
    }
    const draft = await parts.mailbox.drafts.find(mail.mailId);
    if (draft.kind !== 'ok') return { problem: draft, nextAt: null };
    await become(parts, mail, stateBy(draft.value, mail.state));
  }
  return { problem: null, nextAt };
}

type Unclear = OutboxMail & {
  readonly state: Extract<OutboxState, { readonly kind: 'drafting' | 'sending' }>;
};

function isUnclear(mail: OutboxMail): mail is Unclear {
  return mail.state.kind === 'drafting' || mail.state.kind === 'sending';
}

function stateBy(
  draftId: Extract<OutboxState, { readonly kind: 'drafted' }>['draftId'] | null,
  before: Unclear['state'],
): OutboxState {
  if (draftId !== null) return { kind: 'drafted', draftId };
  return before.kind === 'drafting' ? { kind: 'waiting' } : { kind: 'unsure', since: before.since };
}

async function recogniseSent(
  parts: QueueParts,
  unclear: readonly Unclear[],
): Promise<{ readonly found: ReadonlySet<MailId>; readonly problem: CallFailure | null }> {
  const sending = unclear.filter(({ state }) => state.kind === 'sending');
  if (sending.length === 0) return { found: new Set(), problem: null };
  const since = Math.min(...sending.map(({ state }) => state.since));
  const heldBack = new Set(sending.flatMap((mail) => mail.heldBack));
  const wanted = new Set(sending.map(({ mailId }) => mailId));
  const found = await lookInSent(parts, wanted, since, heldBack);
  if (found.kind !== 'ok') return { found: new Set(), problem: found };
  for (const mail of sending) {
    const message = found.value.get(mail.mailId);
    if (message === undefined) continue;
    await noteSent(parts, [message]);
    await become(parts, mail, { kind: 'sent', id: message.id, at: message.receivedAt });
  }
  return { found: new Set(found.value.keys()), problem: null };
}

/** What the provider was to send by itself: asks for those that are due, and takes over what became of them. */
async function settleHeld(parts: QueueParts): Promise<Recovered> {
  const { carriage, outbox, clock } = parts;
  if (carriage.kind !== 'hand-over') return { problem: null, nextAt: null };
  const settled = await carriage.deferred.settle();
  for (const { mailId, to } of settled.changed) {
    const mail = await outbox.mail(mailId);
    if (mail === null) continue;
    const state = stateAfter(to, mail.state, clock());
    if (state !== null) await become(parts, mail, state);
  }
  return { problem: settled.problem, nextAt: settled.nextAt };
}

type Standing = Awaited<
  ReturnType<Extract<QueueParts['carriage'], { kind: 'hand-over' }>['deferred']['settle']>
>['changed'][number]['to'];

function stateAfter(to: Standing, before: OutboxState, now: number): OutboxState | null {
  const leavesAt = 'leavesAt' in before ? before.leavesAt : now;
  switch (to) {
    case 'left':
      return { kind: 'sent', id: null, at: leavesAt };
    case 'cancelled':
      return { kind: 'cancelled', by: 'person' };
    case 'gone':
      return { kind: 'cancelled', by: 'draft-deleted' };
    case 'held':
      return { kind: 'held', leavesAt };
    case 'refused':
      return { kind: 'refused', reason: 'The provider refused it. Its draft is still there.' };
    case 'missed':
    case 'unclear':
      return { kind: 'unsure', since: now };
    case 'handing-over':
    case 'due':
    case 'cancelling':
      return null;
  }
}
