import { createAuthorize } from './authorize.ts';
import { createCodes } from './codes.ts';
import type { EntraTools } from './entra-tools.ts';
import { publicKeys } from './json-web-token.ts';
import { instanceDiscovery, openIdConfiguration } from './metadata.ts';
import { errorPage } from './pages.ts';
import { createToken } from './token.ts';

const forPages = (response: Response, request: Request): Response => {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', request.headers.get('origin') ?? '*');
  headers.set('access-control-allow-methods', 'GET, POST, OPTIONS');
  headers.set(
    'access-control-allow-headers',
    request.headers.get('access-control-request-headers') ?? 'content-type',
  );
  return new Response(response.body, { status: response.status, headers });
};

const signedOut = (url: URL): Response => {
  const back = url.searchParams.get('post_logout_redirect_uri');
  return back !== null && URL.canParse(back)
    ? new Response(null, { status: 302, headers: { location: back } })
    : errorPage('You signed out of your account.');
};

/** login.microsoftonline.com: discovery, sign-in pages, tokens. */
export const createLoginHost = (tools: EntraTools): ((request: Request) => Promise<Response>) => {
  const withCodes = { ...tools, codes: createCodes(tools.clock) };
  const authorize = createAuthorize(withCodes);
  const token = createToken(withCodes);

  const data = async (request: Request, authority: string, rest: string): Promise<Response> => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 200 });
    if (rest === 'oauth2/v2.0/token' && request.method === 'POST') return token(request);
    if (rest === 'discovery/v2.0/keys') return Response.json(publicKeys());
    if (rest === 'discovery/instance') return Response.json(instanceDiscovery());
    const configuration =
      rest === 'v2.0/.well-known/openid-configuration'
        ? openIdConfiguration(authority, tools.directory)
        : undefined;
    return configuration
      ? Response.json(configuration)
      : Response.json({ error: 'invalid_tenant', error_codes: [90002] }, { status: 400 });
  };

  return async (request) => {
    const url = new URL(request.url);
    const [, authority = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
    if (rest === 'oauth2/v2.0/authorize') return authorize(request, authority);
    if (rest === 'oauth2/v2.0/logout') return signedOut(url);
    return forPages(await data(request, authority, rest), request);
  };
};
