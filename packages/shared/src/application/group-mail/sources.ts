import type { GroupSource } from '../panel/queue.ts';
import type { Mailbox, NamedDraft } from '../ports/mailbox.ts';
import { leaseSubject } from '../run-queue/mailbox-lease.ts';
import { readSource } from './read-source.ts';
import { groupSubject } from './source-mail.ts';

/** Each is read whole to say what it asks for; a rep writes a group mail just before. */
const most = 10;

/** Drafts that a group mail can be made of, the newest first: none that we made ourselves. A draft that cannot be read is left out. */
export async function groupSources({
  mailbox,
}: {
  readonly mailbox: Pick<Mailbox, 'drafts'>;
}): Promise<readonly GroupSource[]> {
  const listed = await mailbox.drafts.list(null);
  if (listed.kind !== 'ok') return [];
  const own = listed.value.drafts.filter((one) => one.mailId === null && !isOurs(one));
  const found: GroupSource[] = [];
  for (const { id } of own.slice(0, most)) {
    const read = await readSource(mailbox, { draftId: id, messageId: null });
    if (read.kind === 'rate-limited' || read.kind === 'reconnect-needed') break;
    if (read.kind !== 'ok' || read.value === null) continue;
    const { draftId, subject, fields, attachmentBytes } = read.value;
    found.push({ draftId, subject, fields, attachmentBytes });
  }
  return found;
}

/** Told by its subject: Gmail's editor drops our header. */
function isOurs({ subject }: NamedDraft): boolean {
  return subject.startsWith(groupSubject) || subject.startsWith(leaseSubject);
}
