import {
  backendError503,
  insufficientScope403,
  rateLimit429,
  tooManyConcurrent429,
  userRateLimit403,
} from '@postrider/sandbox/google-errors';
import type { Changes } from '@postrider/shared/application/ports/mailbox';
import type { Cursor } from '@postrider/shared/domain/ids';
import { afterEach, expect, test } from 'vitest';

import { openAcme, receive, type Acme } from './support/acme.ts';

let acme: Acme = openAcme();

afterEach(() => {
  acme.close();
  acme = openAcme();
});

const isBatch = (request: Request) => new URL(request.url).pathname === '/batch/gmail/v1';
const isRead = (id: string) => (request: Request) => request.url.includes(`/messages/${id}`);

/** So many messages that nobody has read yet, and where to read from. */
async function arrive(count: number) {
  const begun = await acme.mailbox.changes(null);
  if (begun.kind !== 'ok') throw new Error(begun.kind);
  const ids = Array.from({ length: count }, (_, no) => {
    acme.clock.pass(10);
    return receive(acme.ana, ['From: kim@initech.example', `Subject: ${no}`]).id;
  });
  acme.google.log.clear();
  return { ids, since: begun.value.cursor };
}

async function changes(since: Cursor): Promise<Changes> {
  const outcome = await acme.mailbox.changes(since);
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const idsOf = ({ appeared }: Changes) => appeared.map((message) => message.id);
const httpRequests = () => acme.google.log.httpRequests();

test('nine messages come by one request', async () => {
  const { ids, since } = await arrive(9);
  expect(idsOf(await changes(since))).toEqual(ids);
  expect(httpRequests()).toBe(2);
});

test('one message needs no batch', async () => {
  const { ids, since } = await arrive(1);
  acme.google.faults.next({ match: isBatch, times: 99, response: backendError503() });
  expect(idsOf(await changes(since))).toEqual(ids);
});

test.each([
  ['too many at once', tooManyConcurrent429()],
  ['a server in trouble', backendError503()],
  ['a token that runs out in the middle', { status: 401, body: {} }],
])('a part that met %s is read again alone', async (_name, response) => {
  const { ids, since } = await arrive(9);
  acme.google.faults.next({ match: isRead(ids[4] ?? ''), response });
  expect(idsOf(await changes(since))).toEqual(ids);
  expect(httpRequests()).toBe(3);
  const reads = acme.google.log.all().filter(({ path }) => path.endsWith(`/${ids[4]}`));
  expect(reads.map(({ batch }) => batch === undefined)).toEqual([false, true]);
});

test('parts that met too many at once are read one after the other', async () => {
  const { ids, since } = await arrive(9);
  acme.google.limits.concurrent = 4;
  expect(idsOf(await changes(since))).toEqual(ids);
  const refused = acme.google.log.all().filter(({ status }) => status === 429);
  expect(refused).toHaveLength(5);
});

test('a part that is gone stands nowhere, and one that says nonsense is named', async () => {
  const { ids, since } = await arrive(5);
  acme.beforeReading(() => acme.ana.erase(ids[1] ?? ''));
  acme.google.faults.next({ match: isRead(ids[3] ?? ''), response: 'malformed-json' });
  const found = await changes(since);
  expect(idsOf(found)).toEqual([ids[0], ids[2], ids[4]]);
  expect(found.unread).toEqual([ids[3]]);
});

test('an answer that is about another message is none, and is asked for again', async () => {
  const { ids, since } = await arrive(3);
  const [, other] = ids;
  acme.google.faults.next({
    match: isRead(ids[0] ?? ''),
    response: { status: 200, body: { id: other, threadId: other, labelIds: ['SENT'] } },
  });
  expect(idsOf(await changes(since))).toEqual(ids);
  expect(httpRequests()).toBe(3);
});

test('a message that only it cannot be read is named, too, and does not stop the rest', async () => {
  const { ids, since } = await arrive(20);
  const broken = ids[12] ?? '';
  acme.google.faults.next({ match: isRead(broken), times: 99, response: backendError503() });
  const found = await changes(since);
  expect(idsOf(found)).toEqual(ids.filter((id) => id !== broken));
  expect(found.unread).toEqual([broken]);
});

test.each([
  ['429', rateLimit429],
  ['403', userRateLimit403],
])(
  'a limit in the middle (%s) keeps what was read and is not tried before its time',
  async (_name, limit) => {
    const { ids, since } = await arrive(30);
    const retryAt = acme.clock() + 300_000;
    acme.google.faults.next({ match: isRead(ids[12] ?? ''), response: limit(retryAt) });
    const first = await changes(since);
    expect(idsOf(first)).toEqual(ids.slice(0, 18).filter((id) => id !== ids[12]));
    expect(first.more).toBe(true);
    const asked = httpRequests();
    expect(await acme.mailbox.changes(first.cursor)).toEqual({
      kind: 'rate-limited',
      retryAt,
      limit: 'requests',
    });
    expect(httpRequests()).toBe(asked);
    acme.clock.pass(300_000);
    const rest = await changes(first.cursor);
    expect(idsOf(rest)).toEqual([ids[12], ...ids.slice(18)]);
  },
);

test('a limit that its time has passed is not held against the next call', async () => {
  const { ids, since } = await arrive(30);
  const retryAt = acme.clock() + 1000;
  acme.google.faults.next({ match: isRead(ids[12] ?? ''), response: userRateLimit403(retryAt) });
  const first = await changes(since);
  acme.clock.pass(60_000);
  expect(idsOf(await changes(first.cursor))).toEqual([ids[12], ...ids.slice(18)]);
});

test('a scope that was taken away in the middle is told with the next call', async () => {
  const { ids, since } = await arrive(20);
  const isLater = (request: Request) => ids.slice(9).some((id) => isRead(id)(request));
  acme.google.faults.next({ match: isLater, times: 99, response: insufficientScope403() });
  const first = await changes(since);
  expect(idsOf(first)).toEqual(ids.slice(0, 9));
  expect(await acme.mailbox.changes(first.cursor)).toEqual({
    kind: 'reconnect-needed',
    cause: 'scope',
  });
});

test.each([
  ['5xx', backendError503(), { kind: 'unknown', cause: 'server-error' }],
  ['silence', 'drop', { kind: 'unknown', cause: 'offline' }],
  [
    'too many at once',
    tooManyConcurrent429(),
    { kind: 'rate-limited', retryAt: null, limit: 'concurrency' },
  ],
] as const)('a whole batch that met %s is tried no further', async (_name, response, failure) => {
  const { since } = await arrive(30);
  acme.google.faults.next({ match: isBatch, times: 99, response });
  expect(await acme.mailbox.changes(since)).toEqual(failure);
  acme.google.faults.clear();
  expect((await changes(since)).appeared).toHaveLength(30);
});

test('every part refused by a server in trouble is an outage, and nobody’s own fault', async () => {
  const { since } = await arrive(5);
  acme.google.faults.next({ match: isRead(''), times: 99, response: backendError503() });
  expect(await acme.mailbox.changes(since)).toEqual({ kind: 'unknown', cause: 'server-error' });
  expect(httpRequests()).toBe(3);
});

test.each([
  ['is answered with a page of its own', { status: 200, body: '<html>no</html>' }],
  ['is not let through', { status: 404, body: '' }],
])('where a batch %s, messages are read one by one', async (_name, response) => {
  const { ids, since } = await arrive(9);
  acme.google.faults.next({ match: isBatch, response });
  expect(idsOf(await changes(since))).toEqual(ids);
});

test('a token that runs out before a batch is renewed once', async () => {
  const { ids, since } = await arrive(9);
  acme.google.expireTokens(acme.ana.address);
  expect(idsOf(await changes(since))).toEqual(ids);
  expect(acme.tokens.issued).toHaveLength(2);
});
