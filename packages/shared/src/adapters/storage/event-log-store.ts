import type { EventLog, FeedQuery } from '../../application/ports/event-log.ts';
import type { EventKind, MailEvent } from '../../domain/analytics/event.ts';
import type { MailboxAddress } from '../../domain/ids.ts';
import { keptCounts } from './kept-counts.ts';
import type { Database } from './open-database.ts';
import type { EventRow } from './schema.ts';

/** Rows read at once: one request for hundreds of rows costs little more than one for one row. */
const firstChunk = 128;
const largestChunk = 2048;

/** Of one address, the mails a notice could be about. */
const maxSentTo = 10;

/** Of one person and kind, what is looked at to judge how things stand with an address. */
const maxOfPerson = 100;

/** The event log in IndexedDB. */
export function createEventLogStore(database: Database): EventLog {
  const counts = keptCounts((mailbox) =>
    database.countFromIndex('events', 'feed', wholeMailbox(mailbox)),
  );
  return {
    async append(events) {
      const counted = counts.adding();
      const added = await append(database, events);
      const byMailbox = new Map<MailboxAddress, number>();
      for (const { mailbox } of added) byMailbox.set(mailbox, (byMailbox.get(mailbox) ?? 0) + 1);
      counted(byMailbox);
      return added;
    },
    feed: (query) => feed(database, query),
    async sentByMessageId(mailbox, id) {
      const key = [mailbox, 'sent', id] satisfies [MailboxAddress, 'sent', string];
      return (await database.getFromIndex('events', 'byMessageId', key))?.event ?? null;
    },
    async sentInThread(mailbox, id) {
      const range = IDBKeyRange.bound([mailbox, 'sent', id], [mailbox, 'sent', id, []]);
      const rows = await database.getAllFromIndex('events', 'byThread', range);
      return rows.map((row) => row.event);
    },
    async sentTo(mailbox, address) {
      const rows = await database.getAllFromIndex(
        'events',
        'bySentTo',
        sentToKey(mailbox, address),
      );
      return rows
        .toSorted(byTime)
        .slice(0, maxSentTo)
        .map((row) => row.event);
    },
    async ofPerson(mailbox, address, kinds) {
      const found = await Promise.all(
        kinds.map((kind) => newestOfPerson(database, [mailbox, kind, address])),
      );
      return found.flat().toSorted((one, other) => one.occurredAt - other.occurredAt);
    },
    async doubtful(mailbox) {
      const { store } = database.transaction('events');
      const rows = await store.index('byDoubt').getAll(wholeMailbox(mailbox));
      const superseded = await Promise.all(
        rows.map((row) => store.index('bySupersedes').getKey(row.event.id)),
      );
      return rows.map((row) => row.event).filter((_event, no) => superseded[no] === undefined);
    },
    byId: async (id) => (await database.get('events', id))?.event ?? null,
    async ofEvidence(mailbox, id) {
      const rows = await database.getAllFromIndex('events', 'byEvidence', [mailbox, id]);
      return rows.map((row) => row.event);
    },
    async remove(ids) {
      const transaction = database.transaction('events', 'readwrite');
      await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
      counts.forget();
    },
    async ofMail(id) {
      const rows = await database.getAllFromIndex('events', 'byMailId', id);
      return rows
        .toSorted(byTime)
        .toReversed()
        .map((row) => row.event);
    },
    count: (mailbox) => counts.of(mailbox),
    async clear(mailbox) {
      const transaction = database.transaction('events', 'readwrite');
      const keys = await transaction.store.index('feed').getAllKeys(wholeMailbox(mailbox));
      await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
      counts.forget();
    },
  };
}

async function append(
  database: Database,
  events: readonly MailEvent[],
): Promise<readonly MailEvent[]> {
  const transaction = database.transaction('events', 'readwrite');
  const added: MailEvent[] = [];
  for (const event of events) {
    if ((await transaction.store.getKey(event.id)) !== undefined) continue;
    await transaction.store.add(rowOf(event));
    added.push(event);
  }
  await transaction.done;
  return added;
}

function rowOf(event: MailEvent): EventRow {
  const sentTo =
    event.kind === 'sent'
      ? event.recipients.map((person) => sentToKey(event.mailbox, person.address))
      : [];
  const row = { event, newestFirst: -event.occurredAt, sentTo };
  const isDoubtful =
    (event.kind === 'bounced' && event.bounce.hard && event.bounce.doubt !== undefined) ||
    (event.kind === 'complained' && event.doubt !== undefined);
  return isDoubtful ? { ...row, doubtIn: event.mailbox } : row;
}

async function newestOfPerson(
  database: Database,
  prefix: readonly [MailboxAddress, EventKind, string],
): Promise<readonly MailEvent[]> {
  const index = database.transaction('events').store.index('byPerson');
  const range = IDBKeyRange.bound([...prefix], [...prefix, []]);
  const events: MailEvent[] = [];
  for (
    let cursor = await index.openCursor(range, 'prev');
    cursor !== null && events.length < maxOfPerson;
    cursor = await cursor.continue()
  ) {
    events.push(cursor.value.event);
  }
  return events;
}

function sentToKey(mailbox: MailboxAddress, address: string): string {
  return `${mailbox} ${address}`;
}

function byTime(one: EventRow, other: EventRow): number {
  return one.newestFirst - other.newestFirst;
}

/** An array sorts after every number and string among IndexedDB keys. */
function wholeMailbox(mailbox: MailboxAddress): IDBKeyRange {
  return IDBKeyRange.bound([mailbox], [mailbox, []]);
}

/** Each kind has its own newest entries; the newest of these are the newest of all that are wanted. */
async function feed(database: Database, query: FeedQuery): Promise<readonly MailEvent[]> {
  const { mailbox, kinds, limit } = query;
  if (kinds === undefined) return readPage(database, 'feed', [mailbox], query);
  const pages = await Promise.all(
    kinds.map((kind) => readPage(database, 'feedByKind', [mailbox, kind], query)),
  );
  return pages.flat().toSorted(newestFirst).slice(0, limit);
}

function newestFirst(one: MailEvent, other: MailEvent): number {
  return other.occurredAt - one.occurredAt || (one.id < other.id ? -1 : 1);
}

/** Reads an index from the newest entry on and keeps what fits, until the page is full. */
async function readPage(
  database: Database,
  indexName: 'feed' | 'feedByKind',
  prefix: readonly string[],
  query: FeedQuery,
): Promise<readonly MailEvent[]> {
  const { from, before, limit } = query;
  const end = [...prefix, ...(from === undefined ? [[]] : [-from, []])];
  let start: IDBValidKey = [...prefix, ...(before ? [-before.occurredAt, before.id] : [])];
  const page: MailEvent[] = [];
  for (let chunk = firstChunk; ; chunk = Math.min(chunk * 4, largestChunk)) {
    // A transaction for each chunk: a search through everything takes a second, and nobody may have to wait for it to write.
    const { store } = database.transaction('events');
    const range = IDBKeyRange.bound(start, end, true);
    const rows = await store.index(indexName).getAll(range, chunk);
    const wanted = rows.filter(({ event }) => isWanted(event, query.text));
    for (let at = 0; at < wanted.length; at += limit) {
      // All at once: each answer alone takes as long as the whole page may.
      const events = wanted.slice(at, at + limit).map(({ event }) => event);
      const bySupersedes = store.index('bySupersedes');
      const later = await Promise.all(events.map(({ id }) => bySupersedes.getKey(id)));
      page.push(...events.filter((_event, no) => later[no] === undefined));
      if (page.length >= limit) return page.slice(0, limit);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunk) return page;
    start = [...prefix, last.newestFirst, last.event.id];
  }
}

function isWanted(event: MailEvent, text: string | undefined): boolean {
  if (text === undefined) return true;
  const wanted = text.toLowerCase();
  const people = event.kind === 'sent' ? event.recipients : [event.person];
  return (
    event.subject.toLowerCase().includes(wanted) ||
    people.some(
      ({ name, address }) => address.includes(wanted) || name.toLowerCase().includes(wanted),
    )
  );
}
