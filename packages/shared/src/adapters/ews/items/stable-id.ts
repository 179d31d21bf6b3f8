import { branded } from '../../../domain/brand.ts';
import type { MailboxMessageId } from '../../../domain/ids.ts';
import type { EwsItem } from './ews-item.ts';

/**
 * What a message is known by. An EWS id dies with every move, and what is known of a mail (a bounce, a match by hand)
 * must outlive that; its Message-ID and, for what came in, the second of its arrival do.
 */
export type MessageName =
  | { readonly kind: 'sent'; readonly internetMessageId: string }
  | { readonly kind: 'received'; readonly internetMessageId: string; readonly second: number }
  /** Without a Message-ID, or as Office names the open item: by its EWS id alone. */
  | { readonly kind: 'item'; readonly itemId: string };

/** The name of an item that left this mailbox (`sent`) or came into it. */
export function stableId(
  { id, internetMessageId, receivedAt, isDraft }: EwsItem,
  sent: boolean,
): MailboxMessageId {
  if (isDraft || internetMessageId === null || internetMessageId === '') return branded(id);
  if (sent) return sentId(internetMessageId);
  return branded(`received:${secondOf(receivedAt ?? 0)}:${internetMessageId}`);
}

/** The name of what left this mailbox with this Message-ID (with its brackets). */
function sentId(internetMessageId: string): MailboxMessageId {
  return branded(`sent:${internetMessageId}`);
}

/** Reads a name back. */
export function readStableId(id: MailboxMessageId): MessageName {
  const received = /^received:(\d{1,12}):([^]+)$/.exec(id);
  if (received?.[2] !== undefined) {
    return { kind: 'received', second: Number(received[1]), internetMessageId: received[2] };
  }
  return id.startsWith('sent:')
    ? { kind: 'sent', internetMessageId: id.slice('sent:'.length) }
    : { kind: 'item', itemId: id };
}

/** Times come with or without their thousandths, by what was asked for. */
export function secondOf(at: number): number {
  return Math.floor(at / 1000);
}
