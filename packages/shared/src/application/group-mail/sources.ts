import type { GroupSource } from '../panel/queue.ts';
import type { Mailbox, NamedDraft } from '../ports/mailbox.ts';
import type { Outbox } from '../ports/outbox.ts';
import { leaseSubject } from '../run-queue/mailbox-lease.ts';
import { readSource } from './read-source.ts';
import { groupSubject } from './source-mail.ts';

/** Each is read whole to say what it asks for; a rep writes a group mail just before. */
const most = 10;

/** Drafts that a group mail can be made of, the newest first: none that we made ourselves. A draft that cannot be read is left out. */
export async function groupSources({
  mailbox,
  outbox,
}: {
  readonly mailbox: Pick<Mailbox, 'drafts'>;
  readonly outbox: Pick<Outbox, 'mail'>;
}): Promise<readonly GroupSource[]> {
  const listed = await mailbox.drafts.list(null);
  if (listed.kind !== 'ok') return [];
  const found: GroupSource[] = [];
  let asked = 0;
  for (const draft of listed.value.drafts) {
    const { id, mailId } = draft;
    // In Outlook a mail that the rep writes carries a mailId, too.
    if (isOurs(draft) || (mailId !== null && (await outbox.mail(mailId)) !== null)) continue;
    asked += 1;
    if (asked > most) break;
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
