import type { AuthenticationResult } from '@azure/msal-browser';
import type { CallFailure } from '@postrider/shared/application/ports/outcome';
import * as v from 'valibot';

import { plainScope, type SignedIn, type SignInOutcome } from './sign-in.ts';

const msalError = v.object({ name: v.string(), errorCode: v.string() });

/** A result of the sign-in library in our words. */
export function readSignedIn(result: AuthenticationResult, now: number): SignedIn {
  const { account } = result;
  return {
    token: result.accessToken,
    // A token without an end is renewed soon, not never.
    expiresAt: result.expiresOn?.getTime() ?? now + 300_000,
    scopes: result.scopes.map(plainScope),
    account: {
      id: account.homeAccountId,
      name: account.username,
      tenant: (result.tenantId || account.tenantId).toLowerCase(),
    },
  };
}

/** What the sign-in library threw, in our words. Its own text may name the account, so only the code goes on. */
export function readMsalError(error: unknown): Exclude<SignInOutcome, { kind: 'signed-in' }> {
  const read = v.safeParse(msalError, error);
  if (!read.success) return failed({ kind: 'unknown', cause: 'malformed-answer' });
  const { name, errorCode } = read.output;
  if (name === 'InteractionRequiredAuthError') return failed(interactionNeeded);
  switch (errorCode) {
    case 'user_canceled':
    case 'user_cancelled':
    case 'access_denied':
      return { kind: 'cancelled' };
    case 'no_network_connectivity':
    case 'network_error':
    case 'post_request_failed':
    case 'get_request_failed':
      return failed({ kind: 'unknown', cause: 'offline' });
    case 'no_account_found':
    case 'no_account_error':
      return failed(interactionNeeded);
    case 'nested_app_auth_bridge_disabled':
      return { kind: 'unavailable' };
    default:
      return failed({
        kind: 'refused',
        reason: `Microsoft did not give access. Tell your admin this code: ${errorCode.slice(0, 60)}.`,
        recipients: [],
      });
  }
}

const interactionNeeded: CallFailure = { kind: 'reconnect-needed', cause: 'no-grant' };

function failed(failure: CallFailure): { readonly kind: 'failed'; readonly failure: CallFailure } {
  return { kind: 'failed', failure };
}
