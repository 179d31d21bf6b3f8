import { createStore, type StoreApi } from 'zustand/vanilla';

import type { QueueBackend, QueueView } from '../../application/panel/queue.ts';

/** What is known of mail that leaves in the background. */
export type QueueState = {
  /** Null until the program behind the panel has answered once. */
  readonly view: QueueView | null;
  /** The last question or wish got no answer. */
  readonly unreachable: boolean;
  /** Counts the answers: lists of mails are read again with each. */
  readonly round: number;
};

/** The queue's state, and what can be asked of it. */
export type QueueStore = {
  readonly state: StoreApi<QueueState>;
  readonly backend: QueueBackend;
  /** Begins to follow the queue; gives back how to stop. */
  readonly start: () => () => void;
  readonly refresh: () => Promise<void>;
  /** Does something to the queue and brings what is shown up to date; false where nobody answered. */
  readonly change: (what: (backend: QueueBackend) => Promise<void>) => Promise<boolean>;
};

/** Makes the store over a backend; `subscribe` says when the queue may have changed. Nothing is asked before `start`. */
export function queueStore(
  backend: QueueBackend,
  subscribe: (listener: () => void) => () => void,
): QueueStore {
  const state = createStore<QueueState>(() => ({ view: null, unreachable: false, round: 0 }));
  const { getState: get, setState: set } = state;

  async function read(): Promise<void> {
    try {
      const view = await backend.queue();
      set({ view, unreachable: false, round: get().round + 1 });
    } catch {
      set({ unreachable: true });
    }
  }

  // Word may come faster than answers: one more round after the running one covers all of it.
  let running: Promise<void> | null = null;
  let again = false;
  function refresh(): Promise<void> {
    again = running !== null;
    running ??= rounds().finally(() => {
      running = null;
    });
    return running;
  }
  async function rounds(): Promise<void> {
    do {
      again = false;
      await read();
    } while (again);
  }

  return {
    state,
    backend,
    start: () => {
      const stop = subscribe(() => void refresh());
      void refresh();
      return stop;
    },
    refresh,
    change: async (what) => {
      try {
        await what(backend);
      } catch {
        set({ unreachable: true });
        return false;
      }
      await refresh();
      return true;
    },
  };
}
