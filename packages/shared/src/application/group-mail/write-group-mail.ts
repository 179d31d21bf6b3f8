import type { GroupId } from '../../domain/ids.ts';
import type { GroupMail, OutboxMail, PauseCause } from '../ports/outbox.ts';
import type { Outcome } from '../ports/outcome.ts';
import type { QueueParts, Written } from '../run-queue/queue-parts.ts';
import type { GroupParts } from './group-parts.ts';
import { personalise } from './personalise.ts';
import { readSource } from './read-source.ts';
import type { SourceMail } from './source-mail.ts';

/** A draft that was read is good for so long, ms: what the rep changes in it holds from the next minute on. */
const freshMs = 60_000;

/** Makes the writer of a mailbox's group mails, from each group's draft as it is. It keeps the last draft that it read. */
export function createGroupWriter(
  parts: Pick<GroupParts, 'mailbox' | 'outbox' | 'clock'>,
): QueueParts['write'] {
  let kept: { readonly group: GroupId; readonly at: number; readonly mail: SourceMail } | null =
    null;

  async function sourceOf(group: GroupMail): Promise<Outcome<SourceMail | null>> {
    const age = kept?.group === group.id ? parts.clock() - kept.at : freshMs;
    if (kept !== null && age >= 0 && age < freshMs) return { kind: 'ok', value: kept.mail };
    const read = await readSource(parts.mailbox, group.source);
    if (read.kind !== 'ok' || read.value === null) return read;
    kept = { group: group.id, at: parts.clock(), mail: read.value };
    await follow(parts, group, read.value);
    return read;
  }

  return async (mail): Promise<Written> => {
    const group = mail.group === null ? null : await parts.outbox.group(mail.group.id);
    if (group === null) return { kind: 'refused', reason: textGone, recipients: [] };
    const source = await sourceOf(group);
    if (source.kind !== 'ok') return source;
    if (source.value === null) return paused(parts, group.id, 'source-gone');
    // Refused one by one, all of the list would be lost to a slip of the pen.
    const isNew = source.value.needed.some((name) => !Object.hasOwn(mail.fields, name));
    return isNew ? paused(parts, group.id, 'source-changed') : written(source.value, mail);
  };
}

/** Nothing more leaves of it. Reading took a while: it may have been cancelled meanwhile. */
async function paused(
  { outbox }: Pick<GroupParts, 'outbox'>,
  id: GroupId,
  by: PauseCause,
): Promise<Written> {
  const now = await outbox.group(id);
  if (now?.state.kind === 'running') {
    await outbox.putGroup({ ...now, state: { kind: 'paused', by } });
  }
  return { kind: 'paused' };
}

const textGone = 'The text of this mail is gone.';

function written(source: SourceMail, mail: OutboxMail): Written {
  const { person, fields, mailId } = mail;
  const { raw, missing } = personalise(source, { person, fields }, mailId);
  if (missing.length === 0) return { kind: 'ok', value: raw };
  const reason = `The mail asks for ${missing.join(', ')}, which the list does not say of this person.`;
  return { kind: 'refused', reason, recipients: [person.address] };
}

/** Gmail's own editor gives a draft that it rewrites another name. */
async function follow(
  { outbox }: Pick<GroupParts, 'outbox'>,
  group: GroupMail,
  { draftId, messageId, subject }: SourceMail,
): Promise<void> {
  const now = await outbox.group(group.id);
  if (now === null) return;
  const isSame = now.source.draftId === draftId && now.source.messageId === messageId;
  if (isSame && now.subject === subject) return;
  await outbox.putGroup({ ...now, subject, source: { draftId, messageId } });
}
