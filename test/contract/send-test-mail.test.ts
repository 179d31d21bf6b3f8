import { randomBytes } from 'node:crypto';

import { backendError503, userRateLimit403 } from '@postrider/sandbox/google-errors';
import {
  isTestMail,
  sendTestMail,
} from '@postrider/shared/application/send-test-mail/send-test-mail';
import { branded } from '@postrider/shared/domain/brand';
import type { MailId } from '@postrider/shared/domain/ids';
import { expect, test } from 'vitest';

import { ana } from './support/events.ts';
import { openWatchedAcme } from './support/watched-acme.ts';

const words = { subject: 'Prüfung: Postrider', text: 'It works.' };
const sending = (request: Request) => new URL(request.url).pathname.endsWith('/drafts/send');
const creating = (request: Request) =>
  request.method === 'POST' && new URL(request.url).pathname.endsWith('/drafts');

async function openTest() {
  const acme = await openWatchedAcme();
  const parts = {
    mailbox: acme.mailbox,
    ...acme.stores,
    newMailId: () => branded<MailId>(randomBytes(16).toString('base64url')),
    clock: acme.clock,
  };
  await acme.look();
  return {
    ...acme,
    pass: (ms: number) => acme.pass(ms),
    kinds: () => acme.kinds(),
    press: () => sendTestMail(parts, ana, words),
    /** What Google holds: how many were sent, how many drafts were left. */
    held: () => ({
      sent: acme.ana.messages('SENT').length,
      drafts: acme.ana.messages('DRAFT').length,
    }),
  };
}

test('a mail to oneself leaves by a draft, and the feed shows it', async () => {
  const { press, held, look, pass, feed, ana: account, stores } = await openTest();
  expect(await press()).toEqual({ kind: 'sent' });
  expect(held()).toEqual({ sent: 1, drafts: 0 });
  const raw = account.messages('SENT')[0]?.raw.toString() ?? '';
  expect(raw).toMatch(/^To: ana@acme\.example\r$/m);
  expect(raw).toMatch(/^X-Postrider-Mail: [\w-]{22}\r$/im);
  const leaving = await stores.followed.leaving(ana);
  expect(leaving.map(isTestMail)).toEqual([true]);
  await pass(60_000);
  await look();
  expect(await feed()).toMatchObject([
    { kind: 'sent', subject: words.subject, recipients: [{ address: ana }] },
  ]);
});

test('a second one waits while the first is on its way, and goes once that was seen', async () => {
  const { press, held, look, pass, kinds } = await openTest();
  await press();
  expect(await press()).toEqual({ kind: 'on-its-way' });
  expect(held().sent).toBe(1);
  await pass(60_000);
  await look();
  expect(await press()).toEqual({ kind: 'sent' });
  expect(held()).toEqual({ sent: 2, drafts: 0 });
  await pass(60_000);
  await look();
  expect(await kinds()).toEqual(['sent', 'sent']);
});

test('an answer lost while the draft was made leads to that draft, not to a second one', async () => {
  const { press, held, google } = await openTest();
  google.faults.next({ match: creating, response: 'drop', after: true });
  expect(await press()).toEqual({ kind: 'sent' });
  expect(held()).toEqual({ sent: 1, drafts: 0 });
});

test('an answer lost while it was sent is not followed by a second mail', async () => {
  const { press, held, google, look, pass, kinds } = await openTest();
  google.faults.next({ match: sending, response: 'drop', after: true });
  expect(await press()).toMatchObject({ kind: 'failed', failure: { kind: 'unknown' } });
  expect(await press()).toEqual({ kind: 'on-its-way' });
  await pass(60_000);
  await look();
  expect(held()).toEqual({ sent: 1, drafts: 0 });
  expect(await kinds()).toEqual(['sent']);
});

test('a send that never arrived goes on with the same draft', async () => {
  const { press, held, google, pass } = await openTest();
  google.faults.next({ match: sending, response: 'drop', times: 5 });
  expect(await press()).toMatchObject({ kind: 'failed', failure: { kind: 'unknown' } });
  expect(held()).toEqual({ sent: 0, drafts: 1 });
  google.faults.clear();
  await pass(180_000);
  expect(await press()).toEqual({ kind: 'sent' });
  expect(held()).toEqual({ sent: 1, drafts: 0 });
});

test.each([
  ['refused for a rate', () => userRateLimit403(Date.UTC(2026, 9, 5, 10)), 'rate-limited'],
  ['out of order', backendError503, 'unknown'],
] as const)('%s: says why, and a press after it is over sends one', async (_name, answer, kind) => {
  const { press, held, google, pass } = await openTest();
  google.faults.next({ match: sending, response: answer(), times: 9 });
  expect(await press()).toMatchObject({ kind: 'failed', failure: { kind } });
  google.faults.clear();
  await pass(3_700_000);
  expect(await press()).toEqual({ kind: 'sent' });
  expect(held()).toEqual({ sent: 1, drafts: 0 });
});
