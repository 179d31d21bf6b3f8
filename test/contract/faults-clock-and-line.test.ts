import { rateLimit429, userRateLimit403 } from '@postrider/sandbox/google-errors';
import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import type { WatchParts } from '@postrider/shared/application/watch-mailbox/watch-parts';
import { expect, test } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { openStores } from './support/stores.ts';
import { openWatchedAcme, type WatchedAcme } from './support/watched-acme.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

function replyTo(acme: WatchedAcme, messageId: string, from = 'kim@initech.example') {
  receive(acme.ana, [`From: ${from}`, 'Subject: Re: Pricing', `In-Reply-To: ${messageId}`]);
}

/** The same mailbox as another program sees it, whose clock goes wrong by `offMs` and whose line may be cut. */
function withClock(acme: WatchedAcme, offMs: () => number): Partial<WatchParts> {
  const clock = () => acme.clock() + offMs();
  const { fetch, tokens, wait } = acme;
  return { clock, mailbox: createGmailMailbox({ fetch, tokens, clock, wait }) };
}

test('an hour offline: everything of it is told once, and the mailbox is not asked sixty times over', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const sent = await acme.sendAndSettle();
  acme.google.log.clear();
  acme.google.faults.next({ times: 1000, response: 'drop' });
  for (let minute = 0; minute < 60; minute += 1) {
    if (minute % 10 === 0) replyTo(acme, sent.messageId, `kim${minute}@initech.example`);
    if (minute === 30) await acme.send({ subject: 'From the phone', word: 'nothing' });
    acme.restart();
    expect(await acme.look()).toMatchObject({ kind: 'stopped', problem: { cause: 'offline' } });
    await acme.pass(minuteMs);
  }
  expect((await acme.stores.states.read(ana)).problem).toMatchObject({ cause: 'offline' });
  acme.google.faults.clear();
  acme.restart();
  expect((await acme.look()).news.map(({ kind }) => kind)).toEqual(Array(6).fill('replied'));
  acme.restart();
  expect((await acme.look()).news).toEqual([]);
  expect(acme.google.log.units()).toBeLessThan(400);
  expect(await acme.kinds()).toHaveLength(7);
});

test('history that is forgotten right after everything was read tells nothing a second time', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const sent = await acme.sendAndSettle();
  replyTo(acme, sent.messageId);
  await acme.look();
  const before = await acme.feed();
  // Google forgets up to the newest change, so that there must be one after the last look.
  receive(acme.ana, ['From: news@shop.example', 'Subject: Sale']);
  acme.google.log.clear();
  acme.google.forgetHistory(ana);
  expect(await acme.look()).toMatchObject({ kind: 'looked', news: [] });
  expect(acme.google.log.all().map(({ status }) => status)).toContain(404);
  expect(await acme.feed()).toEqual(before);
});

test('two machines on one account: each tells every reply and bounce once, under the same ids', async () => {
  const acme = await openWatchedAcme();
  acme.postOffice.behave('gone@initech.example', { kind: 'unknown-user' });
  const other = await openStores();
  const lookThere = async () => {
    acme.restart({ ...other });
    const outcome = await acme.look();
    acme.restart();
    return outcome;
  };
  await acme.look();
  await lookThere();
  await acme.send({ to: 'gone@initech.example' });
  const sent = await acme.send({ subject: 'Other' });
  replyTo(acme, sent.messageId);
  for (let minute = 0; minute < 3; minute += 1) {
    await acme.pass(minuteMs);
    await acme.look();
    await lookThere();
  }
  const here = await acme.feed();
  const there = await other.events.feed({ mailbox: ana, limit: 100 });
  expect(here.map(({ kind }) => kind).toSorted()).toEqual(['bounced', 'replied', 'sent', 'sent']);
  const incoming = here.filter(({ kind }) => kind !== 'sent');
  expect(there.map(({ id }) => id)).toEqual(incoming.map(({ id }) => id));
  // The other machine never heard that these mails were followed.
  expect(there.map(({ mailId }) => mailId)).toEqual([null, null]);
  expect((await other.decisions.all()).map((one) => one.id)).toEqual(
    (await acme.stores.decisions.all()).map((one) => one.id),
  );
});

test.each([
  ['forward by a day', 24 * hourMs],
  ['back by a day', -24 * hourMs],
])(
  'a clock that jumps %s between send and look makes no phantom and loses nothing',
  async (_name, jumpMs) => {
    const acme = await openWatchedAcme();
    let offMs = 0;
    const change = withClock(acme, () => offMs);
    acme.restart(change);
    await acme.look();
    const undone = await acme.send({ subject: 'Undone' });
    offMs = jumpMs;
    await acme.look();
    acme.undo(undone.id);
    await acme.follow.undone(undone.draft);
    const sent = await acme.send();
    replyTo(acme, sent.messageId);
    await acme.look();
    offMs = 0;
    for (let minute = 0; minute < 3; minute += 1) {
      await acme.pass(minuteMs);
      acme.restart(change);
      await acme.look();
    }
    const feed = await acme.feed();
    expect(feed.map(({ kind, subject }) => `${kind} ${subject}`).toSorted()).toEqual([
      'replied Pricing',
      'sent Pricing',
    ]);
    const { departed } = await acme.stores.ledgers.read(ana);
    expect(departed.map(({ id }) => id)).toEqual(acme.ana.messages('SENT').map(({ id }) => id));
  },
);

test.each([
  ['with a time', (now: number) => userRateLimit403(now + 10 * minuteMs)],
  ['without one', () => ({ status: 429, body: 'slow down' })],
])(
  'refused %s while the clock was a day ahead, the watch rests no day after it was put right',
  async (_name, answer) => {
    const acme = await openWatchedAcme();
    let offMs = 0;
    const change = withClock(acme, () => offMs);
    acme.restart(change);
    await acme.look();
    const sent = await acme.sendAndSettle();
    offMs = 24 * hourMs;
    acme.google.faults.next({ response: answer(acme.clock()) });
    await acme.look();
    replyTo(acme, sent.messageId);
    offMs = 0;
    for (let minute = 0; minute < 30; minute += 1) {
      await acme.pass(minuteMs);
      await acme.look();
    }
    expect(await acme.kinds()).toContain('replied');
  },
);

test('a clock that is behind never shortens the time that Google named', async () => {
  const acme = await openWatchedAcme();
  const change = withClock(acme, () => -hourMs);
  acme.restart(change);
  await acme.look();
  const retryAt = acme.clock() + 10 * minuteMs;
  acme.google.faults.next({ response: rateLimit429(retryAt) });
  await acme.look();
  acme.google.log.clear();
  for (let minute = 0; minute < 10; minute += 1) {
    acme.clock.pass(minuteMs - 1);
    await acme.look();
  }
  expect(acme.google.log.all()).toEqual([]);
});
