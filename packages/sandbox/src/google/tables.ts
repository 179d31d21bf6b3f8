import type { getGoogleStore } from '@emulators/google';

/** The emulator's tables. */
export type GoogleTables = ReturnType<typeof getGoogleStore>;

/** A message as the emulator's store holds it. */
export type MessageRow = ReturnType<GoogleTables['messages']['all']>[number];

/** The emulator's refresh tokens, by the token. */
export type RefreshTokens = Map<string, { email: string; scope: string; clientId: string }>;

/** The emulator's codes that wait to be redeemed, by the code. */
export type PendingCodes = Map<string, { email: string; clientId: string; redirectUri: string }>;
