import type { Drafts } from '../../application/ports/mailbox.ts';
import { branded } from '../../domain/brand.ts';
import type { DraftId } from '../../domain/ids.ts';
import { pageSchema } from './answers.ts';
import { missingIsRefused, type GraphCalls } from './graph-calls.ts';
import { messagesOf, timeOf } from './graph-messages.ts';
import { odataText, withQuery } from './odata.ts';

const most = 10;

/** Searches drafts by the beginning of their subject (GET /me/mailFolders/drafts/messages with $filter, one request). */
export function createDraftSearch(calls: GraphCalls): Drafts['beginning'] {
  return async (start) => {
    const path = withQuery('/me/mailFolders/drafts/messages', {
      filter: `startswith(subject,${odataText(start)})`,
      select: 'id,subject,isDraft,receivedDateTime',
      top: String(most),
    });
    const listed = await calls.get(path, pageSchema);
    const list = missingIsRefused(listed, 'This mailbox lists no drafts.');
    if (list.kind !== 'ok') return list;
    const drafts = messagesOf(list.value).messages.filter(({ isDraft }) => isDraft === true);
    return {
      kind: 'ok',
      value: drafts.map(({ id, subject, receivedDateTime }) => ({
        id: branded<DraftId>(id),
        subject: subject ?? '',
        savedAt: timeOf(receivedDateTime) ?? 0,
      })),
    };
  };
}
