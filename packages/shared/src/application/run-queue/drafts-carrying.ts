import type { DraftId, MailId } from '../../domain/ids.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { Outcome } from '../ports/outcome.ts';

/** Looks through all drafts once, the newest first, for those that carry any of these mailIds. */
export async function draftsCarrying(
  { drafts }: Pick<Mailbox, 'drafts'>,
  isWanted: (mailId: MailId) => boolean,
): Promise<Outcome<ReadonlyMap<MailId, DraftId>>> {
  const found = new Map<MailId, DraftId>();
  let page: string | null = null;
  do {
    const listed = await drafts.list(page);
    if (listed.kind !== 'ok') return listed;
    for (const { id, mailId } of listed.value.drafts) {
      if (mailId !== null && isWanted(mailId) && !found.has(mailId)) found.set(mailId, id);
    }
    page = listed.value.next;
  } while (page !== null);
  return { kind: 'ok', value: found };
}
