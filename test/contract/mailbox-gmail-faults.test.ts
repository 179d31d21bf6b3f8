import {
  dailyLimit403,
  rateLimit429,
  tooManyConcurrent429,
  userRateLimit403,
} from '@postrider/sandbox/google-errors';
import { branded } from '@postrider/shared/domain/brand';
import type { DraftId, MailboxMessageId } from '@postrider/shared/domain/ids';
import { afterEach, expect, test } from 'vitest';

import { letter, openAcme, receive, type Acme } from './support/acme.ts';

let acme: Acme = openAcme();

afterEach(() => {
  acme.close();
  acme = openAcme();
});

const to = (path: string) => (request: Request) => new URL(request.url).pathname.endsWith(path);

async function cursor() {
  const begun = await acme.mailbox.changes(null);
  if (begun.kind !== 'ok') throw new Error(begun.kind);
  return begun.value.cursor;
}

test.each([
  ['403 with the time', userRateLimit403, 'requests'],
  ['429 with the time', rateLimit429, 'requests'],
])('%s: waits until then', async (_name, answer, limit) => {
  const retryAt = acme.clock() + 300_000;
  acme.google.faults.next({ response: answer(retryAt) });
  expect(await acme.mailbox.account()).toEqual({ kind: 'rate-limited', retryAt, limit });
});

test.each([
  ['too many calls at once', tooManyConcurrent429(), 'concurrency'],
  ['the project’s day is used up', dailyLimit403(), 'project'],
  [
    'units per minute without a time',
    {
      status: 403,
      body: {
        error: {
          code: 403,
          message:
            "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user'",
          errors: [{ domain: 'usageLimits', reason: 'rateLimitExceeded' }],
        },
      },
    },
    'requests',
  ],
  ['a 429 that is no JSON', { status: 429, body: 'slow down' }, 'requests'],
  [
    'the limit for sending',
    { status: 429, body: { error: { message: 'User-rate limit exceeded. (Mail sending)' } } },
    'sending',
  ],
])('%s: no time is made up', async (_name, response, limit) => {
  acme.google.faults.next({ response });
  expect(await acme.mailbox.account()).toEqual({ kind: 'rate-limited', retryAt: null, limit });
});

test('Google’s own quota is met with the time it names', async () => {
  acme.google.limits.unitsPerMinute = 3;
  await acme.mailbox.account();
  await acme.mailbox.account();
  await acme.mailbox.account();
  const refused = await acme.mailbox.account();
  expect(refused).toEqual({
    kind: 'rate-limited',
    retryAt: acme.clock() + 60_000,
    limit: 'requests',
  });
});

test('any other refusal keeps Google’s words', async () => {
  acme.google.faults.next({
    response: { status: 400, body: { error: { code: 400, message: 'Invalid To header' } } },
  });
  expect(await acme.mailbox.send(branded<DraftId>('r1'))).toEqual({
    kind: 'refused',
    reason: 'Invalid To header',
    recipients: [],
  });
});

test('a kind of change that Google adds some day is read without harm', async () => {
  const since = await cursor();
  const { id, threadId } = receive(acme.ana, ['From: kim@initech.example', 'Subject: hello']);
  const newest = acme.google.log.all().length;
  acme.google.faults.next({
    match: to('/history'),
    response: {
      status: 200,
      body: {
        historyId: '99999999',
        history: [{ id: '99999999', messages: [{ id, threadId }], messagesPondered: [{ a: 1 }] }],
      },
    },
  });
  const changes = await acme.mailbox.changes(since);
  expect(changes).toMatchObject({ kind: 'ok', value: { appeared: [{ id }] } });
  expect(acme.google.log.all().length).toBeGreaterThan(newest);
});

test('raw bytes that are no base64url are a malformed answer', async () => {
  acme.google.faults.next({ response: { status: 200, body: { raw: '???' } } });
  const id = branded<MailboxMessageId>('1');
  expect(await acme.mailbox.raw(id)).toEqual({ kind: 'unknown', cause: 'malformed-answer' });
});

test('drafts that Gmail’s editor saves every few seconds cost no call each', async () => {
  const since = await cursor();
  for (let save = 0; save < 20; save += 1) {
    acme.google.web.saveDraft(acme.ana, 'compose-1', letter({ to: 'kim@initech.example' }));
  }
  acme.google.log.clear();
  await acme.mailbox.changes(since);
  expect(acme.calls()).toEqual(['history.list']);
});
