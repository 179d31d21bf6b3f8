import type { Grant, GrantStore } from '../../application/ports/authorization.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import type { AccessToken, GoogleOAuth } from './google-oauth.ts';

/** A token this near its end is renewed first, ms: a call takes up to half a minute. */
const renewBeforeMs = 60_000;

/** An access token together with the refresh token it came from, so that a new connection never meets an old one's token. */
export type CachedToken = AccessToken & { readonly refreshToken: string };

/** Where the access token outlives a worker that ends: memory or the browser's session storage, never a disk. */
export type AccessTokenCache = {
  read(): Promise<CachedToken | null>;
  write(token: CachedToken | null): Promise<void>;
};

/** A cache that ends with the program. */
export function memoryTokenCache(): AccessTokenCache {
  let kept: CachedToken | null = null;
  return {
    read: async () => kept,
    async write(token) {
      kept = token;
    },
  };
}

/** What the token source works with. */
export type TokenSourceParts = {
  readonly grants: GrantStore;
  readonly oauth: Pick<GoogleOAuth, 'refresh'>;
  readonly cache: AccessTokenCache;
  readonly clock: Clock;
};

/**
 * Gives the connected account's access token. However many calls want one at once, it is renewed once; a grant that
 * Google calls invalid is marked, so that the panel can ask to connect again even after a restart.
 */
export function createGoogleTokenSource(parts: TokenSourceParts): TokenSource {
  let renewing: Promise<Outcome<string>> | null = null;

  async function current(): Promise<Outcome<string>> {
    const grant = await parts.grants.read();
    if (grant === null) return { kind: 'reconnect-needed', cause: 'no-grant' };
    const refreshToken = refreshTokenOf(grant);
    if (refreshToken === null) return { kind: 'reconnect-needed', cause: 'revoked' };
    const cached = await parts.cache.read();
    if (
      cached !== null &&
      cached.refreshToken === refreshToken &&
      cached.expiresAt - renewBeforeMs > parts.clock()
    ) {
      return { kind: 'ok', value: cached.token };
    }
    const renewed = await parts.oauth.refresh(refreshToken);
    if (renewed.kind === 'ok') {
      await parts.cache.write({ ...renewed.value, refreshToken });
      return { kind: 'ok', value: renewed.value.token };
    }
    if (renewed.kind === 'reconnect-needed' && renewed.cause === 'revoked') {
      const now = await parts.grants.read();
      // Somebody may have connected anew while Google was asked.
      if (now !== null && refreshTokenOf(now) === refreshToken)
        await parts.grants.write({ ...now, renewal: null });
    }
    return renewed;
  }

  return {
    token() {
      renewing ??= current().finally(() => {
        renewing = null;
      });
      return renewing;
    },
    async reject(token) {
      const cached = await parts.cache.read();
      if (cached?.token === token) await parts.cache.write(null);
    },
  };
}

/** Null where Google has called it invalid: a grant of ours is renewed by nothing else. */
function refreshTokenOf({ renewal }: Grant): string | null {
  return renewal?.kind === 'refresh-token' ? renewal.token : null;
}
