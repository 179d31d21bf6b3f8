import { createHash } from 'node:crypto';

import type { Client, Person } from '../directory.ts';
import type { Codes } from './codes.ts';
import { entraErrors, errorBody, type EntraError } from './entra-error.ts';
import { isAgreed, type EntraTools } from './entra-tools.ts';
import { clientInfoOf, idTokenFor } from './identity.ts';
import { scopesIn } from './scopes.ts';

type Renewing = { readonly from?: string; readonly nonce: string | null };

/** POST /{tenant}/oauth2/v2.0/token, for pages: codes with their proof, and refresh tokens. */
export const createToken = (tools: EntraTools & { readonly codes: Codes }) => {
  const { directory, grants, clock, codes } = tools;

  const refuse = (error: EntraError): Response =>
    Response.json(errorBody(error, clock()), { status: 400 });

  const tokens = (
    person: Person,
    client: Client,
    scope: string,
    { from, nonce }: Renewing,
  ): Response => {
    const { graph, openId, unknown } = scopesIn(scope);
    if (unknown !== null) return refuse(entraErrors.unknownScope(unknown, client.id));
    if (!isAgreed(grants, person, client, graph))
      return refuse({ ...entraErrors.consentNeeded(client.id), error: 'invalid_grant' });
    const grant = { address: person.mailbox.address, clientId: client.id, scopes: graph };
    const { token, expiresInS } = grants.issue(grant);
    return Response.json({
      token_type: 'Bearer',
      scope: [...openId.filter((one) => one !== 'offline_access'), ...graph].join(' '),
      expires_in: expiresInS,
      ext_expires_in: expiresInS,
      access_token: token,
      ...(openId.includes('offline_access')
        ? {
            refresh_token: grants.issueRefresh(grant, from),
            refresh_token_expires_in: 24 * 60 * 60,
          }
        : {}),
      ...(openId.includes('openid')
        ? { id_token: idTokenFor(person, client, { nonce, at: clock() }) }
        : {}),
      client_info: clientInfoOf(person),
    });
  };

  const byCode = (form: URLSearchParams, client: Client): Response => {
    const code = codes.redeem(form.get('code') ?? '');
    if (code === 'used') return refuse(entraErrors.codeUsed());
    if (code === 'unknown' || code.clientId !== client.id) return refuse(entraErrors.codeUnknown());
    const uri = form.get('redirect_uri') ?? '';
    if (code.redirectUri !== uri) return refuse(entraErrors.wrongRedirect(uri, client.id));
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (proof !== code.challenge) return refuse(entraErrors.proofWrong());
    const person = directory.person(code.address);
    return person
      ? tokens(person, client, code.scope, { nonce: code.nonce })
      : refuse(entraErrors.codeUnknown());
  };

  const byRefresh = (form: URLSearchParams, client: Client): Response => {
    const from = form.get('refresh_token') ?? '';
    const renewal = grants.renewable(from);
    const person = renewal && directory.person(renewal.address);
    if (renewal?.clientId !== client.id || !person) return refuse(entraErrors.refreshEnded());
    return tokens(person, client, form.get('scope') ?? renewal.scopes.join(' '), {
      from,
      nonce: null,
    });
  };

  return async (request: Request): Promise<Response> => {
    const form = new URLSearchParams(await request.text());
    const id = form.get('client_id') ?? '';
    const client = directory.client(id);
    if (!client) return refuse(entraErrors.unknownClient(id));
    if (request.headers.get('origin') === null) return refuse(entraErrors.notFromPage());
    const type = form.get('grant_type') ?? '';
    if (type === 'authorization_code') return byCode(form, client);
    if (type === 'refresh_token') return byRefresh(form, client);
    return refuse(entraErrors.wrongGrantType(type));
  };
};
