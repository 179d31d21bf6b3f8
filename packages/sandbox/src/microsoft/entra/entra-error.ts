import { randomUUID } from 'node:crypto';

/** An error of Entra: its number, the error of RFC 6749 that it is, and its words. */
export type EntraError = {
  /** Without "AADSTS". */
  readonly number: number;
  readonly error: string;
  readonly words: string;
  readonly suberror?: string;
};

const entra = (number: number, error: string, words: string, suberror?: string): EntraError => ({
  number,
  error,
  words,
  ...(suberror === undefined ? {} : { suberror }),
});

/** Entra's errors (Microsoft identity platform, "Microsoft Entra authentication and authorization error codes"). */
export const entraErrors = {
  unknownClient: (id: string) =>
    entra(
      700016,
      'unauthorized_client',
      `Application with identifier '${id}' was not found in the directory.`,
    ),
  wrongRedirect: (uri: string, id: string) =>
    entra(
      50011,
      'invalid_request',
      `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${id}'.`,
    ),
  noProof: () =>
    entra(
      9002325,
      'invalid_request',
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    ),
  unknownScope: (scope: string, id: string) =>
    entra(
      650053,
      'invalid_client',
      `The application '${id}' asked for scope '${scope}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.`,
    ),
  notSignedIn: () =>
    entra(50058, 'login_required', 'A silent sign-in request was sent but no user is signed in.'),
  wrongTenant: (name: string, tenant: string) =>
    entra(
      50020,
      'invalid_request',
      `User account '${name}' from identity provider 'live.com' does not exist in tenant '${tenant}' and cannot access the application in that tenant.`,
    ),
  notForConsumers: () =>
    entra(
      700024,
      'unauthorized_client',
      'The client does not exist or is not enabled for consumers.',
    ),
  consentNeeded: (id: string) =>
    entra(
      65001,
      'interaction_required',
      `The user or administrator has not consented to use the application with ID '${id}'. Send an interactive authorization request for this user and resource.`,
      'consent_required',
    ),
  declined: () =>
    entra(65004, 'access_denied', 'User declined to consent to access the app.', 'cancel'),
  codeUsed: () =>
    entra(
      54005,
      'invalid_grant',
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code.',
    ),
  codeUnknown: () => entra(70000, 'invalid_grant', 'The provided authorization code is not valid.'),
  proofWrong: () =>
    entra(
      501481,
      'invalid_grant',
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    ),
  notFromPage: () =>
    entra(
      9002327,
      'invalid_request',
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    ),
  refreshEnded: () =>
    entra(
      700084,
      'invalid_grant',
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
    ),
  wrongGrantType: (type: string) =>
    entra(
      70003,
      'unsupported_grant_type',
      `The app requested an unsupported grant type '${type}'.`,
    ),
} as const;

/** The words with their number and marks, as they stand in `error_description`. */
export const describe = ({ number, words }: EntraError, at: number): string =>
  `AADSTS${number}: ${words} Trace ID: ${randomUUID()} Correlation ID: ${randomUUID()} Timestamp: ${stamp(at)}`;

const stamp = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}Z`;

/** The token endpoint's answer. */
export const errorBody = (error: EntraError, at: number): object => ({
  error: error.error,
  error_description: describe(error, at),
  error_codes: [error.number],
  timestamp: stamp(at),
  trace_id: randomUUID(),
  correlation_id: randomUUID(),
  error_uri: `https://login.microsoftonline.com/error?code=${error.number}`,
  ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
});
