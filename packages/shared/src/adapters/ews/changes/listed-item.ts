import { extendedTime, type EwsItem } from '../items/ews-item.ts';
import { extended, field, mapi } from '../requests/properties.ts';

/** An item as a list tells it. */
export type ListedItem = {
  readonly id: string;
  /** What it is known by although a move gives it another id; any of these, the first is its own. */
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
    id: item.id,
    keys: await keysOf(item, at, inSent),
    at,
    until: Math.max(at, extendedTime(item, mapi.deferredDeliveryTime) ?? 0),
    draft: item.isDraft,
  };
}

/**
 * Who writes to himself has one Message-ID twice, so the copy in Sent Items has a key of its own; moved to another
 * folder it is still known by it.
 */
async function keysOf(
  { id, internetMessageId, isFromMe }: EwsItem,
  at: number,
  inSent: boolean,
): Promise<ListedItem['keys']> {
  if (internetMessageId === null) return [await keyOf(id)];
  const received = `${internetMessageId} ${at}`;
  const sent = `${received} sent`;
  if (inSent) return [await keyOf(sent)];
  return isFromMe ? [await keyOf(received), await keyOf(sent)] : [await keyOf(received)];
}

/** 64 bits of a hash: enough to tell the mail of half an hour apart. */
async function keyOf(name: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  return btoa(String.fromCharCode(...new Uint8Array(hash, 0, 8))).slice(0, 11);
}
