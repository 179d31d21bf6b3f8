import { createHash } from 'node:crypto';

import type { ExchangeMailbox } from '../exchange/mailbox.ts';
import type { OutlookControls } from './controls.ts';
import type { NestedAuthRequest } from './nested-auth.ts';

/** What Outlook needs to sign its user in to an add-in's app. */
export type TokenSource = {
  /** Id of the tenant of an address. */
  readonly tenantId: (address: string) => string;
  /** An access token for Graph; scopes without the resource. */
  readonly issueToken: (address: string, scopes: readonly string[], clientId: string) => string;
  readonly now: () => number;
};

const lifetimeS = 3899;

// What is asked of Entra itself and no right at Graph (OpenID Connect Core 1.0 section 5.4).
const ownScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Answers nested app authentication as a host does (npm @azure/msal-browser, src/naa/BridgeResponse.ts); null is no answer at all. */
export function answerNestedAuth(
  owner: ExchangeMailbox,
  request: NestedAuthRequest,
  controls: Pick<OutlookControls, 'signIn'>,
  source: TokenSource,
): object | null {
  const { method, tokenParams } = request;
  const account = accountOf(owner, source);
  if (method === 'GetInitContext' || tokenParams === undefined) {
    const { homeAccountId, environment, tenantId } = account;
    return {
      success: true,
      initContext: {
        sdkName: 'sandbox',
        sdkVersion: '1',
        capabilities: { queryAccount: false },
        accountContext: { homeAccountId, environment, tenantId },
      },
    };
  }
  const { signIn } = controls;
  if (signIn === 'never-answers') return null;
  const failure = failureOf(signIn, method);
  if (failure !== null) return { success: false, error: failure };
  const scopes = scopesIn(tokenParams.scope);
  const idToken = idTokenOf(owner, tokenParams.clientId, account, source.now());
  return {
    success: true,
    token: {
      access_token: source.issueToken(owner.address, scopes, tokenParams.clientId),
      expires_in: lifetimeS,
      id_token: idToken,
      properties: null,
      scope: tokenParams.scope,
    },
    account: { ...account, idToken },
  };
}

function failureOf(
  signIn: OutlookControls['signIn'],
  method: NestedAuthRequest['method'],
): object | null {
  switch (signIn) {
    case 'interaction-required':
      return method === 'GetTokenPopup'
        ? null
        : {
            status: 'USER_INTERACTION_REQUIRED',
            code: 'invalid_grant',
            subError: 'consent_required',
            description: 'AADSTS65001: The user or administrator has not consented.',
          };
    case 'user-cancels':
      return method === 'GetTokenPopup'
        ? { status: 'USER_CANCEL', code: 'user_cancel', description: 'User cancelled the flow.' }
        : failureOf('interaction-required', method);
    case 'no-network':
      return { status: 'NO_NETWORK', code: 'no_network', description: 'No network.' };
    case 'works':
    case 'never-answers':
      return null;
  }
}

function scopesIn(scope: string): readonly string[] {
  return scope
    .split(/\s+/)
    .map((one) => one.replace('https://graph.microsoft.com/', ''))
    .filter((one) => one !== '' && !ownScopes.has(one));
}

function accountOf({ address, name, userPrincipalName }: ExchangeMailbox, source: TokenSource) {
  const tenantId = source.tenantId(address);
  const objectId = uuidOf(`person ${address}`);
  return {
    homeAccountId: `${objectId}.${tenantId}`,
    environment: 'login.microsoftonline.com',
    tenantId,
    username: userPrincipalName,
    localAccountId: objectId,
    name,
  };
}

function idTokenOf(
  { name, userPrincipalName }: ExchangeMailbox,
  clientId: string,
  { tenantId, localAccountId }: { readonly tenantId: string; readonly localAccountId: string },
  now: number,
): string {
  const at = Math.floor(now / 1000);
  const claims = {
    aud: clientId,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    tid: tenantId,
    oid: localAccountId,
    sub: localAccountId,
    preferred_username: userPrincipalName,
    name,
    iat: at,
    exp: at + lifetimeS,
    ver: '2.0',
  };
  return [{ alg: 'none', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('signature')
    .join('.');
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
