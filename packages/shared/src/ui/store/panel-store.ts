import { createStore, type StoreApi } from 'zustand/vanilla';

import type { PanelBackend, PanelStatus } from '../../application/panel.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import { everything, type FeedFilter } from './feed-filter.ts';
import { feedLoader } from './feed-loader.ts';
import type { PanelState } from './panel-state.ts';

/** The panel's state and what can be done to it. */
export type PanelStore = {
  readonly state: StoreApi<PanelState>;
  /** Begins to follow the backend; gives back how to stop. */
  readonly start: () => () => void;
  /** Asks for status and feed again. */
  readonly retry: () => Promise<void>;
  readonly setFilter: (change: Partial<FeedFilter>) => void;
  readonly loadOlder: () => Promise<void>;
  readonly lookNow: () => Promise<void>;
  readonly connect: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
  readonly dismissOutcome: () => void;
  readonly openMail: (event: MailEvent) => void;
  readonly openSettings: () => void;
};

const initial: PanelState = {
  status: null,
  unreachable: false,
  feed: { kind: 'loading' },
  filter: everything,
  connecting: false,
  outcome: null,
  lookAsked: false,
  news: [],
};

/** Makes the store over a backend. Nothing is asked before `start`. */
export function panelStore(backend: PanelBackend, clock: Clock): PanelStore {
  const state = createStore<PanelState>(() => initial);
  const { getState: get, setState: set } = state;
  const feed = feedLoader({
    read: (query) => backend.feed(query),
    clock,
    filter: () => get().filter,
    get: () => get().feed,
    set: (next) => set({ feed: next }),
    onNews: (news) => set({ news }),
  });

  async function update(): Promise<void> {
    try {
      const before = accountOf(get().status);
      const status = await backend.status();
      set({ status, unreachable: false });
      // One mailbox's entries must never stand under another's name.
      if (before !== accountOf(status)) set({ feed: { kind: 'loading' }, news: [] });
      if (accountOf(status) !== null) await feed.refresh();
    } catch {
      set({ unreachable: true });
    }
  }

  // Word may come faster than answers: one more round after the running one covers all of it.
  let running: Promise<void> | null = null;
  let again = false;
  function follow(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    running = rounds().finally(() => {
      running = null;
    });
    return running;
  }
  async function rounds(): Promise<void> {
    do {
      again = false;
      await update();
    } while (again);
  }

  async function ask(question: () => Promise<void>): Promise<void> {
    try {
      await question();
      await follow();
    } catch {
      set({ unreachable: true });
    }
  }

  return {
    state,
    start: () => {
      const stop = backend.subscribe(() => void follow());
      void follow();
      return stop;
    },
    retry: () => ask(async () => {}),
    setFilter: (change) => {
      set({ filter: { ...get().filter, ...change } });
      void feed.reload();
    },
    loadOlder: feed.loadOlder,
    lookNow: async () => {
      set({ lookAsked: true });
      await ask(() => backend.lookNow());
      set({ lookAsked: false });
    },
    connect: async () => {
      set({ connecting: true, outcome: null });
      await ask(async () => {
        const outcome = await backend.connect();
        set({ outcome: outcome.kind === 'connected' ? null : outcome });
      });
      set({ connecting: false });
    },
    disconnect: () => ask(() => backend.disconnect()),
    dismissOutcome: () => set({ outcome: null }),
    openMail: (event) => backend.openMail(event),
    openSettings: () => backend.openSettings(),
  };
}

function accountOf(status: PanelStatus | null): string | null {
  return status !== null && 'account' in status.connection ? status.connection.account : null;
}
