import { createStore, type StoreApi } from 'zustand/vanilla';

import type { PanelBackend, PanelStatus } from '../../application/panel.ts';
import type { IntroductionBackend } from '../../application/panel/introduction.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { TestMailWords } from '../../application/send-test-mail/send-test-mail.ts';
import type { AddressStanding } from '../../domain/analytics/address-standing.ts';
import { everything, type FeedFilter } from './feed-filter.ts';
import { feedLoader } from './feed-loader.ts';
import { type Ask, type ListActions, listActions, readLists } from './list-actions.ts';
import type { PanelPage, PanelState } from './panel-state.ts';

/** The panel's state and what can be done to it. */
export type PanelStore = ListActions & {
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
  readonly openMail: PanelBackend['openMail'];
  readonly openSettings: () => void;
  readonly openPage: (page: PanelPage) => void;
  readonly closePage: () => void;
  /** Puts the first-run screens away for good. */
  readonly endFirstRun: () => void;
  /** Counts the mailbox's sent mail from the beginning. */
  readonly recount: () => Promise<void>;
  readonly sendTestMail: (words: TestMailWords) => Promise<void>;
  readonly dismissTestMail: () => void;
  /** How things stand with an address by now; null where nobody answered. */
  readonly standing: (address: string) => Promise<AddressStanding | null>;
  /** Null where nobody answered. */
  readonly healthReport: () => Promise<string | null>;
};

const initial: PanelState = {
  status: null,
  unreachable: false,
  feed: { kind: 'loading' },
  filter: everything,
  page: null,
  introducing: false,
  suppressions: null,
  takenOff: null,
  blockedDomains: [],
  notices: null,
  testMail: { kind: 'none' },
  connecting: false,
  outcome: null,
  lookAsked: false,
  news: [],
};

const nothing = async () => {};

/** Makes the store over a backend. Nothing is asked before `start`. */
export function panelStore(backend: PanelBackend & IntroductionBackend, clock: Clock): PanelStore {
  const state = createStore<PanelState>(() => initial);
  const { getState: get, setState: set } = state;
  let introduced = false;
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
      // At first nothing stands there that could be another mailbox's, so both are asked at once.
      const early = get().status === null ? feed.reload() : null;
      const status = await backend.status();
      const introducing = !introduced && status.firstRun === true;
      set({ status, unreachable: false, introducing });
      // One mailbox's entries must never stand under another's name.
      if (early === null && before !== accountOf(status)) {
        set({ feed: { kind: 'loading' }, news: [], suppressions: null, notices: null });
      }
      if (accountOf(status) === null) return;
      await (early ?? feed.refresh());
      set(await readLists(backend, get().page));
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

  const ask: Ask = async (question) => {
    try {
      const answer = await question();
      await follow();
      return answer;
    } catch {
      set({ unreachable: true });
      return null;
    }
  };

  return {
    state,
    ...listActions(backend, ask, state),
    start: () => {
      const stop = backend.subscribe(() => void follow());
      void follow();
      return stop;
    },
    retry: async () => void (await ask(nothing)),
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
      const outcome = await ask(() => backend.connect());
      if (outcome !== null) set({ outcome: outcome.kind === 'connected' ? null : outcome });
      set({ connecting: false });
    },
    disconnect: async () => void (await ask(() => backend.disconnect())),
    dismissOutcome: () => set({ outcome: null }),
    openMail: (event) => backend.openMail(event),
    openSettings: () => backend.openSettings(),
    openPage: (page) => {
      set({ page, notices: null, takenOff: null });
      void follow();
    },
    closePage: () => set({ page: null }),
    recount: async () => void (await ask(() => backend.recount())),
    endFirstRun: () => {
      introduced = true;
      set({ introducing: false });
      void ask(() => backend.endFirstRun());
    },
    sendTestMail: async (words) => {
      set({ testMail: { kind: 'sending' } });
      const outcome = await ask(() => backend.sendTestMail(words));
      set({ testMail: outcome ?? { kind: 'none' } });
    },
    dismissTestMail: () => set({ testMail: { kind: 'none' } }),
    standing: (address) => backend.standing(address).catch(() => null),
    healthReport: () => ask(() => backend.healthReport()),
  };
}

function accountOf(status: PanelStatus | null): string | null {
  return status !== null && 'account' in status.connection ? status.connection.account : null;
}
