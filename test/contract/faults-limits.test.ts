import { randomBytes } from 'node:crypto';

import {
  backendError503,
  dailyLimit403,
  rateLimit429,
  tooManyConcurrent429,
  userRateLimit403,
} from '@postrider/sandbox/google-errors';
import { sendTestMail } from '@postrider/shared/application/send-test-mail/send-test-mail';
import { branded } from '@postrider/shared/domain/brand';
import type { MailId } from '@postrider/shared/domain/ids';
import { expect, test } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { openWatchedAcme, type WatchedAcme } from './support/watched-acme.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

async function openWithReply() {
  const acme = await openWatchedAcme();
  await acme.look();
  const sent = await acme.sendAndSettle();
  receive(acme.ana, [
    'From: kim@initech.example',
    'Subject: Re: Pricing',
    `In-Reply-To: ${sent.messageId}`,
  ]);
  acme.google.log.clear();
  return acme;
}

/** Looks as often as this for so long, each time with a new worker, as if every alarm and every message woke one. */
async function lookFor(acme: WatchedAcme, ms: number, everyMs: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += everyMs) {
    acme.clock.pass(everyMs);
    acme.restart();
    await acme.look();
  }
}

/** How long Google was left in peace after each of its answers, ms. */
function pauses({ google }: WatchedAcme): readonly number[] {
  const times = google.log.all().map(({ at }) => at);
  return times.slice(1).map((at, no) => at - (times[no] ?? 0));
}

test.each([
  ['403', userRateLimit403],
  ['429', rateLimit429],
])(
  '%s with a time: Google’s log shows no call before it, and one after it',
  async (status, answer) => {
    const acme = await openWithReply();
    const retryAt = acme.clock() + 17 * minuteMs;
    acme.google.faults.next({ response: answer(retryAt) });
    await acme.look();
    await lookFor(acme, 20 * minuteMs, 5 * secondMs);
    const [refused, ...later] = acme.google.log.all();
    expect(refused?.status).toBe(Number(status));
    expect(later.length).toBeGreaterThan(0);
    expect(later.filter(({ at }) => at < retryAt)).toEqual([]);
    expect((await acme.kinds()).filter((kind) => kind === 'replied')).toHaveLength(1);
  },
);

test('a time that Google names anew each time is kept to, and trusted less and less', async () => {
  const acme = await openWithReply();
  acme.google.faults.next({ times: 1, response: userRateLimit403(acme.clock() + minuteMs) });
  acme.google.faults.next({ times: 2, response: userRateLimit403(acme.clock() + 2 * minuteMs) });
  await acme.look();
  await lookFor(acme, 60 * minuteMs, 5 * secondMs);
  const [first, second, third] = pauses(acme);
  expect(first).toBeGreaterThanOrEqual(minuteMs);
  expect(second).toBeGreaterThanOrEqual(15 * minuteMs);
  expect(third).toBeGreaterThanOrEqual(30 * minuteMs);
});

const sending = (request: Request) => request.url.endsWith('/drafts/send');

const noTime403 = {
  status: 403,
  body: { error: { message: 'Rate Limit Exceeded', errors: [{ reason: 'rateLimitExceeded' }] } },
};

test.each([
  ['403 without a time', noTime403, [64, 64, 64, 64]],
  ['429 without a time', { status: 429, body: 'slow down' }, [64, 64, 64, 64]],
  ['429 for too many calls at once', tooManyConcurrent429(), [1, 2, 4, 8]],
  ['the project’s day used up', dailyLimit403(), [3600, 3600, 3600, 3600]],
] as const)('%s: the pauses in Google’s log are ours', async (_name, response, seconds) => {
  const acme = await openWithReply();
  acme.google.faults.next({ times: 4, response });
  await acme.look();
  const longest = seconds[3] * secondMs;
  await lookFor(acme, 5 * longest, Math.min(secondMs * 8, longest / 8));
  const seen = pauses(acme);
  for (const [no, least] of seconds.entries()) {
    expect(seen[no]).toBeGreaterThanOrEqual(least * secondMs);
    expect(seen[no]).toBeLessThanOrEqual(least * secondMs * 1.2);
  }
  expect((await acme.kinds()).filter((kind) => kind === 'replied')).toHaveLength(1);
});

test('a server in trouble is asked once a look, not over and over', async () => {
  const acme = await openWithReply();
  acme.google.faults.next({ times: 10, response: backendError503() });
  await lookFor(acme, 10 * minuteMs, minuteMs);
  expect(acme.google.log.all().map(({ status }) => status)).toEqual(Array(10).fill(503));
  await acme.look();
  expect((await acme.kinds()).filter((kind) => kind === 'replied')).toHaveLength(1);
});

test('a mail in the background is not tried before the time that Google named for mail or for calls', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const parts = {
    ...acme.parts,
    newMailId: () => branded<MailId>(randomBytes(16).toString('base64url')),
  };
  const press = () => sendTestMail(parts, ana, { subject: 'Test', text: 'It works.' });
  const retryAt = acme.clock() + 40 * minuteMs;
  acme.google.faults.next({ match: sending, response: userRateLimit403(retryAt) });
  expect(await press()).toMatchObject({
    kind: 'failed',
    failure: { kind: 'rate-limited', retryAt },
  });
  acme.google.log.clear();
  for (let minute = 0; minute < 40; minute += 1) {
    expect((await press()).kind).toBe('failed');
    acme.clock.pass(minuteMs);
  }
  expect(acme.calls()).toEqual([]);
  acme.clock.pass(minuteMs);
  expect((await press()).kind).toBe('sent');
  expect(acme.ana.messages('SENT')).toHaveLength(1);
  expect(acme.ana.messages('DRAFT')).toEqual([]);

  acme.clock.pass(3 * minuteMs);
  acme.google.faults.next({ response: rateLimit429(acme.clock() + 10 * minuteMs) });
  await acme.look();
  acme.google.log.clear();
  expect((await press()).kind).toBe('failed');
  expect(acme.calls()).toEqual([]);
});
