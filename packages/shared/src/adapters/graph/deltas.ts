import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { pageSchema, type GraphPage } from './answers.ts';
import { pathOf, type GraphCalls, type GraphOutcome, type PartOutcome } from './graph-calls.ts';
import { shortName, watchedFolders, type GraphCursor, type WatchedFolder } from './graph-cursor.ts';
import { messagesOf, timeOf } from './graph-messages.ts';
import { odataTime, withQuery } from './odata.ts';

/** A delta that is begun leaves out what is older; it tells of changes from then on, whatever the date. */
const beginsBeforeMs = 24 * 3_600_000;

/** Entries of one page; they are ids and little more. */
const pageSize = 200;

/** Pages read of one folder at once; the rest is asked for with the next look. */
const maxPages = 20;

/** What the deltas named that was not shown yet, and where they go on. */
export type DeltaChanges = {
  readonly ids: readonly MailboxMessageId[];
  readonly links: GraphCursor['links'];
  /** A folder's delta was begun anew, because none was known or Graph had forgotten it. */
  readonly begun: boolean;
  /** A folder has more pages than are read at once. */
  readonly more: boolean;
};

/**
 * Asks each folder what was created in it (message: delta). Where a delta is begun, what it lists is passed over: the
 * sweep of the same look has shown it. A look at which nothing happened is one request with three parts.
 */
export async function readDeltas(
  calls: GraphCalls,
  cursor: GraphCursor,
): Promise<GraphOutcome<DeltaChanges>> {
  const known = new Set(cursor.shown.map(([name]) => name));
  const ids = new Set<MailboxMessageId>();
  const links = { ...cursor.links };
  let begun = false;
  let more = false;
  const started = watchedFolders.map((folder) => links[folder] ?? beginning(folder, cursor));
  const first = await calls.getAll(started, pageSchema, { pageSize });
  if (first.kind !== 'ok') return first;
  for (const [place, folder] of watchedFolders.entries()) {
    const read = await readFolder(calls, cursor, folder, first.value[place]);
    if (read.kind !== 'ok') return read;
    links[folder] = read.value.link;
    begun ||= read.value.begun;
    more ||= read.value.more;
    for (const id of read.value.ids) if (!known.has(shortName(id))) ids.add(id);
  }
  return { kind: 'ok', value: { ids: [...ids], links, begun, more } };
}

type FolderChanges = {
  readonly ids: readonly MailboxMessageId[];
  readonly link: string | null;
  readonly begun: boolean;
  readonly more: boolean;
};

async function readFolder(
  calls: GraphCalls,
  cursor: GraphCursor,
  folder: WatchedFolder,
  first: PartOutcome<GraphPage> | undefined,
): Promise<GraphOutcome<FolderChanges>> {
  const known = cursor.links[folder];
  let begun = known === null;
  let path = known ?? beginning(folder, cursor);
  let page = first;
  const ids: MailboxMessageId[] = [];
  for (let pages = 1; ; pages += 1) {
    // A part that the batch lost, or refused because of its company, is asked for alone.
    if (page === undefined || isWorthAsking(page)) page = await ask(calls, path);
    if ((page.kind === 'forgotten' || page.kind === 'missing') && !begun) {
      begun = true;
      path = beginning(folder, cursor);
      page = await ask(calls, path);
    }
    if (page.kind === 'unanswered') return { kind: 'unknown', cause: 'malformed-answer' };
    if (page.kind !== 'ok') return page;
    if (!begun) ids.push(...idsOf(page.value));
    const next = page.value['@odata.nextLink'];
    const link = pathOf(next ?? page.value['@odata.deltaLink'] ?? '');
    if (link === null) return { kind: 'unknown', cause: 'malformed-answer' };
    // A beginning that is not read to its end would list old mail as new.
    const isLast = next === undefined || (pages >= maxPages && !begun);
    if (isLast) return { kind: 'ok', value: { ids, link, begun, more: next !== undefined } };
    path = link;
    page = undefined;
  }
}

function ask(calls: GraphCalls, path: string): Promise<GraphOutcome<GraphPage>> {
  return calls.get(path, pageSchema, { pageSize });
}

function isWorthAsking(page: PartOutcome<GraphPage>): boolean {
  if (page.kind === 'rate-limited') return page.limit === 'concurrency' && page.retryAt === null;
  return page.kind === 'unanswered' || page.kind === 'unknown';
}

function beginning(folder: WatchedFolder, { sweptTo }: GraphCursor): string {
  const query = withQuery(`/me/mailFolders/${folder}/messages/delta`, {
    filter: `receivedDateTime ge ${odataTime(sweptTo - beginsBeforeMs)}`,
    select: 'id,receivedDateTime,isDraft',
  });
  return `${query}&changeType=created`;
}

function idsOf(page: GraphPage): readonly MailboxMessageId[] {
  const { messages, unread } = messagesOf(page);
  // "@removed" entries have an id and nothing else.
  const created = messages.filter(
    ({ isDraft, receivedDateTime }) => isDraft !== true && timeOf(receivedDateTime) !== null,
  );
  return [...created.map(({ id }) => branded<MailboxMessageId>(id)), ...unread];
}
