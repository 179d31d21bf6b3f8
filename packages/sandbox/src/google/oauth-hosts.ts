import { cancelOnConsentPage } from './additions/consent-cancel.ts';
import { createOfflineAccess, type TokenAnswer } from './additions/offline-access.ts';
import type { Emulator } from './emulator.ts';
import type { Grants } from './grants.ts';

/** accounts.google.com and oauth2.googleapis.com. */
export type OauthHosts = {
  accounts(request: Request): Promise<Response>;
  tokens(request: Request): Promise<Response>;
};

const withPath = async (request: Request, pathname: string): Promise<Request> => {
  const url = new URL(request.url);
  url.pathname = pathname;
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    ...(request.method === 'POST' ? { body: await request.text() } : {}),
  });
};

const formOf = async (request: Request): Promise<URLSearchParams> =>
  new URLSearchParams(await request.clone().text());

/** The emulator's OAuth server under Google's two names. */
export const createOauthHosts = (emulator: Emulator, grants: Grants): OauthHosts => {
  const offline = createOfflineAccess(emulator, grants);

  const revoke = async (request: Request): Promise<Response> => {
    const form = await formOf(request);
    const token = form.get('token') ?? new URL(request.url).searchParams.get('token') ?? '';
    return grants.revokeToken(token)
      ? Response.json({})
      : Response.json(
          { error: 'invalid_token', error_description: 'Token expired or revoked' },
          { status: 400 },
        );
  };

  return {
    accounts: async (request) => {
      const { pathname } = new URL(request.url);
      if (request.method === 'POST')
        return offline.noteChoice(request, (choice) => emulator.fetch(choice));
      const page = await emulator.fetch(request);
      if (pathname !== '/o/oauth2/v2/auth' || !page.ok) return page;
      return offline.carryThroughForm(request, await cancelOnConsentPage(request, page));
    },
    tokens: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/revoke') return revoke(request);
      if (pathname !== '/token') return Response.json({ error: 'not_found' }, { status: 404 });
      const form = await formOf(request);
      const refusal = offline.checkRedirect(form);
      if (refusal) return refusal;
      const answer = await emulator.fetch(await withPath(request, '/oauth2/token'));
      if (!answer.ok) return answer;
      const tokens: TokenAnswer = JSON.parse(await answer.text());
      grants.issued(tokens.access_token);
      return Response.json(offline.trim(form, tokens));
    },
  };
};
