import type { MailboxMessageId } from '../../../domain/ids.ts';
import { extendedTime, type EwsItem } from '../items/ews-item.ts';
import { stableId } from '../items/stable-id.ts';
import { extended, field, mapi } from '../requests/properties.ts';

/** An item as a list tells it. */
export type ListedItem = {
  /** What the rest of the program will know it by. */
  readonly id: MailboxMessageId;
  /** Where it lies now. */
  readonly itemId: string;
  /** What it is remembered by, short; any of these, the first is its own. */
  readonly keys: readonly [string, ...string[]];
  /** Where it stands in the list; epoch ms. */
  readonly at: number;
  /** The last instant that the list can be asked for and still holds it; epoch ms. */
  readonly until: number;
  readonly draft: boolean;
};

/** What a list must tell. */
export const listedPaths = [
  field('item:DateTimeReceived'),
  field('item:IsDraft'),
  field('item:IsFromMe'),
  field('message:InternetMessageId'),
  extended(mapi.deferredDeliveryTime),
];

/** Reads the items of one folder's list. */
export function listedItems(
  items: readonly EwsItem[],
  inSent: boolean,
): Promise<readonly ListedItem[]> {
  return Promise.all(items.map((item) => listedItem(item, inSent)));
}

async function listedItem(item: EwsItem, inSent: boolean): Promise<ListedItem> {
  const at = item.receivedAt ?? item.sentAt ?? 0;
  return {
    id: stableId(item, inSent),
    itemId: item.id,
    keys: await keysOf(item, inSent),
    at,
    until: Math.max(at, extendedTime(item, mapi.deferredDeliveryTime) ?? 0),
    draft: item.isDraft,
  };
}

/** A list cannot tell mail that the rep sent and moved from mail to himself, so it goes by either name. */
async function keysOf(item: EwsItem, inSent: boolean): Promise<ListedItem['keys']> {
  const own = await keyOf(stableId(item, inSent));
  return item.isFromMe && !inSent ? [own, await keyOf(stableId(item, true))] : [own];
}

/** 64 bits of a hash: enough to tell the mail of half an hour apart. */
async function keyOf(name: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  return btoa(String.fromCharCode(...new Uint8Array(hash, 0, 8))).slice(0, 11);
}
