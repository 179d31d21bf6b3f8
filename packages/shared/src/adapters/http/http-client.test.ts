import { object, string } from 'valibot';
import { expect, test } from 'vitest';

import { createHttpClient } from './http-client.ts';
import { readJson } from './read-json.ts';

const request = { method: 'GET', url: 'https://gmail.googleapis.com/' } as const;

const untilAborted = (signal: AbortSignal | null | undefined) =>
  new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('ended', 'TimeoutError')));
  });

test('gives up a request that is never answered', async () => {
  const http = createHttpClient((_input, init) => untilAborted(init?.signal), 20);
  expect(await http(request)).toEqual({ kind: 'unknown', cause: 'timeout' });
});

test('gives up an answer whose body never ends', async () => {
  const http = createHttpClient(async (_input, init) => {
    const body = new ReadableStream({
      start(controller) {
        init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
      },
    });
    return new Response(body);
  }, 20);
  expect(await http(request)).toEqual({ kind: 'unknown', cause: 'timeout' });
});

test('says offline where no connection comes about', async () => {
  const http = createHttpClient(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await http(request)).toEqual({ kind: 'unknown', cause: 'offline' });
});

test('sends no cookies, follows no redirect and leaves nothing in a cache', async () => {
  let sent: RequestInit | undefined;
  const http = createHttpClient(async (_input, init) => {
    sent = init;
    return new Response('{}');
  });
  await http(request);
  expect(sent).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
});

test('JSON of another shape is an answer nobody can build on', () => {
  const schema = object({ id: string() });
  expect(readJson(schema, '{"id":"1","more":true}')).toEqual({ kind: 'ok', value: { id: '1' } });
  for (const text of ['{"id":1}', '{"id"', '', 'null']) {
    expect(readJson(schema, text)).toEqual({ kind: 'unknown', cause: 'malformed-answer' });
  }
});
