import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import type { QueueState, QueueStore } from './queue-store.ts';

const Context = createContext<QueueStore | null>(null);

/** Gives the components below the store of the queue. */
export const QueueStoreProvider = Context.Provider;

/** The queue's store; null where the host carries out no mail in the background. */
export function useQueueStoreIfAny(): QueueStore | null {
  return useContext(Context);
}

/** The queue's store; throws where there is none, which is a bug. */
export function useQueueStore(): QueueStore {
  const store = useContext(Context);
  if (store === null) throw new Error('QueueStoreProvider is missing');
  return store;
}

/** One part of the queue's state; the component renders again when that part changes. */
export function useQueueState<Part>(part: (state: QueueState) => Part): Part {
  return useStore(useQueueStore().state, part);
}
