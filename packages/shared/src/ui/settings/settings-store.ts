import { createStore, type StoreApi } from 'zustand/vanilla';

import type { SettingsBackend, SettingsView } from '../../application/settings.ts';

/**
 * What the settings page shows; `view` is null until the program behind it has answered, and `storedEvents` where no
 * mailbox is connected or nobody has counted yet.
 */
type SettingsState = {
  readonly view: SettingsView | null;
  readonly storedEvents: number | null;
  readonly unreachable: boolean;
};

/** Runs a question to the backend and reads the settings again; gives null where nobody answered. */
export type Ask = <Answer>(question: () => Promise<Answer>) => Promise<Answer | null>;

/** The settings as the backend has them. */
export type SettingsStore = {
  readonly state: StoreApi<SettingsState>;
  /** Begins to follow the backend; gives back how to stop. */
  readonly start: () => () => void;
  readonly reload: () => Promise<void>;
  readonly ask: Ask;
};

/** Makes the store over a backend. Nothing is asked before `start`. */
export function settingsStore(backend: SettingsBackend): SettingsStore {
  const state = createStore<SettingsState>(() => ({
    view: null,
    storedEvents: null,
    unreachable: false,
  }));

  async function reload(): Promise<void> {
    try {
      state.setState({ view: await backend.read(), unreachable: false });
      state.setState({ storedEvents: await backend.storedEvents() });
    } catch {
      state.setState({ unreachable: true });
    }
  }

  return {
    state,
    start: () => {
      const stop = backend.subscribe(() => void reload());
      void reload();
      return stop;
    },
    reload,
    ask: async (question) => {
      try {
        const answer = await question();
        await reload();
        return answer;
      } catch {
        state.setState({ unreachable: true });
        return null;
      }
    },
  };
}
