import * as v from 'valibot';

import type { AskOutcome, Authorization, NewGrant } from '../../application/ports/authorization.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import { toBase64url } from '../../domain/encoding/base64url.ts';
import type { MailboxAddress } from '../../domain/ids.ts';
import { createHttpClient, type HttpAnswer } from '../http/http-client.ts';
import { readJson } from '../http/read-json.ts';
import { admitAtOnce } from './call-schedule.ts';
import { createGmailCalls } from './gmail-calls.ts';
import { readAccount } from './gmail-profile.ts';

/** The one scope that serves all we do: read, follow, keep drafts, send (restricted scope of the Gmail API). */
export const gmailScope = 'https://www.googleapis.com/auth/gmail.modify';

const consentPage = 'https://accounts.google.com/o/oauth2/v2/auth';
const tokenEndpoint = 'https://oauth2.googleapis.com/token';
const revokeEndpoint = 'https://oauth2.googleapis.com/revoke';

/** A Google OAuth client. The secret is public in effect: Google demands it, nothing rests on it. */
export type OAuthClient = { readonly id: string; readonly secret: string };

/** What Google's consent needs from its surroundings. */
export type GoogleOAuthParts = {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly redirectUri: string;
  /** The company's or the rep's client, or null where none is set up. */
  readonly client: () => Promise<OAuthClient | null>;
  /** Shows a page and gives the redirect address it ended on; null where the person closed it, empty where it could not be loaded. */
  readonly launch: (url: string) => Promise<string | null>;
};

/** An access token and when it runs out; epoch ms. */
export type AccessToken = { readonly token: string; readonly expiresAt: number };

/** Google's consent, and the renewal of tokens. */
export type GoogleOAuth = Authorization & {
  /** A new access token for a refresh token. */
  refresh(refreshToken: string): Promise<Outcome<AccessToken>>;
};

const tokenSchema = v.object({
  access_token: v.string(),
  expires_in: v.optional(v.number(), 3600),
  refresh_token: v.optional(v.string()),
  scope: v.optional(v.string()),
});
const tokenErrorSchema = v.object({ error: v.string() });

/** Builds it: authorization code with PKCE (RFC 7636), checked state (RFC 6749 section 10.12), offline access. */
export function createGoogleOAuth(parts: GoogleOAuthParts): GoogleOAuth {
  const http = createHttpClient(parts.fetch);

  async function token(form: Readonly<Record<string, string>>) {
    const client = await parts.client();
    if (client === null) return noGrant;
    const answer = await http({
      method: 'POST',
      url: tokenEndpoint,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        ...form,
        client_id: client.id,
        client_secret: client.secret,
      }).toString(),
    });
    if (answer.kind !== 'answer') return answer;
    return answer.status === 200 ? readJson(tokenSchema, answer.text) : tokenRefusal(answer);
  }

  async function exchange(code: string, verifier: string): Promise<AskOutcome> {
    const answer = await token({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: parts.redirectUri,
    });
    if (answer.kind !== 'ok') return { kind: 'failed', failure: answer };
    const { access_token: accessToken, refresh_token: refreshToken, scope } = answer.value;
    // The consent page lets people untick a scope; without it nothing works, so it is said now.
    if (
      refreshToken === undefined ||
      (scope !== undefined && !scope.split(' ').includes(gmailScope))
    ) {
      return { kind: 'failed', failure: { kind: 'reconnect-needed', cause: 'scope' } };
    }
    return { kind: 'granted', grant: { kind: 'refresh-token', refreshToken, accessToken } };
  }

  return {
    configured: async () => (await parts.client()) !== null,
    async ask(hint) {
      const client = await parts.client();
      if (client === null) return { kind: 'not-configured' };
      const state = randomText();
      const verifier = randomText();
      const url = await consentUrl(client.id, parts.redirectUri, hint, state, verifier);
      const ended = await parts.launch(url);
      if (ended === null) return { kind: 'cancelled' };
      if (ended === '') return notLoaded;
      const back = codeFrom(ended, state);
      return back.kind === 'code' ? exchange(back.code, verifier) : back;
    },
    account: (grant) => accountOf(parts, grant),
    async refresh(refreshToken) {
      const answer = await token({ grant_type: 'refresh_token', refresh_token: refreshToken });
      if (answer.kind !== 'ok') return answer;
      const expiresAt = parts.clock() + answer.value.expires_in * 1000;
      return { kind: 'ok', value: { token: answer.value.access_token, expiresAt } };
    },
    async revoke(renewal) {
      if (renewal.kind === 'by-host') return { kind: 'ok', value: null };
      const answer = await http({
        method: 'POST',
        url: revokeEndpoint,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ token: renewal.token }).toString(),
      });
      if (answer.kind !== 'answer') return answer;
      // 400 invalid_token: it was worth nothing already, which is what was wanted.
      if (answer.status === 200 || answer.status === 400) return { kind: 'ok', value: null };
      return { kind: 'unknown', cause: 'server-error' };
    },
  };
}

const notLoaded: AskOutcome = {
  kind: 'failed',
  failure: { kind: 'unknown', cause: 'offline' },
};

const noGrant: CallFailure = { kind: 'reconnect-needed', cause: 'no-grant' };

function tokenRefusal(answer: HttpAnswer): CallFailure {
  if (answer.status >= 500) return { kind: 'unknown', cause: 'server-error' };
  if (answer.status === 429) return { kind: 'rate-limited', retryAt: null, limit: 'requests' };
  const read = readJson(tokenErrorSchema, answer.text);
  if (read.kind !== 'ok') return read;
  if (read.value.error === 'invalid_grant') return { kind: 'reconnect-needed', cause: 'revoked' };
  return {
    kind: 'refused',
    reason: `Google refused the OAuth client (${read.value.error.slice(0, 60)}). Check its id, secret and redirect address.`,
    recipients: [],
  };
}

async function consentUrl(
  clientId: string,
  redirectUri: string,
  hint: MailboxAddress | null,
  state: string,
  verifier: string,
): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: gmailScope,
    access_type: 'offline',
    // Google gives a refresh token only where consent is asked; the choice of account keeps a wrong one from slipping in.
    prompt: hint === null ? 'select_account consent' : 'consent',
    state,
    code_challenge: toBase64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ...(hint === null ? {} : { login_hint: hint }),
  });
  return `${consentPage}?${query.toString()}`;
}

type Back =
  | { readonly kind: 'code'; readonly code: string }
  | Exclude<AskOutcome, { kind: 'granted' }>;

/** Reads the redirect. An answer that does not carry our own state was not asked for by us and is dropped. */
function codeFrom(redirect: string, state: string): Back {
  const query = URL.canParse(redirect) ? new URL(redirect).searchParams : new URLSearchParams();
  if (query.get('state') !== state) {
    return { kind: 'failed', failure: { kind: 'unknown', cause: 'malformed-answer' } };
  }
  const error = query.get('error');
  if (error === 'access_denied') return { kind: 'cancelled' };
  const code = query.get('code');
  if (code !== null && error === null) return { kind: 'code', code };
  const reason = `Google did not give access (${(error ?? 'no code').slice(0, 60)}).`;
  return { kind: 'failed', failure: { kind: 'refused', reason, recipients: [] } };
}

async function accountOf(
  parts: GoogleOAuthParts,
  grant: NewGrant,
): Promise<Outcome<MailboxAddress>> {
  if (grant.kind === 'by-host') return noGrant;
  const tokens = {
    token: async () => ({ kind: 'ok', value: grant.accessToken }) as const,
    reject: async () => {},
  };
  return readAccount(createGmailCalls(createHttpClient(parts.fetch), tokens, admitAtOnce));
}

function randomText(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)));
}
