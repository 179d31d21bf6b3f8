import type { DraftId } from '../../domain/ids.ts';
import type { DeferredSending } from '../deferred-send/deferred-send.ts';
import type { OutboxMail, OutboxState } from '../ports/outbox.ts';
import type { CallFailure, Outcome } from '../ports/outcome.ts';
import { noteDeparted, noteSent } from '../send-ledger/count-sent.ts';
import { heedRefusal } from '../sending-gate.ts';
import { become } from './become.ts';
import { lookInSent } from './look-in-sent.ts';
import type { QueueParts } from './queue-parts.ts';

/**
 * Carries out one mail whose time has come (or, where the provider holds it, will come at `leavesAt`). Every state is
 * written down before the call that it speaks of. Gives why to stop with the queue for now, or null.
 */
export async function carryOut(
  parts: QueueParts,
  mail: OutboxMail,
  leavesAt: number,
): Promise<CallFailure | null> {
  const objection = await parts.objection(mail);
  if (objection !== null) {
    await removeDraft(parts, mail);
    await become(parts, mail, { kind: 'refused', reason: objection });
    return null;
  }
  const { carriage } = parts;
  const problem =
    carriage.kind === 'send'
      ? await sendNow(parts, mail)
      : await handOver(parts, carriage.deferred, mail, leavesAt);
  if (problem !== null) await heedRefusal(parts, parts.account, problem);
  return problem;
}

/** Makes the draft of a mail that has none yet. Its id is null where the mail goes no further. */
export async function makeDraft(
  parts: QueueParts,
  mail: OutboxMail,
): Promise<Outcome<{ readonly mail: OutboxMail; readonly draftId: DraftId | null }>> {
  const { state } = mail;
  if (state.kind === 'drafted') return { kind: 'ok', value: { mail, draftId: state.draftId } };
  const written = await parts.write(mail);
  if (written.kind === 'refused') {
    const refused = await become(parts, mail, { kind: 'refused', reason: written.reason });
    return { kind: 'ok', value: { mail: refused, draftId: null } };
  }
  if (written.kind === 'paused') return { kind: 'ok', value: { mail, draftId: null } };
  if (written.kind !== 'ok') return written;
  const drafting = await become(parts, mail, { kind: 'drafting', since: parts.clock() });
  const made = await parts.mailbox.drafts.create({ mailId: mail.mailId, raw: written.value });
  switch (made.kind) {
    case 'ok': {
      const drafted = await become(parts, drafting, { kind: 'drafted', draftId: made.value });
      return { kind: 'ok', value: { mail: drafted, draftId: made.value } };
    }
    case 'refused': {
      const refused = await become(parts, drafting, { kind: 'refused', reason: made.reason });
      return { kind: 'ok', value: { mail: refused, draftId: null } };
    }
    case 'unknown':
      return made;
    case 'rate-limited':
    case 'reconnect-needed':
      await become(parts, drafting, { kind: 'waiting' });
      return made;
  }
}

async function sendNow(parts: QueueParts, given: OutboxMail): Promise<CallFailure | null> {
  const draft = await makeDraft(parts, given);
  if (draft.kind !== 'ok') return draft;
  const { mail, draftId } = draft.value;
  if (draftId === null) return null;
  const sending = await become(parts, mail, { kind: 'sending', draftId, since: parts.clock() });
  const sent = await parts.mailbox.send(draftId);
  switch (sent.kind) {
    case 'accepted': {
      const at = parts.clock();
      // First the count: whoever is ended in between counts one too many, never one too few.
      await noteDeparted(parts, { id: sent.id, at, recipients: mail.recipients });
      await become(parts, sending, { kind: 'sent', id: sent.id, at });
      return null;
    }
    case 'unknown':
      return sent;
    case 'refused':
      return afterRefusal(parts, sending, { draftId, reason: sent.reason });
    case 'rate-limited':
    case 'reconnect-needed':
      await become(parts, sending, { kind: 'drafted', draftId });
      return sent;
  }
}

/** How far back Sent is looked through for a mail whose draft is gone, ms. */
const lookBackMs = 3_600_000;

/** A refusal may mean that the draft goes by another name by now, that it left before, or that somebody has deleted it. */
async function afterRefusal(
  parts: QueueParts,
  sending: OutboxMail,
  refused: { readonly draftId: DraftId; readonly reason: string },
): Promise<CallFailure | null> {
  const draft = await parts.mailbox.drafts.find(sending.mailId);
  if (draft.kind !== 'ok') return draft;
  if (draft.value !== null) {
    const state: OutboxState =
      draft.value === refused.draftId
        ? { kind: 'refused', reason: refused.reason }
        : { kind: 'drafted', draftId: draft.value };
    await become(parts, sending, state);
    return null;
  }
  const { mailId, heldBack } = sending;
  const since = parts.clock() - lookBackMs;
  const sent = await lookInSent(parts, new Set([mailId]), since, new Set(heldBack));
  if (sent.kind !== 'ok') return sent;
  const message = sent.value.get(mailId);
  if (message === undefined) {
    await become(parts, sending, { kind: 'cancelled', by: 'draft-deleted' });
    return null;
  }
  await noteSent(parts, [message]);
  await become(parts, sending, { kind: 'sent', id: message.id, at: message.receivedAt });
  return null;
}

async function handOver(
  parts: QueueParts,
  deferred: DeferredSending,
  mail: OutboxMail,
  leavesAt: number,
): Promise<CallFailure | null> {
  const written = await parts.write(mail);
  if (written.kind === 'refused') {
    await become(parts, mail, { kind: 'refused', reason: written.reason });
    return null;
  }
  if (written.kind === 'paused') return null;
  if (written.kind !== 'ok') return written;
  const handing = await become(parts, mail, { kind: 'handing-over', leavesAt });
  const { mailId, person } = mail;
  const later = { mailId, follow: true, recipients: [person.address], subject: '' };
  const outcome = await deferred.handOver(later, { kind: 'new', raw: written.value }, leavesAt);
  switch (outcome.kind) {
    case 'held':
      await become(parts, handing, { kind: 'held', leavesAt: outcome.leavesAt });
      return null;
    case 'left':
      await become(parts, handing, { kind: 'sent', id: null, at: parts.clock() });
      return null;
    case 'waiting':
      return outcome.problem;
    case 'refused':
      await become(parts, handing, { kind: 'refused', reason: outcome.reason });
      return null;
    case 'gone':
      await become(parts, handing, { kind: 'cancelled', by: 'draft-deleted' });
      return null;
    case 'unclear':
      await become(parts, handing, { kind: 'unsure', since: parts.clock() });
      return null;
    case 'cannot':
      await become(parts, handing, { kind: 'refused', reason: outcome.why });
      return null;
  }
}

async function removeDraft({ mailbox }: QueueParts, { state }: OutboxMail): Promise<void> {
  if (state.kind === 'drafted') await mailbox.drafts.remove(state.draftId);
}
