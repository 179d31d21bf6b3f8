import type { Drafts, NamedDraft } from '../../application/ports/mailbox.ts';
import { branded } from '../../domain/brand.ts';
import type { DraftId, MailboxMessageId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/message/addressees.ts';
import { draftListSchema } from './answers.ts';
import { missingIsRefused, type GmailCalls } from './gmail-calls.ts';
import { readMessage } from './gmail-messages.ts';

const most = 10;

/** Searches drafts by the beginning of their subject (users.drafts.list with q, 5 units; 20 for each one found). */
export function createDraftSearch(calls: GmailCalls): Drafts['beginning'] {
  return async (start) => {
    // Gmail finds words in any order and any place: what begins otherwise is left out below.
    const query = { q: `subject:"${start.replaceAll('"', '')}"`, maxResults: String(most) };
    const list = missingIsRefused(
      await calls.get('drafts', query, draftListSchema),
      'Gmail did not list the drafts.',
    );
    if (list.kind !== 'ok') return list;
    const found: NamedDraft[] = [];
    for (const { id, message } of list.value.drafts) {
      if (message === undefined) continue;
      const read = await readMessage(calls, branded<MailboxMessageId>(message.id));
      if (read.kind !== 'ok') return read;
      if (read.value === null) continue;
      const { headers, receivedAt } = read.value;
      const subject = subjectOf(headers);
      if (subject.startsWith(start)) {
        found.push({ id: branded<DraftId>(id), subject, savedAt: receivedAt });
      }
    }
    return { kind: 'ok', value: found };
  };
}
