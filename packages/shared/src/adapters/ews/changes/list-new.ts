import type { CallFailure, Outcome } from '../../../application/ports/outcome.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import type { FolderBook, MailFolders } from '../folders.ts';
import { itemsIn } from '../items/ews-item.ts';
import type { PartOutcome } from '../read-response.ts';
import { findItemRequest } from '../requests/find-requests.ts';
import type { FolderRef } from '../requests/folder-ref.ts';
import { extended, field, mapi } from '../requests/properties.ts';
import { anyOf, isSince } from '../requests/restriction.ts';
import { attributeOf, childOf, type XmlElement } from '../xml/element.ts';
import { listedItems, listedPaths, type ListedItem } from './listed-item.ts';

/** Folders asked for by one request. */
const foldersAtOnce = 50;

/** Items of one folder in one answer, 600 bytes each; halved where an old client of Office refuses the answer. */
const pageSize = 250;
const leastPageSize = 25;

/** A mailbox that has more than this in one instant is not read further back. */
const maxPages = 40;

/** What a list gave. */
export type Listing = {
  /** Not known yet, oldest first. */
  readonly fresh: readonly ListedItem[];
  /** Up to here nothing is missing in it; epoch ms; Infinity = it is complete. */
  readonly completeTo: number;
  /** When the newest item that it named arrived; epoch ms; null = it named none. */
  readonly newestAt: number | null;
};

/** Lists what arrived in the watched folders since an instant (epoch ms), oldest first (FindItem). */
export type ListNew = (
  folders: MailFolders,
  since: number,
  isKnown: (item: ListedItem) => boolean,
) => Promise<Outcome<Listing>>;

const malformed: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };

/** Makes the list of one mailbox. It remembers how large an answer this client of Office lets through. */
export function createListNew(calls: EwsCalls, book: FolderBook): ListNew {
  let size = pageSize;

  async function page(
    folders: readonly FolderRef[],
    restriction: XmlElement,
    offset: number,
  ): Promise<Outcome<readonly PartOutcome[]>> {
    for (;;) {
      const view = { offset, size };
      const answer = await calls.all(
        findItemRequest({
          paths: listedPaths,
          folders,
          restriction,
          order: 'Ascending',
          page: view,
        }),
      );
      if (answer.kind === 'too-large' && size > leastPageSize) {
        size = Math.ceil(size / 2);
        continue;
      }
      if (answer.kind !== 'ok') return asCallFailure(answer, 'Exchange did not list the mailbox.');
      return answer.parts.length === folders.length
        ? { kind: 'ok', value: answer.parts }
        : malformed;
    }
  }

  return async (folders, since, isKnown) => {
    const restriction = arrivedSince(since);
    const listing = {
      fresh: [] as ListedItem[],
      completeTo: Infinity,
      newestAt: null as number | null,
    };
    let open = chunks(folders.watched).map((chunk) => ({ chunk, offset: 0 }));
    for (let pages = 0; open.length > 0 && pages < maxPages; pages += 1) {
      const [next, ...rest] = open;
      if (next === undefined) break;
      const answer = await page(next.chunk, restriction, next.offset);
      if (answer.kind !== 'ok') return answer;
      const unfinished: FolderRef[] = [];
      let offset = next.offset;
      for (const [place, part] of answer.value.entries()) {
        const folder = next.chunk[place];
        if (folder === undefined) return malformed;
        if (part.kind === 'missing') {
          book.forget();
          continue;
        }
        if (part.kind !== 'ok') return asCallFailure(part, '');
        const inSent = 'id' in folder && folder.id === folders.sent;
        const items = await listedItems(
          itemsIn(childOf(part.part, 'RootFolder') ?? part.part),
          inSent,
        );
        const fresh = items.filter((item) => !isKnown(item));
        const last = items.at(-1);
        listing.fresh.push(...fresh);
        listing.newestAt = items.reduce<number | null>(
          (newest, { at }) => Math.max(newest ?? at, at),
          listing.newestAt,
        );
        if (isLastPage(part.part) || last === undefined) continue;
        if (fresh.length > 0) listing.completeTo = Math.min(listing.completeTo, last.at);
        else {
          // Nothing new on the whole page: without the next one there would be no progress.
          unfinished.push(folder);
          offset = next.offset + items.length;
        }
      }
      open = unfinished.length > 0 ? [...rest, { chunk: unfinished, offset }] : rest;
    }
    return {
      kind: 'ok',
      value: { ...listing, fresh: listing.fresh.toSorted((a, b) => a.at - b.at) },
    };
  };
}

/** The instant at which the newest mail arrived, by Exchange's own clock; null = the mailbox has none. */
export async function newestArrival(
  calls: EwsCalls,
  folders: MailFolders,
): Promise<Outcome<number | null>> {
  let newest: number | null = null;
  for (const chunk of chunks(folders.watched)) {
    const answer = await calls.all(
      findItemRequest({
        paths: listedPaths,
        folders: chunk,
        restriction: isSince(field('item:DateTimeReceived'), 0),
        order: 'Descending',
        page: { offset: 0, size: 1 },
      }),
    );
    if (answer.kind !== 'ok') return asCallFailure(answer, 'Exchange did not list the mailbox.');
    for (const part of answer.parts) {
      if (part.kind === 'missing') continue;
      if (part.kind !== 'ok') return asCallFailure(part, '');
      const [item] = itemsIn(childOf(part.part, 'RootFolder') ?? part.part);
      newest = Math.max(newest ?? 0, item?.receivedAt ?? 0) || newest;
    }
  }
  return { kind: 'ok', value: newest };
}

/** What Exchange sent later may bear the date of its handing-over, long before it appeared in Sent Items. */
function arrivedSince(since: number): XmlElement {
  return anyOf([
    isSince(field('item:DateTimeReceived'), since),
    isSince(extended(mapi.deferredDeliveryTime), since),
  ]);
}

function isLastPage(part: XmlElement): boolean {
  return attributeOf(childOf(part, 'RootFolder'), 'IncludesLastItemInRange') !== 'false';
}

function chunks(folders: readonly FolderRef[]): readonly (readonly FolderRef[])[] {
  const made: (readonly FolderRef[])[] = [];
  for (let at = 0; at < folders.length; at += foldersAtOnce) {
    made.push(folders.slice(at, at + foldersAtOnce));
  }
  return made;
}
