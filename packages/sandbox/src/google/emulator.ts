import { createServer } from '@emulators/core';
import { getGoogleStore, googlePlugin, seedFromConfig } from '@emulators/google';

import { keepHistoryInOrder } from './additions/orderly-history.ts';
import type { Ids } from './ids.ts';
import type { GoogleTables, PendingCodes, RefreshTokens } from './tables.ts';

type Seed = Parameters<typeof seedFromConfig>[2];

/** The Google that this project did not write: its routes, its tables and its OAuth server. */
export type Emulator = {
  fetch(request: Request): Promise<Response>;
  readonly tables: GoogleTables;
  /** Access token → whose it is and what it may do. */
  readonly tokens: Map<string, { login: string; id: number; scopes: string[] }>;
  seed(config: Seed): void;
  refreshTokens(): RefreshTokens;
  pendingCodes(): PendingCodes;
};

const issuer = 'https://accounts.google.com';

/** Starts an empty emulator (no listening socket: requests are handed to it). */
export const createEmulator = (ids: Ids): Emulator => {
  const { app, store, tokenMap } = createServer(googlePlugin, { baseUrl: issuer });
  const tables = getGoogleStore(store);
  keepHistoryInOrder(tables, ids);
  return {
    fetch: async (request) => app.fetch(request),
    tables,
    tokens: tokenMap,
    seed: (config) => {
      seedFromConfig(store, issuer, config);
    },
    refreshTokens: () =>
      store.getData<RefreshTokens>('google.oauth.refreshTokens') ?? new Map<string, never>(),
    pendingCodes: () =>
      store.getData<PendingCodes>('google.oauth.pendingCodes') ?? new Map<string, never>(),
  };
};
