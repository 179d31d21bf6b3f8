import type { DraftId } from '../../domain/ids.ts';
import type { CallFailure, Outcome } from '../ports/outcome.ts';
import type { HandOverOutcome, LaterDraft, LaterMail } from './deferred-send.ts';
import { isKept, keep, keepLeft, type KeptMail, type KeptParts } from './kept.ts';

type NewText = Extract<LaterDraft, { kind: 'new' }>;

/** Writes the wish down and carries it out; called again for the same mail, it goes on where that stands. */
export async function handOver(
  parts: KeptParts,
  mail: LaterMail,
  draft: LaterDraft,
  leavesAt: number,
): Promise<HandOverOutcome> {
  const before = await parts.followed.byMailId(mail.mailId);
  if (before?.state === 'sent' || before?.state === 'leaving') return { kind: 'left' };
  const earlier = isKept(before) && before.state === 'scheduled' ? before.handedOver : null;
  const now = parts.clock();
  if (earlier?.stage === 'held' && earlier.leavesAt > now) {
    return { kind: 'held', leavesAt: earlier.leavesAt };
  }
  const wish: KeptMail = {
    mailbox: parts.account,
    draftKey: before?.draftKey ?? `postrider:later:${mail.mailId}`,
    state: 'scheduled',
    changedAt: now,
    threadId: before?.threadId ?? (draft.kind === 'new' ? (draft.threadId ?? null) : null),
    mailboxMessageId: null,
    messageId: null,
    mailId: mail.mailId,
    follow: mail.follow,
    recipients: mail.recipients.map((address) => address.trim().toLowerCase()),
    subject: mail.subject,
    handedOver: {
      draft: draft.kind === 'saved' ? draft.id : (earlier?.draft ?? null),
      leavesAt,
      stage: 'asked',
      why: '',
      checkedAt: now,
    },
  };
  await parts.followed.put(wish);
  const outcome = await attempt(parts, wish, draft, before === null || !isKept(before));
  return outcome.kind === 'unclear' && draft.kind === 'new'
    ? startOver(parts, wish, draft)
    : outcome;
}

/** Makes the draft where there is none, and hands it over. */
async function attempt(
  parts: KeptParts,
  wish: KeptMail,
  draft: LaterDraft,
  isFirst: boolean,
): Promise<HandOverOutcome> {
  if (wish.handedOver.draft !== null) {
    const outcome = await giveAgain(parts, wish, wish.handedOver.draft);
    // Gone, and not in Sent: with its text at hand it can be made anew, and nothing leaves twice.
    if (outcome.kind !== 'gone' || draft.kind === 'saved') return outcome;
  }
  return draft.kind === 'saved' ? { kind: 'gone' } : giveNew(parts, wish, draft, isFirst);
}

async function giveNew(
  parts: KeptParts,
  wish: KeptMail,
  draft: NewText,
  isFirst: boolean,
): Promise<HandOverOutcome> {
  const id = await draftOf(parts, wish, draft, isFirst);
  if (id.kind !== 'ok') return waitsOrRefused(parts, wish, id);
  const kept = await keep(parts, wish, { draft: id.value, stage: 'asked' });
  return give(parts, kept, id.value);
}

/** The draft with the mail's id; looked for before one is made, unless nothing was ever asked of it. */
async function draftOf(
  { mailbox }: KeptParts,
  { mailId }: KeptMail,
  { raw, threadId }: NewText,
  isFirst: boolean,
): Promise<Outcome<DraftId>> {
  const { drafts } = mailbox;
  if (!isFirst) {
    const found = await drafts.find(mailId);
    if (found.kind !== 'ok') return found;
    if (found.value !== null) return { kind: 'ok', value: found.value };
  }
  const made = await drafts.create({
    mailId,
    raw,
    ...(threadId === undefined ? {} : { threadId }),
  });
  if (made.kind !== 'unknown') return made;
  const found = await drafts.find(mailId);
  return found.kind === 'ok' && found.value !== null ? { kind: 'ok', value: found.value } : made;
}

/** Nobody can tell whether it will leave: it is deleted, seen to be gone, and made once more from its text. */
async function startOver(
  parts: KeptParts,
  wish: KeptMail,
  draft: NewText,
): Promise<HandOverOutcome> {
  const id = (await parts.followed.byMailId(wish.mailId))?.handedOver?.draft ?? null;
  if (id === null) return { kind: 'unclear' };
  const cancelled = await parts.means.cancel(id);
  if (cancelled.kind !== 'ok' || cancelled.value === 'unconfirmed') return { kind: 'unclear' };
  if (cancelled.value === 'cancelled') return giveNew(parts, wish, draft, false);
  const stands = await readStanding(parts, wish, id);
  return stands.kind === 'draft' ? { kind: 'unclear' } : stands;
}

/** Hands over a draft of which it is not known how far an earlier try came. */
export async function giveAgain(
  parts: KeptParts,
  wish: KeptMail,
  draft: DraftId,
): Promise<HandOverOutcome> {
  const stands = await readStanding(parts, wish, draft);
  return stands.kind === 'draft' || stands.kind === 'unclear' ? give(parts, wish, draft) : stands;
}

/** Hands a draft over; after a lost answer the item is read, and an unclear one handed over once more, since one item leaves once. */
async function give(parts: KeptParts, wish: KeptMail, draft: DraftId): Promise<HandOverOutcome> {
  const { leavesAt } = wish.handedOver;
  for (let tries = 0; ; tries += 1) {
    const given = await parts.means.handOver(draft, leavesAt);
    if (given.kind === 'ok') {
      await keep(parts, wish, { draft, stage: 'held', why: '' });
      return { kind: 'held', leavesAt };
    }
    if (given.kind !== 'refused' && given.kind !== 'unknown') {
      return { kind: 'waiting', problem: given };
    }
    const stands = await readStanding(parts, wish, draft);
    if (stands.kind === 'draft') return waitsOrRefused(parts, wish, given);
    if (stands.kind !== 'unclear' || given.kind === 'refused') return stands;
    if (tries === 0) continue;
    await keep(parts, wish, { draft, stage: 'asked' });
    return { kind: 'waiting', problem: given };
  }
}

/** What the item says of itself, written down; `draft` = nobody has taken it. */
export async function readStanding(
  parts: KeptParts,
  wish: KeptMail,
  draft: DraftId,
): Promise<HandOverOutcome | { readonly kind: 'draft' }> {
  const read = await parts.means.state(draft);
  if (read.kind !== 'ok') return { kind: 'waiting', problem: read };
  const state = read.value;
  switch (state.kind) {
    case 'draft':
      return { kind: 'draft' };
    case 'held':
      await keep(parts, wish, { draft, stage: 'held', leavesAt: state.leavesAt, why: '' });
      return { kind: 'held', leavesAt: state.leavesAt };
    case 'left':
      await keepLeft(parts, wish, state.message);
      return { kind: 'left' };
    case 'gone':
    case 'unclear':
      await keep(parts, wish, { draft, stage: state.kind });
      return { kind: state.kind };
  }
}

async function waitsOrRefused(
  parts: KeptParts,
  wish: KeptMail,
  problem: CallFailure,
): Promise<HandOverOutcome> {
  if (problem.kind !== 'refused') return { kind: 'waiting', problem };
  await keep(parts, wish, { stage: 'refused', why: problem.reason });
  const { reason, recipients } = problem;
  return { kind: 'refused', reason, recipients };
}
