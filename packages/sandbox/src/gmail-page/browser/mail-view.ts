import type { ListData, ThreadData } from '../page-data.ts';
import { server } from './ask-server.ts';
import type { ComposeDesk } from './compose/compose-desk.ts';
import { listView } from './list-view.ts';
import { showInMain, showTitle } from './main-area.ts';
import { showPlace } from './navigation.ts';
import type { Route } from './route.ts';
import { listHash, parseRoute } from './route.ts';
import { threadView } from './thread-view.ts';
import { toast } from './toast.ts';

const lookEveryMs = 2000;

type Change = Readonly<Record<string, string>>;

/** Shows the list or thread that the address names, and new mail as it comes. */
export function startMailView(desk: ComposeDesk): {
  show(): Promise<void>;
  refresh(): Promise<void>;
} {
  let turns = 0;
  let version = '';

  async function show(): Promise<void> {
    turns += 1;
    const turn = turns;
    const route = parseRoute(location.hash);
    try {
      // The thread first: opening it changes what the list says.
      const thread = route.threadId === null ? null : await readThread(route.threadId);
      const list = await server.list(
        route.query === null ? { view: route.view } : { q: route.query },
      );
      // A slower answer to an earlier question must not cover a newer one.
      if (turn !== turns) return;
      if (thread === null) drawList(route, list);
      else drawThread(route, thread);
      showPlace(route, list);
      showTitle(route, list.unreadInbox);
    } catch {
      if (turn === turns) toast('The sandbox does not answer. Is it still running?');
    }
  }

  function drawList(route: Route, list: ListData): void {
    const actions = {
      openDraft: (id: string) => void server.draft(id).then(desk.openDraft),
      refresh: () => void show(),
      label: (threadId: string, change: Change) => void relabel(threadId, change),
    };
    showInMain(route, list.rows, () => listView(list, route, actions), desk.closeInline);
  }

  function drawThread(route: Route, thread: ThreadData): void {
    const back = (): void => {
      location.hash = listHash(route);
    };
    const actions = {
      back,
      // Asked for anew, so that its window saves to this draft and makes no second one.
      openDraft: ({ id }: { readonly id: string }) => void server.draft(id).then(desk.openDraft),
      answer: desk.answer,
      callBack: (id: string) => {
        desk.callBack(id);
        back();
      },
      label: (change: Change) => void relabel(thread.threadId, change).then(back),
    };
    // Read or unread makes no difference to an open thread.
    const ids = thread.messages.map(({ id }) => id);
    const drawn = showInMain(route, ids, () => threadView(thread, actions), desk.closeInline);
    if (drawn && thread.messages.length === 0) {
      toast('The conversation that you requested no longer exists.');
    }
  }

  async function relabel(threadId: string, change: Change): Promise<void> {
    await server.label(threadId, change);
    await refresh();
  }

  async function refresh(): Promise<void> {
    const newest = await server.version();
    if (newest === version) return;
    version = newest;
    await show();
  }

  window.addEventListener('hashchange', () => void show());
  window.setInterval(() => {
    if (document.visibilityState === 'visible') void refresh().catch(() => {});
  }, lookEveryMs);
  return { show, refresh };
}

async function readThread(threadId: string): Promise<ThreadData> {
  const thread = await server.thread(threadId);
  if (thread.messages.some((message) => message.labels.includes('UNREAD'))) {
    await server.label(threadId, { remove: 'UNREAD' });
  }
  return thread;
}
