import { randomBytes } from 'node:crypto';

import {
  backendError503,
  dailyLimit403,
  insufficientScope403,
  rateLimit429,
  tooManyConcurrent429,
  userRateLimit403,
} from '@postrider/sandbox/google-errors';
import { branded } from '@postrider/shared/domain/brand';
import type { DraftId, MailboxMessageId, MailId } from '@postrider/shared/domain/ids';
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

test('a token that ran out in the middle is renewed once, and nothing is noticed', async () => {
  const since = await cursor();
  receive(acme.ana, ['From: kim@initech.example', 'Subject: hello']);
  acme.google.expireTokens(acme.ana.address);
  const changes = await acme.mailbox.changes(since);
  expect(changes).toMatchObject({ kind: 'ok', value: { appeared: [{ sent: false }] } });
  expect(acme.tokens.issued).toHaveLength(2);
});

test('a grant that is gone asks to connect again, after one renewal', async () => {
  acme.google.faults.next({
    times: 9,
    response: { status: 401, body: { error: { code: 401, message: 'Invalid Credentials' } } },
  });
  expect(await acme.mailbox.account()).toEqual({ kind: 'reconnect-needed', cause: 'revoked' });
  expect(acme.tokens.issued).toHaveLength(2);
});

test('a grant without the scope asks to connect again and is not tried a second time', async () => {
  acme.google.faults.next({ response: insufficientScope403() });
  expect(await acme.mailbox.account()).toEqual({ kind: 'reconnect-needed', cause: 'scope' });
  expect(acme.calls()).toHaveLength(1);
});

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

test('what no answer can be built on is unknown, each with its cause', async () => {
  const causes = [];
  for (const response of [backendError503(), 'malformed-json', 'drop'] as const) {
    acme.google.faults.next({ response });
    causes.push(await acme.mailbox.account());
  }
  expect(causes).toEqual([
    { kind: 'unknown', cause: 'server-error' },
    { kind: 'unknown', cause: 'malformed-answer' },
    { kind: 'unknown', cause: 'offline' },
  ]);
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

test('one message whose answer cannot be read does not hide the others', async () => {
  const since = await cursor();
  const broken = receive(acme.ana, ['From: kim@initech.example', 'Subject: a']);
  const whole = receive(acme.ana, ['From: kim@initech.example', 'Subject: b']);
  acme.google.faults.next({ match: to(`/messages/${broken.id}`), response: 'malformed-json' });
  expect(await acme.mailbox.changes(since)).toMatchObject({
    kind: 'ok',
    value: { unread: [broken.id], appeared: [{ id: whole.id }] },
  });
});

test('a cursor that is none of ours begins now instead of failing for ever', async () => {
  expect(await acme.mailbox.changes(branded('{"other":1}'))).toMatchObject({
    kind: 'ok',
    value: { appeared: [], resynced: false },
  });
});

test('a draft whose creation was answered with silence is found, not made twice', async () => {
  const mailId = branded<MailId>(randomBytes(16).toString('base64url'));
  const raw = letter({ to: 'kim@initech.example', headers: [`X-Postrider-Mail: ${mailId}`] });
  acme.google.faults.next({ match: to('/drafts'), response: 'drop', after: true });
  const made = await acme.mailbox.drafts.create({ mailId, raw: raw.toString() });
  expect(made).toEqual({ kind: 'unknown', cause: 'offline' });
  expect(acme.ana.messages('DRAFT')).toHaveLength(1);
  expect(await acme.mailbox.drafts.find(mailId)).toMatchObject({ kind: 'ok' });
  const found = await acme.mailbox.drafts.find(mailId);
  expect(found.kind === 'ok' && found.value !== null).toBe(true);
});

test('a send that was answered with silence is unknown and not tried again', async () => {
  const mailId = branded<MailId>(randomBytes(16).toString('base64url'));
  const raw = letter({ to: 'kim@initech.example', headers: [`X-Postrider-Mail: ${mailId}`] });
  const draft = await acme.mailbox.drafts.create({ mailId, raw: raw.toString() });
  if (draft.kind !== 'ok') throw new Error(draft.kind);
  acme.google.faults.next({ match: to('/drafts/send'), response: 'drop', after: true });
  expect(await acme.mailbox.send(draft.value)).toEqual({ kind: 'unknown', cause: 'offline' });
  expect(acme.postOffice.letters()).toHaveLength(1);
  expect(await acme.mailbox.drafts.find(mailId)).toEqual({ kind: 'ok', value: null });
});

test('a Message-ID that could not be read back is null: the mail left all the same', async () => {
  const mailId = branded<MailId>(randomBytes(16).toString('base64url'));
  const draft = await acme.mailbox.drafts.create({
    mailId,
    raw: letter({ to: 'kim@initech.example' }).toString(),
  });
  if (draft.kind !== 'ok') throw new Error(draft.kind);
  acme.google.faults.next({
    match: (request) => request.url.includes('/messages/'),
    response: backendError503(),
  });
  expect(await acme.mailbox.send(draft.value)).toMatchObject({ kind: 'accepted', messageId: null });
  expect(acme.ana.messages('SENT')).toHaveLength(1);
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
