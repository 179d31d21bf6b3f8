import type { DraftId, MailId } from '../../domain/ids.ts';
import { mailIdInGroup } from '../../domain/sending/group-mail-id.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { GroupMail, OutboxMail, OutboxState } from '../ports/outbox.ts';
import type { CallFailure, Outcome } from '../ports/outcome.ts';
import { lookInSent } from '../run-queue/look-in-sent.ts';
import { noteSent } from '../send-ledger/count-sent.ts';
import type { GroupParts } from './group-parts.ts';
import type { KeptList } from './kept-list.ts';
import { readSource } from './read-source.ts';
import { groupSubject, type SourceMail } from './source-mail.ts';
import { lastRank, waitingMail } from './start.ts';
import { isOver } from './tidy-groups.ts';

/** What restoring came to. */
export type Restored = {
  /** Group mails that stand in the queue again, paused until a person resumes them. */
  readonly count: number;
  /** Why it stopped before all were read; null = it did not. */
  readonly problem: CallFailure | null;
};

/**
 * Builds group mails again whose store was lost: their drafts hold text and list, the mails' names follow from them, and
 * Sent and the drafts tell how far each has come. They come back paused, since nobody knows whether they were, and another
 * computer may carry them out; what the provider holds leaves all the same. The drafts of groups that are over are
 * removed. Cheap where nothing is lost: one call.
 */
export async function restoreGroups(parts: GroupParts): Promise<Restored> {
  const kept = await parts.mailbox.drafts.beginning(groupSubject);
  if (kept.kind !== 'ok') return { count: 0, problem: kept };
  const groups = await parts.outbox.groups(parts.account);
  const known = new Map(groups.map((group) => [group.source.draftId, group]));
  let count = 0;
  for (const { id } of kept.value) {
    const group = known.get(id);
    if (group !== undefined) {
      if (await isOver(parts, group)) await parts.mailbox.drafts.remove(id);
      continue;
    }
    const source = await readSource(parts.mailbox, { draftId: id, messageId: null });
    if (source.kind === 'refused') continue;
    if (source.kind !== 'ok') return { count, problem: source };
    const list = source.value?.list?.kept ?? null;
    if (source.value === null || list === null) continue;
    if ((await parts.outbox.group(list.id)) !== null) continue;
    const restored = await restoreGroup(parts, source.value, list);
    if (restored !== null) return { count, problem: restored };
    count += 1;
  }
  return { count, problem: null };
}

async function restoreGroup(
  parts: GroupParts,
  source: SourceMail,
  list: KeptList,
): Promise<CallFailure | null> {
  const { recipients } = list;
  const mailIds = new Set(recipients.map((_, no) => mailIdInGroup(list.id, no)));
  // The drafts first: what leaves in between is found in Sent.
  const drafts = await draftsOf(parts, mailIds);
  if (drafts.kind !== 'ok') return drafts;
  const sent = await lookInSent(parts, mailIds, list.createdAt, new Set());
  if (sent.kind !== 'ok') return sent;
  await noteSent(parts, [...sent.value.values()]);
  const group: GroupMail = {
    id: list.id,
    mailbox: parts.account,
    createdAt: list.createdAt,
    source: { draftId: source.draftId, messageId: source.messageId },
    subject: source.subject,
    class: 'bulk',
    count: recipients.length,
    state: { kind: 'paused', by: 'person' },
  };
  const rank = await lastRank(parts);
  const mails: OutboxMail[] = [];
  for (const [no, recipient] of recipients.entries()) {
    const mail = waitingMail(group, recipient, no, rank + 1 + no);
    const draft = drafts.value.get(mail.mailId) ?? null;
    const state = await stateOf(parts, mail, sent.value.get(mail.mailId) ?? null, draft);
    if (state.kind !== 'ok') return state;
    mails.push({ ...mail, state: state.value, changedAt: parts.clock() });
  }
  await parts.outbox.put(mails);
  await parts.outbox.putGroup(group);
  return null;
}

async function stateOf(
  { carriage, mailbox }: GroupParts,
  mail: OutboxMail,
  message: MailboxMessage | null,
  draft: DraftId | null,
): Promise<Outcome<OutboxState>> {
  if (message !== null) {
    return { kind: 'ok', value: { kind: 'sent', id: message.id, at: message.receivedAt } };
  }
  if (draft === null) return { kind: 'ok', value: { kind: 'waiting' } };
  const { deferredSend } = mailbox.capabilities;
  if (carriage.kind === 'send' || deferredSend.kind === 'no') {
    return { kind: 'ok', value: { kind: 'drafted', draftId: draft } };
  }
  const read = await deferredSend.means.state(draft);
  if (read.kind !== 'ok') return read;
  switch (read.value.kind) {
    case 'held': {
      // Another computer may look after it, so it is not taken back; that it leaves is no surprise to anybody.
      const { mailId, person } = mail;
      const { leavesAt } = read.value;
      const later = { mailId, follow: true, recipients: [person.address], subject: '' };
      await carriage.deferred.handOver(later, { kind: 'saved', id: draft }, leavesAt);
      return { kind: 'ok', value: { kind: 'held', leavesAt } };
    }
    case 'left': {
      const { id, receivedAt: at } = read.value.message;
      return { kind: 'ok', value: { kind: 'sent', id, at } };
    }
    case 'unclear':
      return { kind: 'ok', value: { kind: 'unsure', since: mail.changedAt } };
    case 'draft':
      return { kind: 'ok', value: { kind: 'drafted', draftId: draft } };
    case 'gone':
      return { kind: 'ok', value: { kind: 'waiting' } };
  }
}

async function draftsOf(
  { mailbox }: GroupParts,
  mailIds: ReadonlySet<MailId>,
): Promise<Outcome<ReadonlyMap<MailId, DraftId>>> {
  const found = new Map<MailId, DraftId>();
  let page: string | null = null;
  do {
    const listed = await mailbox.drafts.list(page);
    if (listed.kind !== 'ok') return listed;
    for (const { id, mailId } of listed.value.drafts) {
      if (mailId !== null && mailIds.has(mailId)) found.set(mailId, id);
    }
    page = listed.value.next;
  } while (page !== null);
  return { kind: 'ok', value: found };
}
