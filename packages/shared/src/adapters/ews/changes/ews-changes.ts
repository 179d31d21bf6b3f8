import type { Clock } from '../../../application/ports/clock.ts';
import type { Mailbox } from '../../../application/ports/mailbox.ts';
import type { CallFailure, Outcome } from '../../../application/ports/outcome.ts';
import type { EwsCalls } from '../ews-calls.ts';
import type { FolderBook, MailFolders } from '../folders.ts';
import type { Locator } from '../items/locate.ts';
import { readMessages } from '../items/read-messages.ts';
import { readCursor, writeCursor, type EwsCursor } from './ews-cursor.ts';
import { createListNew, newestArrival, type ListNew } from './list-new.ts';
import type { ListedItem } from './listed-item.ts';

/** Messages read by one call of `changes`: five requests. What was read is stored before the next begin. */
const stepSize = 200;

/**
 * Each look goes back so far, ms: mail that was moved while the folders were listed one after the other, or into a
 * folder that is not known yet, is found by the next one.
 */
const overlapMs = 20 * 60_000;

/** An empty mailbox begins so long ago, because two clocks are compared, ms. */
const emptyBeginMs = 24 * 3_600_000;

/**
 * Reads what arrived in an Exchange mailbox by listing its folders since the last look (FindItem): the operation that
 * tells changes, SyncFolderItems, does not pass through Office. Nothing is ever withdrawn: what stands in Sent Items
 * has left, and Outlook's Undo holds a mail back before it gets there (README.md).
 */
export function createEwsChanges(parts: {
  readonly calls: EwsCalls;
  readonly book: FolderBook;
  readonly locator: Locator;
  readonly clock: Clock;
}): Mailbox['changes'] {
  const { calls, book, locator, clock } = parts;
  const listNew = createListNew(calls, book);
  let owed: CallFailure | null = null;

  return async (since) => {
    const failure = owed;
    owed = null;
    if (failure !== null && isStill(failure, clock())) return failure;
    const folders = await book.read();
    if (folders.kind !== 'ok') return folders;
    const cursor = since === null ? null : readCursor(since);
    if (cursor === null) return begin(calls, listNew, folders.value, clock);

    const floor = cursor.more ? cursor.at : cursor.at - overlapMs;
    const known = new Map(cursor.seen);
    const listing = await listNew(folders.value, floor, ({ keys }) =>
      keys.some((key) => known.has(key)),
    );
    if (listing.kind !== 'ok') return listing;
    const { fresh, completeTo, newestAt } = listing.value;
    const ready = fresh.filter((item) => item.at <= completeTo);
    const toRead = ready.filter((item) => !item.draft).slice(0, stepSize);
    const { read, failure: stopped } = await readMessages(
      calls,
      toRead.map(({ itemId }) => itemId),
      folders.value.sent,
    );
    if (stopped !== null && read.length === 0) return stopped;
    owed = stopped;

    const done = toRead.slice(0, read.length);
    const isAllRead = done.length === ready.filter((item) => !item.draft).length;
    const isComplete = isAllRead && completeTo === Infinity;
    const listedTo = isAllRead ? completeTo : (done.at(-1)?.at ?? cursor.at);
    // A date that lies ahead (an imported mail) must not keep what arrives until then from being seen.
    const newest = Math.min(newestAt ?? cursor.at, clock());
    const at = Math.max(cursor.at, isComplete ? newest : listedTo);
    for (const [place, one] of read.entries()) {
      // One that is gone may have been moved: under its new id it is still to be read.
      const item = one.kind === 'gone' ? undefined : done[place];
      if (item === undefined) continue;
      known.set(item.keys[0], item.until);
      locator.note(one.kind === 'message' ? one.message.id : item.id, item.itemId);
    }
    return {
      kind: 'ok',
      value: {
        cursor: writeCursor({ at, seen: kept(known, at), more: !isComplete }),
        appeared: read
          .flatMap((one) => (one.kind === 'message' ? [one.message] : []))
          .filter((message) => !message.draft),
        unread: done.filter((_item, place) => read[place]?.kind === 'unread').map(({ id }) => id),
        withdrawn: [],
        resynced: false,
        more: !isComplete,
      },
    };
  };
}

/** Only a limit whose time lies ahead is worth remembering; anything else the next call finds out for itself. */
function isStill(failure: CallFailure, now: number): boolean {
  return failure.kind === 'rate-limited' && (failure.retryAt === null || failure.retryAt > now);
}

/** Begins at the newest mail there is, by Exchange's clock and not by ours; what lies before it is known. */
async function begin(
  calls: EwsCalls,
  listNew: ListNew,
  folders: MailFolders,
  clock: Clock,
): ReturnType<Mailbox['changes']> {
  const newest = await newestArrival(calls, folders);
  if (newest.kind !== 'ok') return newest;
  const at = Math.min(newest.value ?? clock() - emptyBeginMs, clock());
  const seen = await everythingSince(listNew, folders, at - overlapMs);
  if (seen.kind !== 'ok') return seen;
  const cursor: EwsCursor = { at, seen: kept(seen.value, at), more: false };
  return {
    kind: 'ok',
    value: {
      cursor: writeCursor(cursor),
      appeared: [],
      unread: [],
      withdrawn: [],
      resynced: false,
      more: false,
    },
  };
}

/** The keys of all that is listed since an instant, page by page. */
async function everythingSince(
  listNew: ListNew,
  folders: MailFolders,
  since: number,
): Promise<Outcome<Map<string, number>>> {
  const seen = new Map<string, number>();
  const isKnown = ({ keys }: ListedItem) => seen.has(keys[0]);
  for (;;) {
    const listing = await listNew(folders, since, isKnown);
    if (listing.kind !== 'ok') return listing;
    for (const item of listing.value.fresh) seen.set(item.keys[0], item.until);
    if (listing.value.completeTo === Infinity || listing.value.fresh.length === 0) {
      return { kind: 'ok', value: seen };
    }
  }
}

/** What the next list can still name. */
function kept(known: ReadonlyMap<string, number>, at: number): EwsCursor['seen'] {
  return [...known].filter(([, until]) => until >= at - overlapMs);
}
