import { expect, test } from 'vitest';

import { readBatch } from './batch-answer.ts';
import { writeBatch } from './batch-request.ts';

const type = 'multipart/mixed; boundary=batch_Qk1';

/** One part as Google writes it. */
const part = (place: number | string, status: number, body: string, eol = '\r\n') =>
  [
    '--batch_Qk1',
    'Content-Type: application/http',
    `Content-ID: <response-item-${place}>`,
    '',
    `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Not OK'}`,
    'ETag: "x/y"',
    'Content-Type: application/json; charset=UTF-8',
    '',
    body,
    '',
  ].join(eol);

const end = '--batch_Qk1--\r\n';
const json = (value: unknown) => JSON.stringify(value, null, 1);

test('each request is a part of its own, named by its place', () => {
  const { contentType, body } = writeBatch([
    '/gmail/v1/users/me/messages/1a?format=metadata',
    '/b',
  ]);
  expect(contentType).toBe('multipart/mixed; boundary=postrider-batch');
  expect(body).toBe(
    [
      '--postrider-batch',
      'Content-Type: application/http',
      'Content-ID: <item-0>',
      '',
      'GET /gmail/v1/users/me/messages/1a?format=metadata HTTP/1.1',
      'Accept: application/json',
      '',
      '--postrider-batch',
      'Content-Type: application/http',
      'Content-ID: <item-1>',
      '',
      'GET /b HTTP/1.1',
      'Accept: application/json',
      '',
      '--postrider-batch--',
      '',
    ].join('\r\n'),
  );
});

test('answers are put at the place of their request, whatever their order', () => {
  const body = part(1, 404, '{}') + part(0, 200, json({ id: 'a' })) + end;
  const [first, second] = readBatch(type, body, 2);
  expect(first?.status).toBe(200);
  expect(JSON.parse(first?.text ?? '')).toEqual({ id: 'a' });
  expect(second?.status).toBe(404);
});

test('a quoted boundary, a preamble and bare line ends are read, too', () => {
  const body = `Hello\n${part(0, 200, '{"id":"a"}', '\n')}${end}bye`;
  expect(readBatch('Multipart/Mixed; charset=x; boundary="batch_Qk1"', body, 1)).toEqual([
    { status: 200, text: expect.stringContaining('"a"') },
  ]);
});

test('what was cut off is no answer, and does not take others along', () => {
  const first = part(0, 200, '{"id":"a"}');
  const second = part(1, 200, '{"id":"b"}');
  const whole = first + second + end;
  const read = (length: number) =>
    readBatch(type, whole.slice(0, length), 2).map((answer) => answer?.text.trim() ?? null);
  const lengths = Array.from({ length: whole.length + 1 }, (_, length) => length);
  // A part counts once the boundary that closes it has come.
  const closed = '--batch_Qk1'.length;
  expect(lengths.map(read)).toEqual(
    lengths.map((length) => [
      length >= first.length + closed ? '{"id":"a"}' : null,
      length >= first.length + second.length + closed ? '{"id":"b"}' : null,
    ]),
  );
});

test('a mail that holds a boundary or a whole answer in its header fields fools nobody', () => {
  const subject = `\r\n--batch_Qk1\r\n${part(1, 200, '{"id":"forged"}')}--batch_Qk1--`;
  const body = part(0, 200, json({ id: 'a', subject })) + part(1, 200, '{"id":"b"}') + end;
  const [first, second] = readBatch(type, body, 2);
  expect(JSON.parse(first?.text ?? '')).toEqual({ id: 'a', subject });
  expect(JSON.parse(second?.text ?? '')).toEqual({ id: 'b' });
});

test.each([
  ['another type', 'text/html', part(0, 200, '{}') + end],
  ['no boundary', 'multipart/mixed', part(0, 200, '{}') + end],
  ['another boundary', 'multipart/mixed; boundary=other', part(0, 200, '{}') + end],
  ['a place that nobody asked for', type, part(7, 200, '{}') + end],
  ['a place that is no number', type, part('x', 200, '{}') + end],
  ['a name that is not ours', type, part(0, 200, '{}').replace('response-item', 'item') + end],
  ['no status', type, part(0, 200, '{}').replace('HTTP/1.1 200 OK', 'hello') + end],
  ['endless header lines', type, part(0, 200, '{}').replace('ETag', 'E'.repeat(20_000)) + end],
  ['nothing', type, ''],
])('%s: no answer can be told apart', (_name, contentType, body) => {
  expect(readBatch(contentType, body, 1)).toEqual([null]);
});

test('a place that is answered twice says nothing', () => {
  const body = part(0, 200, '{"a":1}') + part(0, 200, '{}') + end;
  expect(readBatch(type, body, 2)).toEqual([null, null]);
});

test('more parts than were asked for cost nothing', () => {
  const body = part(0, 200, '{}') + part(1, 200, '{}').repeat(10_000) + end;
  expect(readBatch(type, body, 1)).toEqual([{ status: 200, text: expect.any(String) }]);
});
