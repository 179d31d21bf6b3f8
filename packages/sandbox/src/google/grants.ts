import type { Emulator } from './emulator.ts';

/** Access tokens live as long as Google's. */
const ACCESS_TOKEN_MS = 3_599_000;

/** Who was granted what, and what becomes of it: the emulator issues tokens that never end. */
export type Grants = {
  /** Notes an access token that was just issued. */
  issued(accessToken: string): void;
  /** Takes away what has run out. Call before a token is looked at. */
  dropExpired(): void;
  /** The account's access tokens run out now; its refresh tokens stay good. */
  expireTokens(address: string): void;
  /** The account takes every grant back. */
  revoke(address: string): void;
  /** Ends the whole grant that a token, access or refresh, belongs to. False: no such token. */
  revokeToken(token: string): boolean;
  /** Has the account granted this client anything that still stands? */
  stands(address: string, clientId: string): boolean;
  /** An access token without the consent page, for tests. */
  issue(address: string, scopes: readonly string[]): string;
};

/** Grants over the emulator's token tables. */
export const createGrants = (emulator: Emulator, clock: () => number): Grants => {
  const expiresAt = new Map<string, number>();
  let issuedHere = 0;

  const expireTokens = (address: string): void => {
    for (const [token, { login }] of emulator.tokens)
      if (login === address) emulator.tokens.delete(token);
  };

  const revoke = (address: string): void => {
    expireTokens(address);
    const refresh = emulator.refreshTokens();
    for (const [token, { email }] of refresh) if (email === address) refresh.delete(token);
  };

  const issued = (accessToken: string): void => {
    expiresAt.set(accessToken, clock() + ACCESS_TOKEN_MS);
  };

  return {
    issued,
    expireTokens,
    revoke,
    dropExpired: () => {
      for (const [token, at] of expiresAt)
        if (at <= clock()) {
          expiresAt.delete(token);
          emulator.tokens.delete(token);
        }
    },
    revokeToken: (token) => {
      const address =
        emulator.tokens.get(token)?.login ?? emulator.refreshTokens().get(token)?.email;
      if (address !== undefined) revoke(address);
      return address !== undefined;
    },
    stands: (address, clientId) =>
      [...emulator.refreshTokens().values()].some(
        (grant) => grant.email === address && grant.clientId === clientId,
      ),
    issue: (address, scopes) => {
      issuedHere += 1;
      const token = `sandbox_${issuedHere}_${Buffer.from(address).toString('base64url')}`;
      emulator.tokens.set(token, { login: address, id: issuedHere, scopes: [...scopes] });
      issued(token);
      return token;
    },
  };
};
