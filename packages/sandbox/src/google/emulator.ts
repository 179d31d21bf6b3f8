import { createServer } from '@emulators/core';
import { getGoogleStore, googlePlugin, seedFromConfig } from '@emulators/google';

import { keepHistoryInOrder } from './additions/orderly-history.ts';
import type { Ids } from './ids.ts';

/** The emulator's tables. */
export type GoogleStore = ReturnType<typeof getGoogleStore>;

/** A message as the emulator's store holds it. */
export type MessageRow = ReturnType<GoogleStore['messages']['all']>[number];

type Seed = Parameters<typeof seedFromConfig>[2];

/** The Google that this project did not write: its routes, its tables and its OAuth server. */
export type Emulator = {
  fetch(request: Request): Promise<Response>;
  readonly gs: GoogleStore;
  /** Access token → whose it is and what it may do. */
  readonly tokens: Map<string, { login: string; id: number; scopes: string[] }>;
  seed(config: Seed): void;
  /** A value that the emulator keeps beside its tables, such as its refresh tokens. */
  data<V>(key: string): V | undefined;
};

const issuer = 'https://accounts.google.com';

/** Starts an empty emulator (no listening socket: requests are handed to it). */
export const createEmulator = (ids: Ids): Emulator => {
  const { app, store, tokenMap } = createServer(googlePlugin, { baseUrl: issuer });
  const gs = getGoogleStore(store);
  keepHistoryInOrder(gs, ids);
  return {
    fetch: async (request) => app.fetch(request),
    gs,
    tokens: tokenMap,
    seed: (config) => {
      seedFromConfig(store, issuer, config);
    },
    data: (key) => store.getData(key),
  };
};
