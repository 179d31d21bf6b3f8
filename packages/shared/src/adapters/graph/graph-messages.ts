import { safeParse } from 'valibot';

import type { Mailbox, MailboxMessage } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId, ThreadId } from '../../domain/ids.ts';
import { author } from '../../domain/message/addressees.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { entrySchema, messageSchema, type GraphMessage, type GraphPage } from './answers.ts';
import { missingIsNull, type GraphCalls } from './graph-calls.ts';
import { mailIdProperty, messageClass } from './mapi-properties.ts';
import { headersOf } from './message-headers.ts';
import { expandProperties, withQuery, type ODataQuery } from './odata.ts';
import type { Place } from './own-addresses.ts';

/** The properties that are read of every message: its class, and our mailId, since mail in Sent shows no headers of its own. */
export const usualProperties = [messageClass, mailIdProperty];

/** What is read of every message; no body. */
export const wholeMessage: ODataQuery = {
  select: [
    'id',
    'changeKey',
    'conversationId',
    'parentFolderId',
    'receivedDateTime',
    'sentDateTime',
    'isDraft',
    'internetMessageId',
    'subject',
    'from',
    'toRecipients',
    'ccRecipients',
    'bccRecipients',
    'internetMessageHeaders',
  ].join(','),
  expand: expandProperties(usualProperties),
};

/** Where a message stands in the API. */
export function messagePath(id: string, query: ODataQuery = {}): string {
  return withQuery(`/me/messages/${encodeURIComponent(id)}`, query);
}

/** A message of Graph in our words. */
export function mailboxMessage(message: GraphMessage, place: Place): MailboxMessage {
  const headers = headersOf(message);
  const draft = message.isDraft === true;
  const leftFromHere = !draft && (isInSent(message, place) || isOwnCopy(headers, place));
  return {
    id: branded<MailboxMessageId>(message.id),
    threadId: branded<ThreadId>(message.conversationId ?? message.id),
    receivedAt: timeOf(message.receivedDateTime) ?? timeOf(message.sentDateTime) ?? 0,
    sent: leftFromHere,
    draft,
    headers,
  };
}

function isInSent({ parentFolderId }: GraphMessage, { sentFolder }: Place): boolean {
  return parentFolderId === sentFolder;
}

/** A sent copy that was moved or deleted since: from this mailbox, and no server has passed it on. */
function isOwnCopy(headers: MailboxMessage['headers'], { addresses }: Place): boolean {
  const from = author(headers)?.address ?? '';
  const isOwn = addresses.all.some((address) => address === from);
  return isOwn && headerValue(headers, 'Received') === null;
}

/** A date of Graph as epoch ms; null where there is none that can be read. */
export function timeOf(date: string | null): number | null {
  const at = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : at;
}

/** The messages of a page, and the ids of those that cannot be read. */
export function messagesOf({ value }: GraphPage): {
  readonly messages: readonly GraphMessage[];
  readonly unread: readonly MailboxMessageId[];
} {
  const messages: GraphMessage[] = [];
  const unread: MailboxMessageId[] = [];
  for (const entry of value) {
    const message = safeParse(messageSchema, entry);
    const rest = safeParse(entrySchema, entry);
    if (message.success) messages.push(message.output);
    else if (rest.success) unread.push(branded<MailboxMessageId>(rest.output.id));
  }
  return { messages, unread };
}

/** Reads one message without its body (GET /me/messages/{id}); null where it is gone. */
export async function readMessage(
  calls: GraphCalls,
  readPlace: () => Promise<Outcome<Place>>,
  id: string,
): Promise<Outcome<MailboxMessage | null>> {
  const place = await readPlace();
  if (place.kind !== 'ok') return place;
  const answer = missingIsNull(await calls.get(messagePath(id, wholeMessage), messageSchema));
  if (answer.kind !== 'ok') return answer;
  const { value } = answer;
  return { kind: 'ok', value: value === null ? null : mailboxMessage(value, place.value) };
}

/** How much of a message is read, bytes; no notice is read beyond its first half megabyte. */
const rawBytes = 768 * 1024;

/** Reads the first bytes of one message (GET /me/messages/{id}/$value). */
export function createReadRaw(calls: GraphCalls): Mailbox['raw'] {
  return async (id) => missingIsNull(await calls.getBytes(`${messagePath(id)}/$value`, rawBytes));
}
