import type { Outcome } from '../../../application/ports/outcome.ts';
import type { MailboxMessageId } from '../../../domain/ids.ts';
import type { EwsCalls } from '../ews-calls.ts';
import type { FolderBook } from '../folders.ts';
import type { PartOutcome } from '../read-response.ts';
import { field } from '../requests/properties.ts';
import { isEqualTo } from '../requests/restriction.ts';
import type { EwsItem } from './ews-item.ts';
import { search } from './search.ts';
import { readStableId, secondOf, type MessageName } from './stable-id.ts';

/** Messages whose place is remembered; the oldest goes first. */
const most = 2000;

/** Where messages lie now. */
export type Locator = {
  /** Remembers where a message was seen. */
  note(id: MailboxMessageId, itemId: string): void;
  /** Asks for a message where it was seen last or, if it is there no more, where a search finds it. */
  ask(
    id: MailboxMessageId,
    request: (itemId: string) => Promise<PartOutcome>,
  ): Promise<PartOutcome>;
};

/** Makes one that remembers in memory alone; what it forgets costs one search more. */
export function createLocator(calls: EwsCalls, book: FolderBook): Locator {
  const places = new Map<MailboxMessageId, string>();

  function note(id: MailboxMessageId, itemId: string): void {
    places.delete(id);
    places.set(id, itemId);
    const [oldest] = places.keys();
    if (places.size > most && oldest !== undefined) places.delete(oldest);
  }

  return {
    note,
    async ask(id, request) {
      const name = readStableId(id);
      if (name.kind === 'item') return request(name.itemId);
      const place = places.get(id);
      const there = place === undefined ? null : await request(place);
      if (there !== null && there.kind !== 'missing') return there;
      let found = await find(calls, book, name);
      if (found.kind === 'ok' && found.value === null) {
        // It may lie in a folder that is newer than what is known of the folders.
        book.forget();
        found = await find(calls, book, name);
      }
      if (found.kind !== 'ok') return found;
      if (found.value === null) return { kind: 'missing' };
      note(id, found.value);
      return request(found.value);
    },
  };
}

type MailName = Exclude<MessageName, { readonly kind: 'item' }>;

const paths = [
  field('item:DateTimeReceived'),
  field('item:IsDraft'),
  field('item:IsFromMe'),
  field('message:InternetMessageId'),
];

async function find(
  calls: EwsCalls,
  book: FolderBook,
  name: MailName,
): Promise<Outcome<string | null>> {
  const folders = await book.read();
  if (folders.kind !== 'ok') return folders;
  const { sent, watched } = folders.value;
  const restriction = isEqualTo(field('message:InternetMessageId'), name.internetMessageId);
  const found = await search(calls, { folders: watched, restriction, paths });
  if (found.kind !== 'ok') return found;
  const inSent = (place: number) => {
    const folder = watched[place];
    return folder !== undefined && 'id' in folder && folder.id === sent;
  };
  const fits = found.value.flatMap((items, place) =>
    items
      .filter((item) => !item.isDraft && isMeant(item, name, inSent(place)))
      .map((item) => ({ id: item.id, inSent: inSent(place) })),
  );
  // Who writes to himself has it twice: the copy in Sent Items is the one that left.
  const best = fits.find((one) => one.inSent) ?? fits[0];
  return { kind: 'ok', value: best?.id ?? null };
}

function isMeant(item: EwsItem, name: MailName, inSent: boolean): boolean {
  if (name.kind === 'sent') return inSent || item.isFromMe;
  return !inSent && secondOf(item.receivedAt ?? 0) === name.second;
}
