import type { MailboxMessageId, MailId } from '../../domain/ids.ts';
import type { GroupMail, OutboxMail } from '../ports/outbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import { noteSent } from '../send-ledger/count-sent.ts';
import { adopt } from './adopt.ts';
import { become } from './become.ts';
import { draftsCarrying } from './drafts-carrying.ts';
import type { QueueParts } from './queue-parts.ts';
import { searchSent } from './search-sent.ts';

/** The groups' times are from whichever computer made them, ms. */
const marginMs = 24 * 3_600_000;

/**
 * Another carrier may have been at work since this store was last right: what left of all that is open is read in Sent, and
 * the drafts that stand there already are taken over, so that two computers that overlap send the same draft, which leaves
 * once. Drafts of mails that are done with are removed. Gives why it ended too early, or null.
 */
export async function reconcile(parts: QueueParts): Promise<CallFailure | null> {
  const { account, outbox, mailbox } = parts;
  const open = await outbox.open(account);
  if (open.length === 0) return null;
  const groups = await groupsOf(parts, open);
  const mails = new Map(open.map((mail) => [mail.mailId, mail]));
  const sent = await searchSent(parts, {
    wanted: new Set(mails.keys()),
    since: began(open, groups) - marginMs,
    without: await knownIds(parts, open, groups),
    async onFound(mailId, message) {
      const mail = mails.get(mailId);
      if (mail === undefined) return;
      await noteSent(parts, [message]);
      await become(parts, mail, { kind: 'sent', id: message.id, at: message.receivedAt });
    },
  });
  if (sent.problem !== null) return sent.problem;
  const done = await doneWith(parts, groups);
  const drafts = await draftsCarrying(mailbox, (mailId) => mails.has(mailId) || done.has(mailId));
  if (drafts.kind !== 'ok') return drafts;
  for (const [mailId, draftId] of drafts.value) {
    const mail = mails.get(mailId);
    const isDone = mail === undefined || sent.found.has(mailId);
    const handled = isDone
      ? await mailbox.drafts.remove(draftId)
      : await adopt(parts, mail, draftId);
    if (handled.kind !== 'ok') return handled;
  }
  return null;
}

async function groupsOf(
  { account, outbox }: QueueParts,
  open: readonly OutboxMail[],
): Promise<readonly GroupMail[]> {
  const ids = new Set(open.map(({ group }) => group?.id));
  return (await outbox.groups(account)).filter(({ id }) => ids.has(id));
}

function began(open: readonly OutboxMail[], groups: readonly GroupMail[]): number {
  const single = open.filter(({ group }) => group === null).map(({ changedAt }) => changedAt);
  return Math.min(...groups.map(({ createdAt }) => createdAt), ...single);
}

/** Messages whose mail is known already, and copies that did not leave. */
async function knownIds(
  { outbox }: QueueParts,
  open: readonly OutboxMail[],
  groups: readonly GroupMail[],
): Promise<ReadonlySet<MailboxMessageId>> {
  const known = new Set(open.flatMap(({ heldBack }) => heldBack));
  for (const { id } of groups) {
    for (const { state } of await outbox.ofGroup(id)) {
      if (state.kind === 'sent' && state.id !== null) known.add(state.id);
    }
  }
  return known;
}

/** Mails of these groups that left or were cancelled: a draft of theirs was left behind by a run that was ended. */
async function doneWith(
  { outbox }: QueueParts,
  groups: readonly GroupMail[],
): Promise<ReadonlySet<MailId>> {
  const done = new Set<MailId>();
  for (const { id } of groups) {
    for (const { mailId, state } of await outbox.ofGroup(id)) {
      if (state.kind === 'sent' || state.kind === 'cancelled') done.add(mailId);
    }
  }
  return done;
}
