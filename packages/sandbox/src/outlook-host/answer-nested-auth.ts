import type { ExchangeMailbox } from '../exchange/mailbox.ts';
import type { Microsoft } from '../microsoft/microsoft.ts';
import type { OutlookControls } from './controls.ts';
import type { NestedAuthRequest } from './nested-auth.ts';

/** Answers nested app authentication as a host does (npm @azure/msal-browser, src/naa/BridgeResponse.ts); null is no answer at all. */
export function answerNestedAuth(
  owner: ExchangeMailbox,
  request: NestedAuthRequest,
  { signIn }: Pick<OutlookControls, 'signIn'>,
  broker: Microsoft['broker'],
): object | null {
  const { method, tokenParams, origin } = request;
  if (method === 'GetInitContext' || tokenParams === undefined) return initContext;
  if (signIn === 'never-answers') return null;
  const failure = failureOf(signIn, method);
  if (failure !== null) return { success: false, error: failure };
  const { clientId, scope, nonce } = tokenParams;
  const answer = broker({
    address: owner.address,
    clientId,
    origin,
    scopes: scope,
    interactive: method === 'GetTokenPopup',
    ...(nonce === undefined ? {} : { nonce }),
  });
  if (answer.kind === 'refused') {
    const { status, code, description } = answer;
    return { success: false, error: { status, code, description } };
  }
  return {
    success: true,
    token: {
      access_token: answer.accessToken,
      expires_in: answer.expiresInS,
      id_token: answer.idToken,
      client_info: answer.clientInfo,
      properties: null,
      scope: answer.scope,
    },
    account: { ...answer.account, idToken: answer.idToken },
  };
}

const initContext = {
  success: true,
  initContext: { sdkName: 'sandbox', sdkVersion: '1', capabilities: { queryAccount: false } },
};

const interactionRequired = {
  status: 'USER_INTERACTION_REQUIRED',
  code: 'AADSTS50076',
  description: 'AADSTS50076: You must use multi-factor authentication.',
};

function failureOf(
  signIn: OutlookControls['signIn'],
  method: NestedAuthRequest['method'],
): object | null {
  const inFront = method === 'GetTokenPopup';
  switch (signIn) {
    case 'interaction-required':
      return inFront ? null : interactionRequired;
    case 'user-cancels':
      return inFront
        ? { status: 'USER_CANCEL', code: 'user_cancel', description: 'User cancelled the flow.' }
        : interactionRequired;
    case 'no-network':
      return { status: 'NO_NETWORK', code: 'no_network', description: 'No network.' };
    case 'works':
    case 'never-answers':
      return null;
  }
}
