import { expect, it } from 'vitest';

import { readRefusal, retryTimeOf } from './read-refusal.ts';

const now = Date.UTC(2026, 9, 5, 9);

function refusalOf(
  status: number,
  code: string,
  more: { message?: string; retryAfter?: string; changes?: boolean } = {},
) {
  const { message = 'No.', retryAfter = '', changes = false } = more;
  const body = JSON.stringify({ error: { code, message, innerError: { date: '2026-10-05' } } });
  return readRefusal({ status, body, retryAfter, now, changes });
}

it.each([
  ['429 with seconds', 429, 'TooManyRequests', { retryAfter: '120' }, now + 120_000, 'requests'],
  [
    '429 with a date',
    429,
    'TooManyRequests',
    { retryAfter: 'Mon, 05 Oct 2026 09:05:00 GMT' },
    now + 300_000,
    'requests',
  ],
  ['429 without a word', 429, 'TooManyRequests', {}, null, 'requests'],
  [
    'too many at once',
    429,
    'ApplicationThrottled',
    { message: 'Application is over its MailboxConcurrency limit.', retryAfter: '2' },
    now + 2000,
    'concurrency',
  ],
  ['the day’s recipients, under 403', 403, 'ErrorSubmissionQuotaExceeded', {}, null, 'sending'],
  [
    'the day’s recipients, under 429',
    429,
    'ErrorSubmissionQuotaExceeded',
    { retryAfter: '60' },
    now + 60_000,
    'sending',
  ],
  ['a consumer’s day', 400, 'ErrorExceededMessageLimit', {}, null, 'sending'],
  [
    '503 with a time, for what only reads',
    503,
    'ErrorServerBusy',
    { retryAfter: '30' },
    now + 30_000,
    'requests',
  ],
] as const)('%s: waits', (_name, status, code, more, retryAt, limit) => {
  expect(refusalOf(status, code, more)).toEqual({ kind: 'rate-limited', retryAt, limit });
});

it.each([
  ['503 with a time, for what may have been done', 503, { retryAfter: '30', changes: true }],
  ['504', 504, {}],
  ['500', 500, {}],
  ['412', 412, {}],
] as const)('%s: look before any retry', (_name, status, more) => {
  expect(refusalOf(status, 'ErrorIrresolvableConflict', more)).toEqual({
    kind: 'unknown',
    cause: 'server-error',
  });
});

it.each([
  [404, 'ErrorItemNotFound', { kind: 'missing' }],
  [400, 'ErrorInvalidIdMalformed', { kind: 'missing' }],
  [403, 'ErrorCannotDeleteObject', { kind: 'missing' }],
  [410, 'SyncStateNotFound', { kind: 'forgotten' }],
  [400, 'SyncStateInvalid', { kind: 'forgotten' }],
  [403, 'ErrorAccessDenied', { kind: 'reconnect-needed', cause: 'scope' }],
] as const)('%d %s', (status, code, failure) => {
  expect(refusalOf(status, code)).toEqual(failure);
});

it.each([
  [404, 'MailboxNotEnabledForRESTAPI', /not on Exchange Online/],
  [403, 'ErrorQuotaExceeded', /is full/],
  [403, 'ErrorMessageSubmissionBlocked', /blocked this mailbox/],
  [400, 'ErrorInvalidRecipients', /^At least one recipient is not valid\.$/],
] as const)('%d %s is refused in words', (status, code, words) => {
  const failure = refusalOf(status, code, { message: 'At least one recipient is not valid.' });
  expect(failure).toMatchObject({ kind: 'refused', reason: expect.stringMatching(words) });
});

it('keeps the words of a refusal it does not know, and no more of them than fit', () => {
  expect(refusalOf(400, 'ErrorNew', { message: 'x'.repeat(5000) })).toMatchObject({
    reason: 'x'.repeat(500),
  });
});

it('cannot build on a page of somebody else', () => {
  expect(readRefusal({ status: 403, body: '<html>', retryAfter: '', now, changes: false })).toEqual(
    {
      kind: 'unknown',
      cause: 'malformed-answer',
    },
  );
});

it('takes nothing but seconds and dates for a time', () => {
  expect(retryTimeOf('soon', now)).toBeNull();
  expect(retryTimeOf('', now)).toBeNull();
});
