import type { Mailbox, SentEntry } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { pageSchema, type GraphMessage } from './answers.ts';
import { missingIsRefused, pathOf, type GraphCalls } from './graph-calls.ts';
import { mailboxMessage, messagesOf, timeOf } from './graph-messages.ts';
import { odataText, odataTime, withQuery } from './odata.ts';
import type { Place } from './own-addresses.ts';

/** Entries of one page: ids, dates and recipients. Graph gives up to 1,000. */
const pageSize = 500;

const fields = 'id,sentDateTime,isDraft,toRecipients,ccRecipients,bccRecipients';

/**
 * Lists what left with its date and recipients: Sent Items, then what was thrown away of it, which has left all the same
 * and counts. 500 mails a request.
 */
export function createSentList(
  calls: GraphCalls,
  readPlace: () => Promise<Outcome<Place>>,
): Mailbox['sentSince'] {
  return async (since, page) => {
    const place = await readPlace();
    if (place.kind !== 'ok') return place;
    const deleted = deletedPath(since, place.value);
    const path = page ?? sentPath(since);
    const answer = missingIsRefused(
      await calls.get(path, pageSchema),
      'This mailbox does not list what was sent.',
    );
    if (answer.kind !== 'ok') return answer;
    const isDeleted = path.startsWith('/me/mailFolders/deleteditems');
    const { messages } = messagesOf(answer.value);
    const left = messages.filter((message) =>
      isDeleted ? mailboxMessage(message, place.value).sent : message.isDraft !== true,
    );
    const link = answer.value['@odata.nextLink'];
    const next = link === undefined ? null : pathOf(link);
    if (link !== undefined && next === null) return { kind: 'unknown', cause: 'malformed-answer' };
    return {
      kind: 'ok',
      value: { entries: left.map(entryOf), next: next ?? (isDeleted ? null : deleted) },
    };
  };
}

function sentPath(since: number): string {
  return withQuery('/me/mailFolders/sentitems/messages', {
    filter: `sentDateTime ge ${odataTime(since)}`,
    orderby: 'sentDateTime desc',
    top: String(pageSize),
    select: fields,
  });
}

function deletedPath(since: number, { addresses }: Place): string {
  const from = `from/emailAddress/address eq ${odataText(addresses.primary)}`;
  return withQuery('/me/mailFolders/deleteditems/messages', {
    filter: `sentDateTime ge ${odataTime(since)} and ${from}`,
    orderby: 'sentDateTime desc',
    top: String(pageSize / 10),
    select: `${fields},from,parentFolderId,internetMessageHeaders`,
  });
}

function entryOf(message: GraphMessage): SentEntry {
  const { toRecipients, ccRecipients, bccRecipients } = message;
  return {
    id: branded<MailboxMessageId>(message.id),
    at: timeOf(message.sentDateTime),
    recipients: toRecipients.length + ccRecipients.length + bccRecipients.length,
  };
}
