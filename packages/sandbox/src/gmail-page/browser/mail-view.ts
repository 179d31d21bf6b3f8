import { server } from './ask-server.ts';
import type { ComposeDesk } from './compose/compose-desk.ts';
import { find } from './dom.ts';
import { listView } from './list-view.ts';
import { placeNames, showPlace } from './navigation.ts';
import { me } from './page-globals.ts';
import type { Route } from './route.ts';
import { listHash, parseRoute } from './route.ts';
import { threadView } from './thread-view.ts';
import { toast } from './toast.ts';

const lookEveryMs = 2000;

/** Shows the list or thread that the address names, and new mail as it comes. */
export function startMailView(desk: ComposeDesk): {
  show(): Promise<void>;
  refresh(): Promise<void>;
} {
  let shown = 0;
  let version = '';

  async function show(): Promise<void> {
    shown += 1;
    const turn = shown;
    const route = parseRoute(location.hash);
    try {
      // The thread first: opening it may change what the list says.
      const thread = route.threadId === null ? null : await openThread(route, route.threadId);
      const list = await server.list(
        route.query === null ? { view: route.view } : { q: route.query },
      );
      const drawn = thread ?? listView(list, route, listActions);
      // A slower answer to an earlier question must not cover a newer one.
      if (turn !== shown) return;
      draw(drawn, route);
      showPlace(route, list);
      showTitle(route, list.unreadInbox);
    } catch {
      if (turn === shown) toast('The sandbox does not answer. Is it still running?');
    }
  }

  async function openThread(route: Route, threadId: string): Promise<HTMLElement> {
    const thread = await server.thread(threadId);
    if (thread.messages.length === 0)
      toast('The conversation that you requested no longer exists.');
    if (thread.messages.some((message) => message.labels.includes('UNREAD'))) {
      await server.label(threadId, { remove: 'UNREAD' });
    }
    return threadView(thread, {
      back: () => {
        location.hash = listHash(route);
      },
      openDraft: desk.openDraft,
      answer: desk.answer,
      label: (change) => void relabel(threadId, change, listHash(route)),
    });
  }

  async function relabel(
    threadId: string,
    change: Readonly<Record<string, string>>,
    next: string,
  ): Promise<void> {
    await server.label(threadId, change);
    if (location.hash === next) await show();
    else location.hash = next;
  }

  async function refresh(): Promise<void> {
    const newest = await server.version();
    if (newest === version) return;
    version = newest;
    await show();
  }

  const listActions = {
    openDraft: (id: string) => void server.draft(id).then(desk.openDraft),
    refresh: () => void show(),
    label: (threadId: string, change: Readonly<Record<string, string>>) =>
      void server.label(threadId, change).then(show),
  };

  window.addEventListener('hashchange', () => void show());
  window.setInterval(() => {
    // An open thread would fold up under the reader: it is drawn anew when it is opened anew.
    if (document.visibilityState === 'visible' && parseRoute(location.hash).threadId === null)
      void refresh().catch(() => {});
  }, lookEveryMs);
  return { show, refresh };
}

function draw(view: HTMLElement, route: Route): void {
  const main = find(document, '[role=main]');
  const list = main === null ? null : find(main, '.Cp');
  const top = list?.scrollTop ?? 0;
  const same = main?.dataset['place'] === location.hash;
  main?.replaceChildren(view);
  main?.setAttribute('data-place', location.hash);
  main?.setAttribute('aria-label', placeNames.get(route.view) ?? 'Mail');
  if (same && main !== null) find(main, '.Cp')?.scrollTo(0, top);
}

function showTitle({ view }: Route, unread: number): void {
  const place = placeNames.get(view) ?? 'Search results';
  const count = view === 'inbox' && unread > 0 ? ` (${unread})` : '';
  document.title = `${place}${count} - ${me.address} - Gmail`;
}
