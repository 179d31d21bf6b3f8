import type { DraftId, GroupId } from '../../domain/ids.ts';
import { mailIdInGroup } from '../../domain/sending/group-mail-id.ts';
import type { StartOutcome } from '../panel/queue.ts';
import type { GroupMail, OutboxMail } from '../ports/outbox.ts';
import type { CallFailure, Outcome } from '../ports/outcome.ts';
import { failureWords } from './failure-words.ts';
import type { GroupParts } from './group-parts.ts';
import { keptCopy, sourceNo } from './kept-copy.ts';
import { isExternal, mostRecipients, type Recipient } from './recipient.ts';
import type { SourceMail } from './source-mail.ts';

/**
 * Starts a group mail: its text and list are kept in a draft of their own, then its mails stand in the queue, behind what
 * waits there. A start that is ended in between leaves at most a draft, out of which nothing leaves by itself.
 */
export async function startGroup(
  parts: GroupParts,
  source: SourceMail,
  recipients: readonly Recipient[],
): Promise<StartOutcome> {
  if (recipients.length === 0) return { kind: 'nothing-to-send' };
  if (recipients.length > mostRecipients) return { kind: 'too-many', max: mostRecipients };
  const { account, outbox, clock } = parts;
  const id = parts.newGroupId();
  const createdAt = clock();
  const copy = await keepCopy(parts, id, keptCopy(source, { id, createdAt, recipients }, account));
  if (copy.kind !== 'ok') return { kind: 'failed', reason: failureWords(copy) };
  const group: GroupMail = {
    id,
    mailbox: account,
    createdAt,
    source: { draftId: copy.value, messageId: null },
    subject: source.subject,
    class: 'bulk',
    count: recipients.length,
    state: { kind: 'running' },
  };
  const rank = await lastRank(parts);
  // The mails first: nothing leaves of a group that is not there.
  await outbox.put(recipients.map((one, no) => waitingMail(group, one, no, rank + 1 + no)));
  await outbox.putGroup(group);
  return { kind: 'started', id, count: recipients.length };
}

/** A recipient's mail as it stands in the queue at first. */
export function waitingMail(
  group: GroupMail,
  { person, fields }: Recipient,
  no: number,
  rank: number,
): OutboxMail {
  return {
    mailId: mailIdInGroup(group.id, no),
    mailbox: group.mailbox,
    group: { id: group.id, no },
    person,
    fields,
    class: group.class,
    recipients: 1,
    external: isExternal(person.address, group.mailbox) ? 1 : 0,
    rank,
    notBefore: null,
    state: { kind: 'waiting' },
    heldBack: [],
    changedAt: group.createdAt,
  };
}

/** The place of the last mail that waits; -1 where none does. */
export async function lastRank({ outbox, account }: GroupParts): Promise<number> {
  return (await outbox.open(account)).reduce((most, { rank }) => Math.max(most, rank), -1);
}

async function keepCopy(
  { mailbox }: GroupParts,
  id: GroupId,
  raw: string,
): Promise<Outcome<DraftId>> {
  const mailId = mailIdInGroup(id, sourceNo);
  const made = await mailbox.drafts.create({ mailId, raw });
  if (made.kind !== 'unknown') return made;
  const found = await mailbox.drafts.find(mailId);
  const isThere = found.kind === 'ok' && found.value !== null;
  return isThere ? { kind: 'ok', value: found.value } : (made satisfies CallFailure);
}
