import { entraErrors, describe, type EntraError } from './entra-error.ts';
import { isAgreed, objectionTo, type EntraTools } from './entra-tools.ts';
import { clientInfoOf, idTokenFor } from './identity.ts';
import { scopesIn } from './scopes.ts';

/** What a nested app asks its host for (nested app authentication: GetToken, and GetTokenPopup where `interactive`). */
export type BrokerRequest = {
  /** Whose Outlook it is. */
  readonly address: string;
  readonly clientId: string;
  /** Of the page in the frame: `brk-multihub://<its host>` must be registered. */
  readonly origin: string;
  readonly scopes: string;
  readonly nonce?: string;
  /** The person is there, and agrees to what is asked. */
  readonly interactive?: boolean;
};

/** The host's answer; `status` is nested app authentication's own word for the refusal. */
export type BrokerAnswer =
  | {
      readonly kind: 'token';
      readonly accessToken: string;
      readonly idToken: string;
      readonly expiresInS: number;
      readonly scope: string;
      readonly clientInfo: string;
      readonly account: {
        readonly homeAccountId: string;
        readonly environment: string;
        readonly tenantId: string;
        readonly username: string;
        readonly localAccountId: string;
        readonly name: string;
      };
    }
  | {
      readonly kind: 'refused';
      readonly status: 'USER_INTERACTION_REQUIRED' | 'ACCOUNT_UNAVAILABLE' | 'PERSISTENT_ERROR';
      /** "AADSTS65001". */
      readonly code: string;
      readonly description: string;
    };

/** Signs a nested app in as the person whose Outlook it runs in. */
export const createBroker =
  ({ directory, grants, clock }: EntraTools) =>
  (request: BrokerRequest): BrokerAnswer => {
    const { address, clientId, origin, scopes, nonce = null, interactive = false } = request;
    const refuse = (
      status: Extract<BrokerAnswer, { kind: 'refused' }>['status'],
      error: EntraError,
    ): BrokerAnswer => ({
      kind: 'refused',
      status,
      code: `AADSTS${error.number}`,
      description: describe(error, clock()),
    });
    const client = directory.client(clientId);
    if (!client) return refuse('PERSISTENT_ERROR', entraErrors.unknownClient(clientId));
    const redirect = `brk-multihub://${new URL(origin).host}`;
    if (!client.redirectUris.includes(redirect))
      return refuse('PERSISTENT_ERROR', entraErrors.wrongRedirect(redirect, clientId));
    const { graph, openId, unknown } = scopesIn(scopes);
    if (unknown !== null)
      return refuse('PERSISTENT_ERROR', entraErrors.unknownScope(unknown, clientId));
    const person = directory.person(address);
    if (!person) return refuse('ACCOUNT_UNAVAILABLE', entraErrors.notSignedIn());
    const objection = objectionTo(person, client, 'common', directory);
    if (objection) return refuse('PERSISTENT_ERROR', objection);
    if (interactive) grants.consent(person.mailbox.address, clientId, graph);
    if (!isAgreed(grants, person, client, graph))
      return refuse('USER_INTERACTION_REQUIRED', entraErrors.consentNeeded(clientId));
    const { mailbox, objectId, tenant } = person;
    const { token, expiresInS } = grants.issue({
      address: mailbox.address,
      clientId,
      scopes: graph,
    });
    return {
      kind: 'token',
      accessToken: token,
      idToken: idTokenFor(person, client, { nonce, at: clock() }),
      expiresInS,
      scope: [...openId, ...graph].join(' '),
      clientInfo: clientInfoOf(person),
      account: {
        homeAccountId: `${objectId}.${tenant.id}`,
        environment: 'login.windows.net',
        tenantId: tenant.id,
        username: mailbox.userPrincipalName,
        localAccountId: objectId,
        name: mailbox.name,
      },
    };
  };
