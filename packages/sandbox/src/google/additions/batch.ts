import { headersOf, rawHeader, splitMessage, withCrlf } from '../../mail/headers.ts';
import { boundaryOf, splitMultipart } from '../../mail/multipart.ts';
import { answerOf, badRequest } from '../errors.ts';

const MAX_PARTS = 100;

/** Is this a request to the batch endpoint? */
export const isBatch = (request: Request): boolean =>
  request.method === 'POST' && new URL(request.url).pathname === '/batch/gmail/v1';

// A part is an HTTP request as text (application/http), with a path instead of an address.
const requestIn = (part: Buffer, outer: Request): Request => {
  const http = splitMessage(part).body;
  const lineEnd = http.indexOf('\r\n');
  const line = http.subarray(0, lineEnd < 0 ? http.length : lineEnd).toString('latin1');
  const inner = lineEnd < 0 ? Buffer.alloc(0) : http.subarray(lineEnd + 2);
  const [method = '', target = '/'] = line.trim().split(' ');
  const headers = new Headers();
  for (const { name, value } of headersOf(inner)) headers.set(name, value);
  const authorization = outer.headers.get('authorization');
  if (!headers.has('authorization') && authorization !== null)
    headers.set('authorization', authorization);
  const { body } = splitMessage(inner);
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
  return new Request(new URL(target, outer.url), {
    method: method || 'GET',
    headers,
    signal: outer.signal,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
};

const partOf = async (answer: Response, contentId: string | undefined): Promise<string> => {
  const id = contentId?.replace(/^</, '<response-');
  return [
    'Content-Type: application/http',
    ...(id ? [`Content-ID: ${id}`] : []),
    '',
    `HTTP/1.1 ${answer.status} ${answer.statusText || (answer.ok ? 'OK' : 'Error')}`,
    `Content-Type: ${answer.headers.get('content-type') ?? 'application/json; charset=UTF-8'}`,
    '',
    await answer.text(),
  ].join('\r\n');
};

/**
 * POST /batch/gmail/v1: up to 100 requests in one, carried out at the same time, each with its own
 * quota and fate (https://developers.google.com/workspace/gmail/api/guides/batch).
 */
export const carryOutBatch = async (
  outer: Request,
  one: (request: Request) => Promise<Response>,
): Promise<Response> => {
  const boundary = boundaryOf(outer.headers.get('content-type') ?? '');
  const body = withCrlf(Buffer.from(await outer.arrayBuffer()));
  if (boundary === undefined) return answerOf(badRequest('Missing boundary', 'badRequest'));
  const parts = splitMultipart(body, boundary);
  if (parts.length === 0 || parts.length > MAX_PARTS)
    return answerOf(badRequest(`A batch holds 1 to ${MAX_PARTS} requests`, 'badRequest'));

  const answers = await Promise.all(
    parts.map(async (part) =>
      partOf(await one(requestIn(part, outer)), rawHeader(part, 'Content-ID')),
    ),
  );
  const mark = 'batch_sandbox_answer';
  const text = answers.map((answer) => `--${mark}\r\n${answer}\r\n`).join('');
  return new Response(`${text}--${mark}--`, {
    headers: { 'content-type': `multipart/mixed; boundary=${mark}` },
  });
};
