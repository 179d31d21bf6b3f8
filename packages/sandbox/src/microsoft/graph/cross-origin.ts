import type { GraphSwitches } from '../switches.ts';

/** What Graph lets a page read; Retry-After is not among it. */
const exposed =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, X-Planner-Operationid';

/** Answers the question that a browser asks before it sends a request for a page (Fetch, "CORS-preflight request"). */
export const preflight = (request: Request): Response =>
  new Response(null, {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods':
        request.headers.get('access-control-request-method') ?? 'GET, POST, PATCH, DELETE',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
      'access-control-max-age': '86400',
    },
  });

/** The answer as a page of any origin may read it. */
export const forAnyOrigin = (response: Response, switches: GraphSwitches): Response => {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  headers.set(
    'access-control-expose-headers',
    switches.retryAfterInBrowser === 'exposed' ? `${exposed}, Retry-After` : exposed,
  );
  return new Response(response.body, { status: response.status, headers });
};
