import { backendError503 } from '@postrider/sandbox/google-errors';
import { createPanelProgram } from '@postrider/shared/application/panel-backend';
import type { Policy } from '@postrider/shared/application/ports/policy';
import { createWatch } from '@postrider/shared/application/watch-mailbox/watch';
import { branded } from '@postrider/shared/domain/brand';
import { gmailLimits } from '@postrider/shared/domain/sending/limits';
import { expect, test } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { openOffice } from './support/office.ts';

async function openPanel(policy: Policy = {}) {
  const office = await openOffice(policy);
  const { grants: _grants, database: _database, ...stores } = office.stores;
  const { clock } = office.acme;
  const watch = createWatch({
    account: ana,
    mailbox: office.mailbox(),
    clock,
    ...stores,
  });
  const opened: string[] = [];
  const { backend } = createPanelProgram({
    ...office.parts,
    ...stores,
    limitsOf: gmailLimits,
    newId: () => crypto.randomUUID(),
    watch: {
      look: async () => ((await office.grants.read()) === null ? null : watch.look()),
      isLooking: () => watch.isLooking(),
    },
    openMail: (event) => opened.push(event.threadId),
    openSettings: () => opened.push('settings'),
  });
  return { office, backend };
}

test('before a client is set up, and before an account is connected, it says just that', async () => {
  const { office, backend } = await openPanel({ allowedDomains: ['acme.example'] });
  expect(await backend.status()).toMatchObject({
    connection: { kind: 'not-connected' },
    allowedDomains: ['acme.example'],
  });
  office.configure(null);
  expect((await backend.status()).connection).toEqual({ kind: 'not-configured' });
  expect(await backend.feed({ limit: 10 })).toEqual([]);
  await backend.lookNow();
});

test('connecting looks at once, so that what comes a minute later is seen', async () => {
  const { office, backend } = await openPanel();
  let told = 0;
  const stop = backend.subscribe(() => {
    told += 1;
  });
  await backend.connect();
  const status = await backend.status();
  expect(status).toMatchObject({
    connection: { kind: 'connected', account: ana },
    lookedAt: office.acme.clock(),
    looking: false,
    problem: null,
    leaving: [],
  });
  expect(told).toBeGreaterThanOrEqual(2);
  stop();
  const before = told;
  const sent = office.acme.ana.deposit(
    Buffer.from('From: ana@acme.example\r\nTo: kim@x.example\r\nSubject: Hi\r\n\r\n'),
    { labelIds: ['SENT'] },
  );
  receive(office.acme.ana, ['From: kim@x.example', `In-Reply-To: ${sent.messageId}`]);
  await backend.lookNow();
  expect(told).toBe(before);
  expect(await backend.feed({ limit: 10 })).toMatchObject([{ kind: 'replied', mailId: null }]);
});

test('a problem stays on show until a look succeeds', async () => {
  const { office, backend } = await openPanel();
  await backend.connect();
  office.acme.google.faults.next({ response: backendError503() });
  await backend.lookNow();
  expect((await backend.status()).problem).toEqual({ kind: 'unknown', cause: 'server-error' });
  await backend.lookNow();
  expect((await backend.status()).problem).toBeNull();
});

test('a revoked grant asks to connect again and keeps the feed', async () => {
  const { office, backend } = await openPanel();
  await backend.connect();
  office.acme.google.revoke(ana);
  await office.cache.write(null);
  await backend.lookNow();
  expect((await backend.status()).connection).toEqual({ kind: 'reconnect-needed', account: ana });
  await backend.connect();
  expect((await backend.status()).connection).toEqual({ kind: 'connected', account: ana });
});

test('mail on its way is shown while it is news and followed', async () => {
  const { office, backend } = await openPanel();
  await backend.connect();
  const mail = {
    mailbox: ana,
    state: 'leaving',
    follow: true,
    changedAt: office.acme.clock(),
    threadId: null,
    mailboxMessageId: null,
    messageId: null,
    recipients: [],
    subject: '',
  } as const;
  const { followed } = office.stores;
  await followed.put({ ...mail, mailId: branded('a'.repeat(22)), draftKey: 'msg-a:r1' });
  await followed.put({
    ...mail,
    mailId: branded('b'.repeat(22)),
    draftKey: 'msg-a:r2',
    follow: false,
  });
  expect((await backend.status()).leaving.map((one) => one.draftKey)).toEqual(['msg-a:r1']);
  office.acme.clock.pass(25 * 3_600_000);
  expect((await backend.status()).leaving).toEqual([]);
});

test('disconnected, nothing is shown any more; what was learned is there when the rep comes back', async () => {
  const { office, backend } = await openPanel();
  await backend.connect();
  office.acme.ana.deposit(
    Buffer.from('From: ana@acme.example\r\nMessage-ID: <s@x>\r\nTo: k@x.example\r\n\r\n'),
    { labelIds: ['SENT'] },
  );
  receive(office.acme.ana, ['From: kim@x.example', 'In-Reply-To: <s@x>']);
  await backend.lookNow();
  await backend.disconnect();
  expect((await backend.status()).connection).toEqual({ kind: 'not-connected' });
  expect(await backend.feed({ limit: 10 })).toEqual([]);
  await backend.connect();
  expect(await backend.feed({ limit: 10 })).toHaveLength(1);
});

test('what was left once is not told of an account that the company does not allow any more', async () => {
  const allowedDomains: string[] = [];
  const { backend } = await openPanel({ allowedDomains });
  await backend.connect();
  expect((await backend.status()).budget).toMatchObject({ used: 0 });
  allowedDomains.push('elsewhere.example');
  expect(await backend.status()).toMatchObject({
    connection: { kind: 'not-allowed', account: ana },
    budget: null,
  });
});
