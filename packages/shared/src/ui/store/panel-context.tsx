import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import type { PanelState } from './panel-state.ts';
import type { PanelStore } from './panel-store.ts';

const Context = createContext<PanelStore | null>(null);

/** Gives the components below their store. */
export const PanelStoreProvider = Context.Provider;

/** The store; throws where the provider is missing, which is a bug. */
export function usePanelStore(): PanelStore {
  const store = useContext(Context);
  if (store === null) throw new Error('PanelStoreProvider is missing');
  return store;
}

/** One part of the state; the component renders again when that part changes. */
export function usePanelState<Part>(part: (state: PanelState) => Part): Part {
  return useStore(usePanelStore().state, part);
}
