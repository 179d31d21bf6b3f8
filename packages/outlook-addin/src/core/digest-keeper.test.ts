import type { PanelStatus } from '@postrider/shared/application/panel';
import type { Suppression } from '@postrider/shared/application/panel/suppression';
import { mailboxAddress } from '@postrider/shared/domain/ids';
import { expect, it } from 'vitest';

import { refusalsIn } from '../digest/ask-digest.ts';
import { digestKey } from '../digest/digest.ts';
import { readDigest } from '../digest/read-digest.ts';
import { createDigestKeeper } from './digest-keeper.ts';

const eva = mailboxAddress('eva@adatum.example');
const start = Date.UTC(2026, 10, 24, 9);

const connected: PanelStatus = {
  connection: { kind: 'connected', account: eva },
  allowedDomains: [],
  lookedAt: start,
  looking: false,
  problem: null,
  leaving: [],
  budget: null,
  sendingGate: null,
  unmatched: 0,
};

const kim: Suppression = {
  address: 'kim@initech.example',
  since: start,
  by: 'person',
  because: 'by-hand',
  why: '',
  eventId: null,
  status: 'suppressed',
};

function open() {
  const world = {
    now: start,
    status: connected,
    suppressions: [kim],
    saves: new Array<string>(),
    answers: 'ok',
  };
  const keeper = createDigestKeeper({
    panel: {
      status: async () => world.status,
      suppressions: async () => world.suppressions,
      sendGuard: async () => ({ addresses: [], blockedDomains: ['rival.example'], complete: true }),
    },
    followByDefault: () => true,
    addresses: () => [eva, mailboxAddress('e.brandt@adatum.example')],
    stored: () => undefined,
    async save(key, text) {
      expect(key).toBe(digestKey);
      if (world.answers === 'ok') world.saves.push(text);
      return { kind: world.answers };
    },
    newSalt: () => 'c2FsdHNhbHQ',
    clock: () => world.now,
  });
  return { keeper, world };
}

it('says what the events must know', async () => {
  const { keeper, world } = open();
  await keeper.update();
  const digest = readDigest(world.saves[0]);
  expect(digest).toMatchObject({
    writtenAt: start,
    followByDefault: true,
    aliases: ['e.brandt@adatum.example'],
    blockedDomains: ['rival.example'],
  });
  const asked = ['kim@initech.example', 'lou@rival.example', 'ok@initech.example'];
  expect(digest && refusalsIn(digest, asked, start)).toHaveLength(2);
});

it('is not written again while it says the same, and renewed before it grows old', async () => {
  const { keeper, world } = open();
  await keeper.update();
  world.now += 60_000;
  world.status = { ...connected, lookedAt: world.now };
  await keeper.update();
  expect(world.saves).toHaveLength(1);
  world.now += 30 * 60_000;
  await keeper.update();
  expect(readDigest(world.saves[1])?.writtenAt).toBe(world.now);
});

it('follows a decision at once, and leaves out who is only on hold', async () => {
  const { keeper, world } = open();
  await keeper.update();
  world.suppressions = [{ ...kim, status: 'on-hold' }];
  await keeper.update();
  const digest = readDigest(world.saves[1]);
  expect(digest && refusalsIn(digest, ['kim@initech.example'], start)).toEqual([]);
});

it('tries again what Outlook did not keep', async () => {
  const { keeper, world } = open();
  world.answers = 'no-answer';
  await keeper.update();
  world.answers = 'ok';
  await keeper.update();
  expect(world.saves).toHaveLength(1);
});

it('stops nobody once the mailbox is disconnected', async () => {
  const { keeper, world } = open();
  await keeper.update();
  world.status = { ...connected, connection: { kind: 'not-connected' } };
  await keeper.update();
  expect(world.saves[1]).toBe('');
});

it('writes nothing into a mailbox that was never connected', async () => {
  const { keeper, world } = open();
  world.status = { ...connected, connection: { kind: 'not-connected' } };
  await keeper.update();
  expect(world.saves).toEqual([]);
});
