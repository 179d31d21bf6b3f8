import type { PanelBackend } from '../../application/panel.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import { conditionsOf, type FeedFilter } from './feed-filter.ts';
import type { FeedState, LoadedFeed } from './feed-state.ts';
import { appendPage, mergeHead } from './merge-head.ts';

const pageSize = 100;
/** Above this many new pages the list is begun anew: nobody reads on from there. */
const mostHeadPages = 5;
/** So much of a long list is looked through for entries that came late, of mail long ago. */
const mostKeptPages = 20;

/** What the loader works on. */
export type FeedLoaderParts = {
  readonly read: PanelBackend['feed'];
  readonly clock: Clock;
  readonly filter: () => FeedFilter;
  readonly get: () => FeedState;
  readonly set: (feed: FeedState) => void;
  /** Entries that came while the list stood there, newest first. */
  readonly onNews: (events: readonly MailEvent[]) => void;
};

/** Reads the feed page by page and keeps its top up to date. */
export type FeedLoader = {
  /** Begins anew, for a new filter or mailbox. */
  readonly reload: () => Promise<void>;
  /** Reads the top again; what is loaded below stays. */
  readonly refresh: () => Promise<void>;
  /** Reads the next older page, if there is one and it is not being read. */
  readonly loadOlder: () => Promise<void>;
};

/** Makes the loader. An answer that comes after a newer `reload` is dropped. */
export function feedLoader(parts: FeedLoaderParts): FeedLoader {
  let generation = 0;

  const page = (before?: MailEvent) =>
    parts.read({
      ...conditionsOf(parts.filter(), parts.clock()),
      ...(before === undefined ? {} : { before: { occurredAt: before.occurredAt, id: before.id } }),
      limit: pageSize,
    });

  /** The newest pages down to the first entry that is known. */
  async function readHead(known: ReadonlySet<string>) {
    let head: readonly MailEvent[] = [];
    for (let pages = 0; pages < mostHeadPages; pages += 1) {
      const next = await page(head.at(-1));
      head = appendPage(head, next);
      if (next.length < pageSize) return { head, reaches: 'end' as const };
      if (next.some((event) => known.has(event.id))) return { head, reaches: 'known' as const };
    }
    return { head, reaches: 'nothing' as const };
  }

  /** The pages after these, as far down as the list was loaded. */
  async function readOn(head: readonly MailEvent[], feed: LoadedFeed) {
    const oldest = feed.complete ? Number.NEGATIVE_INFINITY : (feed.events.at(-1)?.occurredAt ?? 0);
    let events = head;
    for (let pages = 0; pages < mostKeptPages; pages += 1) {
      const last = events.at(-1);
      if (last === undefined || last.occurredAt <= oldest) break;
      const next = await page(last);
      // What is older than the list has not been asked for yet.
      events = appendPage(
        events,
        next.filter(({ occurredAt }) => occurredAt >= oldest),
      );
      if (next.length < pageSize || (next.at(-1)?.occurredAt ?? 0) <= oldest) break;
    }
    return events;
  }

  function change(mine: number, next: (feed: LoadedFeed) => FeedState): void {
    const feed = parts.get();
    if (mine === generation && feed.kind === 'ready') parts.set(next(feed));
  }

  async function reload(): Promise<void> {
    generation += 1;
    const mine = generation;
    const feed = parts.get();
    parts.set(feed.kind === 'ready' ? { ...feed, stale: true } : { kind: 'loading' });
    try {
      const events = await page();
      if (mine !== generation) return;
      const complete = events.length < pageSize;
      parts.set({ kind: 'ready', events, complete, older: 'idle', stale: false });
    } catch {
      if (mine === generation) parts.set({ kind: 'failed' });
    }
  }

  async function refresh(): Promise<void> {
    const mine = generation;
    const before = parts.get();
    if (before.kind !== 'ready') return reload();
    const known = new Set<string>(before.events.map((event) => event.id));
    const { head, reaches } = await readHead(known);
    change(mine, (feed) => {
      if (reaches === 'known') return { ...feed, events: mergeHead(feed.events, head) };
      return { ...feed, events: head, complete: reaches === 'end' };
    });
    const whole = reaches === 'known' ? await readOn(head, before) : head;
    if (whole.length > head.length) {
      change(mine, (feed) => ({ ...feed, events: mergeHead(feed.events, whole) }));
    }
    const news = whole.filter((event) => !known.has(event.id));
    if (mine === generation && news.length > 0) parts.onNews(news);
  }

  async function loadOlder(): Promise<void> {
    const mine = generation;
    const feed = parts.get();
    if (feed.kind !== 'ready' || feed.complete || feed.stale || feed.older === 'loading') return;
    parts.set({ ...feed, older: 'loading' });
    try {
      const next = await page(feed.events.at(-1));
      change(mine, (now) => ({
        ...now,
        events: appendPage(now.events, next),
        complete: next.length < pageSize,
        older: 'idle',
      }));
    } catch {
      change(mine, (now) => ({ ...now, older: 'failed' }));
    }
  }

  return { reload, refresh, loadOlder };
}
