import {
  backendError503,
  userRateLimit403,
  insufficientScope403,
} from '@postrider/sandbox/google-errors';
import { expect, test } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { openWatchedAcme } from './support/watched-acme.ts';

async function openWithReply() {
  const acme = await openWatchedAcme();
  await acme.look();
  const sent = await acme.sendAndSettle();
  const reply = receive(acme.ana, [
    'From: kim@initech.example',
    'Subject: Re: Pricing',
    `In-Reply-To: ${sent.messageId}`,
  ]);
  return { acme, sent, reply };
}

const toMessage = (id: string) => (request: Request) => request.url.includes(`/messages/${id}`);

test('refused for a rate, nothing is asked before the time that Google named', async () => {
  const { acme } = await openWithReply();
  const retryAt = acme.clock() + 600_000;
  acme.google.faults.next({ response: userRateLimit403(retryAt) });
  const stopped = await acme.look();
  expect(stopped).toMatchObject({ kind: 'stopped', problem: { kind: 'rate-limited' } });
  expect(stopped.nextAt).toBeGreaterThan(retryAt);
  const asked = acme.calls().length;
  await acme.pass(599_000);
  acme.restart();
  expect(await acme.look()).toMatchObject({ kind: 'stopped', nextAt: stopped.nextAt });
  expect(acme.calls()).toHaveLength(asked);
  await acme.pass((stopped.nextAt ?? 0) - acme.clock());
  expect((await acme.look()).news).toMatchObject([{ kind: 'replied' }]);
  expect((await acme.stores.states.read(ana)).problem).toBeNull();
});

test('refused again after that time, it waits longer', async () => {
  const { acme } = await openWithReply();
  acme.google.faults.next({ response: userRateLimit403(acme.clock() + 1000) });
  const first = await acme.look();
  await acme.pass((first.nextAt ?? 0) - acme.clock());
  acme.google.faults.next({ response: userRateLimit403(acme.clock() + 1000) });
  const second = await acme.look();
  expect((second.nextAt ?? 0) - acme.clock()).toBe(15 * 60_000);
});

test.each([
  ['offline', 'drop', { kind: 'unknown', cause: 'offline' }],
  ['a server in trouble', backendError503(), { kind: 'unknown', cause: 'server-error' }],
  ['malformed JSON', 'malformed-json', { kind: 'unknown', cause: 'malformed-answer' }],
  ['a lost scope', insufficientScope403(), { kind: 'reconnect-needed', cause: 'scope' }],
] as const)('%s is told, and the next look makes up for it', async (_name, response, problem) => {
  const { acme } = await openWithReply();
  acme.google.faults.next({ response });
  expect(await acme.look()).toMatchObject({ kind: 'stopped', problem });
  expect((await acme.stores.states.read(ana)).problem).toEqual(problem);
  expect((await acme.look()).news).toMatchObject([{ kind: 'replied' }]);
});

test('the line is cut in the middle of much mail: nothing is lost and nothing told twice', async () => {
  const { acme, sent } = await openWithReply();
  for (let no = 0; no < 70; no += 1) {
    receive(acme.ana, [
      `From: kim${no}@initech.example`,
      'Subject: Re: Pricing',
      `In-Reply-To: ${sent.messageId}`,
    ]);
  }
  const [, , last] = acme.ana.messages('INBOX');
  // Twice, since what was read before the cut is kept and the rest asked for at once.
  acme.google.faults.next({ match: toMessage(last?.id ?? ''), times: 2, response: 'drop' });
  expect((await acme.look()).kind).toBe('stopped');
  await acme.look();
  expect((await acme.kinds()).filter((kind) => kind === 'replied')).toHaveLength(71);
});

test.each([
  ['a notice is read whole', 'format=raw'],
  ['the mail it is about is looked for', '/threads/'],
])('the line is cut while %s: the next look reads it again', async (_name, part) => {
  const acme = await openWatchedAcme();
  await acme.look();
  acme.postOffice.behave('kim@initech.example', { kind: 'unknown-user' });
  await acme.send({ follow: false });
  await acme.pass(60_000);
  acme.google.faults.next({ match: (request) => request.url.includes(part), response: 'drop' });
  expect(await acme.look()).toMatchObject({ kind: 'stopped', problem: { cause: 'offline' } });
  expect((await acme.look()).news).toMatchObject([{ kind: 'bounced' }]);
});

test('the line is cut while a mail in Sent is proved: it is told, and made up for', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const sent = await acme.send();
  await acme.pass(5000);
  await acme.look();
  await acme.pass(60_000);
  acme.google.faults.next({ match: toMessage(sent.id), response: 'drop' });
  expect(await acme.look()).toMatchObject({ kind: 'stopped', problem: { cause: 'offline' } });
  expect((await acme.look()).news).toMatchObject([{ kind: 'sent' }]);
});

test('a mailbox larger than a minute’s quota is read in steps', async () => {
  const { acme, sent } = await openWithReply();
  acme.google.limits.unitsPerMinute = 2500;
  for (let no = 0; no < 150; no += 1) {
    receive(acme.ana, [
      `From: kim${no}@initech.example`,
      'Subject: Re: Pricing',
      `In-Reply-To: ${sent.messageId}`,
    ]);
  }
  let looks = 0;
  for (let outcome = await acme.look(); outcome.kind === 'stopped'; outcome = await acme.look()) {
    looks += 1;
    if (looks > 10) throw new Error('no progress');
    await acme.pass((outcome.nextAt ?? 0) - acme.clock());
  }
  expect(looks).toBeGreaterThan(0);
  const replies = await acme.stores.events.feed({ mailbox: ana, kinds: ['replied'], limit: 500 });
  expect(replies).toHaveLength(151);
});

test('a message that cannot be read is set aside, read later, and holds up nothing', async () => {
  const { acme, sent, reply } = await openWithReply();
  receive(acme.ana, [
    'From: lou@initech.example',
    'Subject: Re: Pricing',
    `In-Reply-To: ${sent.messageId}`,
  ]);
  acme.google.faults.next({ match: toMessage(reply.id), times: 1, response: 'malformed-json' });
  const first = await acme.look();
  expect(first.kind).toBe('looked');
  expect(first.news.map((event) => event.person.address)).toEqual(['lou@initech.example']);
  expect((await acme.stores.states.read(ana)).unread).toMatchObject([{ id: reply.id }]);
  expect((await acme.look()).news.map((event) => event.person.address)).toEqual([
    'kim@initech.example',
  ]);
  expect((await acme.stores.states.read(ana)).unread).toEqual([]);
});

test('one that can never be read is counted as such in the end', async () => {
  const { acme, reply } = await openWithReply();
  acme.google.faults.next({ match: toMessage(reply.id), times: 1000, response: 'malformed-json' });
  for (let hour = 0; hour < 6; hour += 1) {
    expect((await acme.look()).kind).toBe('looked');
    await acme.pass(900_000);
  }
  const state = await acme.stores.states.read(ana);
  expect(state.unread).toEqual([]);
  expect(state.unreadable).toEqual([reply.id]);
  const asked = acme.google.log.all().length;
  await acme.look();
  expect(acme.calls().slice(asked)).toEqual(['history.list']);
});

test('an outage of minutes gives nothing up', async () => {
  const { acme, reply } = await openWithReply();
  acme.google.faults.next({ match: toMessage(reply.id), times: 20, response: 'malformed-json' });
  for (let minute = 0; minute < 20; minute += 1) {
    await acme.look();
    await acme.pass(60_000);
  }
  expect((await acme.look()).news).toMatchObject([{ kind: 'replied' }]);
});

test('history that Google forgot is made up for by listing mail anew', async () => {
  const { acme } = await openWithReply();
  await acme.send({ to: 'lou@initech.example', subject: 'Other' });
  await acme.pass(8 * 24 * 3_600_000);
  acme.google.forgetHistory(acme.ana.address);
  expect((await acme.look()).news).toMatchObject([{ kind: 'replied' }]);
  // After so long a pause nobody knows whether the clock was changed, so the mail waits its time once more.
  await acme.pass(60_000);
  expect((await acme.look()).news).toMatchObject([{ kind: 'sent' }]);
  expect((await acme.kinds()).toSorted()).toEqual(['replied', 'sent', 'sent']);
});
