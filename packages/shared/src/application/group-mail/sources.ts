import type { GroupSource } from '../panel/queue.ts';
import type { ListedDraft } from '../ports/mailbox.ts';
import { leaseSubject } from '../run-queue/mailbox-lease.ts';
import type { GroupParts } from './group-parts.ts';
import { readSource } from './read-source.ts';
import { groupSubject } from './source-mail.ts';

/** Each is read whole to say what it asks for; a rep writes a group mail just before. */
const most = 10;

/** The queue keeps 200 drafts at most, and they may be newer than the rep's. */
const mostPages = 5;

type SourceParts = Pick<GroupParts, 'mailbox' | 'outbox'>;

/** Drafts that a group mail can be made of, the newest first: none that we made ourselves. A draft that cannot be read is left out. */
export async function groupSources(parts: SourceParts): Promise<readonly GroupSource[]> {
  const { mailbox } = parts;
  const found: GroupSource[] = [];
  let page: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const listed = await mailbox.drafts.list(page);
    if (listed.kind !== 'ok') return found;
    for (const draft of listed.value.drafts) {
      if (found.length === most) return found;
      if (await isOurs(parts, draft)) continue;
      const read = await readSource(mailbox, { draftId: draft.id, messageId: null });
      if (read.kind === 'rate-limited' || read.kind === 'reconnect-needed') return found;
      if (read.kind !== 'ok' || read.value === null) continue;
      const { draftId, subject, fields, attachmentBytes } = read.value;
      found.push({ draftId, subject, fields, attachmentBytes });
    }
    page = listed.value.next;
    if (page === null) break;
  }
  return found;
}

/** A draft that merely carries a mailId may be the rep's own, which is followed. Gmail's editor drops the header, so ours are told by their subjects, too. */
async function isOurs({ outbox }: SourceParts, { subject, mailId }: ListedDraft): Promise<boolean> {
  if (subject.startsWith(groupSubject) || subject.startsWith(leaseSubject)) return true;
  return mailId !== null && (await outbox.mail(mailId)) !== null;
}
