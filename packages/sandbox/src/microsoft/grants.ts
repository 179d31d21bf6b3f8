import { randomBytes } from 'node:crypto';

/** What an access token stands for. */
export type Grant = {
  /** Of the mailbox, lower case. */
  readonly address: string;
  readonly clientId: string;
  /** Without the resource: "Mail.Send". */
  readonly scopes: readonly string[];
  /** Epoch ms. */
  readonly expiresAt: number;
};

/** A refresh token: what it renews, and until when. */
type Renewal = Omit<Grant, 'expiresAt'> & { readonly expiresAt: number };

/** Access tokens live between 60 and 90 minutes, refresh tokens of a page one day from the sign-in (Microsoft identity platform, "Refresh tokens"). */
const ACCESS_TOKEN_MS = 3_899_000;
const PAGE_REFRESH_TOKEN_MS = 24 * 60 * 60_000;

/** What a token turned out to be. */
export type Found =
  | { readonly kind: 'good'; readonly grant: Grant }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

/** Who was granted what, and what becomes of it. */
export type Grants = {
  /** A new access token. */
  issue(grant: Omit<Grant, 'expiresAt'>): { readonly token: string; readonly expiresInS: number };
  look(token: string): Found;
  /** A refresh token; one made by renewing ends when the first would. */
  issueRefresh(grant: Omit<Grant, 'expiresAt'>, from?: string): string;
  renewable(refreshToken: string): Renewal | undefined;
  /** The account's access tokens run out now; its refresh tokens stay good. */
  expireTokens(address: string): void;
  /** The account takes everything back: tokens and consent. */
  revoke(address: string): void;
  /** Notes that an account agreed that a client may do this. */
  consent(address: string, clientId: string, scopes: readonly string[]): void;
  hasConsented(address: string, clientId: string, scopes: readonly string[]): boolean;
};

const consentKey = (address: string, clientId: string): string => `${address} ${clientId}`;

const text = (): string => randomBytes(48).toString('base64url');

/** Grants on a clock (epoch ms). */
export const createGrants = (clock: () => number): Grants => {
  const access = new Map<string, Grant>();
  const refresh = new Map<string, Renewal>();
  const consents = new Map<string, Set<string>>();

  const expireTokens = (address: string): void => {
    for (const [token, grant] of access)
      if (grant.address === address) access.set(token, { ...grant, expiresAt: clock() });
  };

  return {
    issue: (grant) => {
      const token = `EwB4A8l6BAAU${text()}`;
      access.set(token, { ...grant, expiresAt: clock() + ACCESS_TOKEN_MS });
      return { token, expiresInS: ACCESS_TOKEN_MS / 1000 };
    },
    look: (token) => {
      const grant = access.get(token);
      if (!grant) return { kind: 'unknown' };
      return grant.expiresAt > clock() ? { kind: 'good', grant } : { kind: 'expired' };
    },
    issueRefresh: (grant, from) => {
      const token = `1.AXoA${text()}`;
      const expiresAt =
        (from === undefined ? undefined : refresh.get(from)?.expiresAt) ??
        clock() + PAGE_REFRESH_TOKEN_MS;
      refresh.set(token, { ...grant, expiresAt });
      return token;
    },
    renewable: (token) => {
      const renewal = refresh.get(token);
      return renewal && renewal.expiresAt > clock() ? renewal : undefined;
    },
    expireTokens,
    revoke: (address) => {
      for (const [token, grant] of access) if (grant.address === address) access.delete(token);
      for (const [token, grant] of refresh) if (grant.address === address) refresh.delete(token);
      for (const key of consents.keys()) if (key.startsWith(`${address} `)) consents.delete(key);
    },
    consent: (address, clientId, scopes) => {
      const key = consentKey(address, clientId);
      consents.set(key, new Set([...(consents.get(key) ?? []), ...scopes]));
    },
    hasConsented: (address, clientId, scopes) => {
      const given = consents.get(consentKey(address, clientId));
      return scopes.every((scope) => given?.has(scope));
    },
  };
};
