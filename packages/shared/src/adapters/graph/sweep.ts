import type { MailboxMessage } from '../../application/ports/mailbox.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { pageSchema, type GraphMessage } from './answers.ts';
import { pathOf, type GraphCalls, type GraphOutcome } from './graph-calls.ts';
import { shortName, type GraphCursor } from './graph-cursor.ts';
import { mailboxMessage, messagesOf, timeOf, wholeMessage } from './graph-messages.ts';
import { odataTime, withQuery } from './odata.ts';
import type { Place } from './own-addresses.ts';

/** A sweep begins this long before the newest message of the last one, because mail is not always filed in the order of its dates, ms. */
export const overlapMs = 5 * 60_000;

/** Messages of one page, each with its headers. */
const pageSize = 50;

/** One page of a sweep: what it showed that was not shown before, and where it goes on (null = it is done). */
export type SweptPage = {
  readonly appeared: readonly MailboxMessage[];
  readonly unread: readonly MailboxMessageId[];
  readonly shown: GraphCursor['shown'];
  /** The newest date on the page, epoch ms; 0 = it is empty. */
  readonly newest: number;
  readonly next: string | null;
};

/** Lists a page of everything that was received since the last sweep, in all folders, oldest first (GET /me/messages). */
export async function sweepPage(
  calls: GraphCalls,
  place: Place,
  cursor: GraphCursor,
): Promise<GraphOutcome<SweptPage>> {
  const first = withQuery('/me/messages', {
    filter: `receivedDateTime ge ${odataTime(cursor.sweptTo - overlapMs)}`,
    orderby: 'receivedDateTime asc',
    top: String(pageSize),
    ...wholeMessage,
  });
  const page = await calls.get(cursor.sweep?.next ?? first, pageSchema);
  if (page.kind !== 'ok') return page;
  const link = page.value['@odata.nextLink'];
  const next = link === undefined ? null : pathOf(link);
  if (link !== undefined && next === null) return { kind: 'unknown', cause: 'malformed-answer' };
  const { messages, unread } = messagesOf(page.value);
  const known = new Set(cursor.shown.map(([name]) => name));
  const fresh = messages
    .filter((message) => message.isDraft !== true && !known.has(shortName(message.id)))
    .map((message) => mailboxMessage(message, place));
  return {
    kind: 'ok',
    value: {
      appeared: fresh,
      unread,
      shown: withShown(cursor.shown, fresh),
      newest: newestOf(messages),
      next,
    },
  };
}

/** The date of the newest message, epoch ms; 0 = there is none. Where a sweep begins that shows nothing of before. */
export async function newestDate(calls: GraphCalls): Promise<GraphOutcome<number>> {
  const query = { orderby: 'receivedDateTime desc', top: '1', select: 'id,receivedDateTime' };
  const page = await calls.get(withQuery('/me/messages', query), pageSchema);
  if (page.kind !== 'ok') return page;
  return { kind: 'ok', value: newestOf(messagesOf(page.value).messages) };
}

function newestOf(messages: readonly GraphMessage[]): number {
  return Math.max(0, ...messages.map(({ receivedDateTime }) => timeOf(receivedDateTime) ?? 0));
}

/** What was shown, with these. */
export function withShown(
  shown: GraphCursor['shown'],
  messages: readonly MailboxMessage[],
): GraphCursor['shown'] {
  const more = messages.map(({ id, receivedAt }): [string, number] => [
    shortName(id),
    Math.floor(receivedAt / 1000),
  ]);
  return [...shown, ...more];
}
