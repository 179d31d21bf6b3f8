import { beforeEach, expect, test } from 'vitest';

import { letter } from './support/acme.ts';
import { openPanelAcme, type PanelAcme } from './support/panel-acme.ts';

const hourMs = 3_600_000;
let acme: PanelAcme;

beforeEach(async () => {
  acme = await openPanelAcme();
});

const budget = async () => (await acme.backend.status()).budget;

/** Another program sends: nothing of it passes this browser. */
function sendFromPhone(at = acme.clock()) {
  return acme.ana.deposit(letter({ to: 'kim@initech.example' }), {
    labelIds: ['SENT'],
    internalDate: at,
  });
}

test('mail from here, mail that is not followed, and mail from a phone all count', async () => {
  expect(await budget()).toMatchObject({ limitId: 'g.msg', max: 2000, used: 0, complete: true });
  await acme.sendAndSettle();
  await acme.sendAndSettle({ follow: false });
  sendFromPhone();
  await acme.look();
  expect(acme.ana.messages('SENT')).toHaveLength(3);
  expect(await budget()).toMatchObject({ used: 3, left: 1997, warn: 'none' });
});

test('what was sent before we came is counted, and it is known when it leaves the window', async () => {
  for (let no = 0; no < 30; no += 1) sendFromPhone(acme.clock() - (23 * hourMs - no * 60_000));
  sendFromPhone(acme.clock() - 25 * hourMs);
  const oldest = acme.clock() - 23 * hourMs;
  await acme.backend.recount();
  expect(await budget()).toMatchObject({
    used: 30,
    complete: true,
    nextFreesAt: oldest + 24 * hourMs,
    nextFrees: 1,
  });
  await acme.pass(hourMs + 10 * 60_000 + 1);
  await acme.look();
  expect(await budget()).toMatchObject({ used: 19 });
});

test('a mail leaves the window exactly 24 hours after it left, also while nobody looks', async () => {
  await acme.sendAndSettle();
  const freesAt = (await budget())?.nextFreesAt ?? 0;
  await acme.pass(freesAt - acme.clock() - 1);
  expect((await budget())?.used).toBe(1);
  await acme.pass(1);
  expect((await budget())?.used).toBe(0);
});

test('a mail that Undo took back does not count; one thrown away after it left does', async () => {
  const undone = await acme.send();
  await acme.look();
  acme.undo(undone.id);
  await acme.pass(60_000);
  await acme.look();
  expect(await budget()).toMatchObject({ used: 0 });
  const sent = await acme.sendAndSettle();
  acme.ana.erase(sent.id);
  await acme.look();
  expect(acme.ana.messages('SENT')).toEqual([]);
  expect(await budget()).toMatchObject({ used: 1 });
});

test('more than one page of Sent is counted', async () => {
  for (let no = 0; no < 700; no += 1) sendFromPhone(acme.clock() - hourMs - no);
  await acme.backend.recount();
  expect(await budget()).toMatchObject({ used: 700, complete: true });
  expect((await acme.stores.ledgers.read(acme.parts.account)).departed).toHaveLength(700);
});

test('where somebody plans, what left is read with its recipients, the newest first', async () => {
  for (let no = 0; no < 150; no += 1) {
    const to = no < 90 ? 'kim@initech.example' : 'kim@initech.example, dana@initech.example';
    acme.ana.deposit(letter({ to }), {
      labelIds: ['SENT'],
      internalDate: acme.clock() - hourMs - no * 1000,
    });
  }
  acme.restart({ plans: async () => true });
  await acme.backend.recount();
  const read = async () => (await acme.stores.ledgers.read(acme.parts.account)).departed;
  expect((await read()).slice(0, 90).map(({ recipients }) => recipients)).toEqual(
    Array.from({ length: 90 }, () => 1),
  );
  await acme.look();
  await acme.look();
  expect((await read()).map(({ recipients }) => recipients).slice(90)).toEqual(
    Array.from({ length: 60 }, () => 2),
  );
});

test('counting costs nothing once it is done', async () => {
  for (let no = 0; no < 30; no += 1) sendFromPhone(acme.clock() - (20 * hourMs - no * 60_000));
  await acme.backend.recount();
  await acme.look();
  const before = acme.calls().length;
  await acme.look();
  expect(acme.calls().slice(before)).toEqual([expect.stringContaining('history')]);
});

test('after hours of sleep the list is read again and is right', async () => {
  await acme.sendAndSettle();
  await acme.pass(5 * hourMs);
  for (let no = 0; no < 3; no += 1) sendFromPhone();
  acme.google.forgetHistory(acme.ana.address);
  await acme.look();
  expect(await budget()).toMatchObject({ used: 4 });
});

test('it warns from four fifths on, and the company may lower the limit but not raise it', async () => {
  acme = await openPanelAcme({ dailyMessageLimit: 5 });
  for (let no = 0; no < 4; no += 1) sendFromPhone();
  await acme.look();
  expect(await budget()).toMatchObject({ limitId: 'company', max: 5, left: 1, warn: 'near' });
  sendFromPhone();
  await acme.look();
  expect(await budget()).toMatchObject({ left: 0, warn: 'over' });
  acme = await openPanelAcme({ dailyMessageLimit: 5000 });
  expect(await budget()).toMatchObject({ limitId: 'g.msg', max: 2000 });
});

test('a mailbox that is not allowed any more shows that it rests', async () => {
  acme = await openPanelAcme({ allowedDomains: ['elsewhere.example'] });
  expect((await acme.backend.status()).connection).toEqual({
    kind: 'not-allowed',
    account: 'ana@acme.example',
  });
});
