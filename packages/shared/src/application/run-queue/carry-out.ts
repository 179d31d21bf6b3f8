import type { DraftId } from '../../domain/ids.ts';
import type { DeferredSending } from '../deferred-send/deferred-send.ts';
import type { OutboxMail, OutboxState } from '../ports/outbox.ts';
import type { CallFailure, Outcome } from '../ports/outcome.ts';
import { noteDeparted, noteSent } from '../send-ledger/count-sent.ts';
import { become } from './become.ts';
import { isStillWanted } from './is-still-wanted.ts';
import { laterMail } from './later-mail.ts';
import type { QueueParts } from './queue-parts.ts';
import { searchSent } from './search-sent.ts';

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
  return carriage.kind === 'send'
    ? sendNow(parts, mail)
    : handOver(parts, carriage.deferred, mail, leavesAt);
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
  if (!(await isStillWanted(parts, mail))) return { kind: 'ok', value: { mail, draftId: null } };
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
  if (draftId === null || !(await mayGo(parts, given, mail))) return null;
  const since = parts.clock();
  const sending = await become(parts, mail, { kind: 'sending', draftId, since });
  const sent = await parts.mailbox.send(draftId);
  switch (sent.kind) {
    case 'accepted': {
      // Whoever was set back while the call went on counts it no earlier than it was asked for.
      const at = Math.max(parts.clock(), since);
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
const lookBackMs = 26 * 3_600_000;

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
  const sent = await searchSent(parts, {
    wanted: new Set([mailId]),
    since: parts.clock() - lookBackMs,
    without: new Set(heldBack),
    async onFound(_mailId, message) {
      await noteSent(parts, [message]);
      await become(parts, sending, { kind: 'sent', id: message.id, at: message.receivedAt });
    },
  });
  if (sent.problem !== null) return sent.problem;
  if (!sent.found.has(mailId)) {
    await become(parts, sending, { kind: 'cancelled', by: 'draft-deleted' });
  }
  return null;
}

/** The last look before it leaves; one whose draft stood there already was looked at just now. */
async function mayGo(parts: QueueParts, given: OutboxMail, mail: OutboxMail): Promise<boolean> {
  if (mail === given) return true;
  return (await isStillOurs(parts, given, mail)) && isStillWanted(parts, mail);
}

/**
 * A computer may sleep while it makes a draft, and another one take over and make one, too: only what stood among the
 * drafts at the takeover is known to both.
 */
async function isStillOurs(
  { lease }: QueueParts,
  given: OutboxMail,
  drafted: OutboxMail,
): Promise<boolean> {
  if (drafted === given) return true;
  const held = await lease.hold();
  return held.kind === 'ok' && held.value.kind === 'mine' && !held.value.taken;
}

/** Exchange keeps the time of departure in whole seconds: earlier than planned would be over a limit. */
function wholeSecond(at: number): number {
  return Math.ceil(at / 1000) * 1000;
}

async function handOver(
  parts: QueueParts,
  deferred: DeferredSending,
  given: OutboxMail,
  leavesAt: number,
): Promise<CallFailure | null> {
  const draft = await makeDraft(parts, given);
  if (draft.kind !== 'ok') return draft;
  const { mail, draftId } = draft.value;
  if (draftId === null || !(await mayGo(parts, given, mail))) return null;
  const at = wholeSecond(leavesAt);
  const handing = await become(parts, mail, { kind: 'handing-over', leavesAt: at });
  const saved = { kind: 'saved', id: draftId } as const;
  const outcome = await deferred.handOver(laterMail(mail), saved, at);
  switch (outcome.kind) {
    case 'held':
      // One that was handed over after its time leaves as soon as the provider has it.
      await become(parts, handing, {
        kind: 'held',
        leavesAt: Math.max(outcome.leavesAt, parts.clock() > outcome.leavesAt ? parts.clock() : 0),
      });
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
