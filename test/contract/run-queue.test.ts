import { branded } from '@postrider/shared/domain/brand';
import type { MailboxMessageId } from '@postrider/shared/domain/ids';
import { expect, test } from 'vitest';

import { letter } from './support/acme.ts';
import { endAtEveryAwait } from './support/every-await.ts';
import { mortalWorker } from './support/mortal-worker.ts';
import { openQueuedAcme, type QueuedAcme, recipient } from './support/queued-acme.ts';

const byName = (one = '', other = '') => one.localeCompare(other);

const everybody = (count: number) => Array.from({ length: count }, (_, no) => recipient(no));

/** When mail left, by Sent, oldest first, in ms since the first. */
function departures({ ana }: QueuedAcme): readonly number[] {
  const times = ana.messages('SENT').map(({ internalDate }) => internalDate);
  return times.toSorted((one, other) => one - other).map((at) => at - Math.min(...times));
}

test('everybody gets the mail once, in order, at most three in any minute and none later than that', async () => {
  const acme = await openQueuedAcme(8);
  await acme.runToEnd();
  expect(acme.left()).toEqual(everybody(8));
  expect(departures(acme)).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000, 120_000]);
  expect(acme.ana.messages('DRAFT')).toEqual([]);
  expect(await acme.states()).toEqual(everybody(8).map(() => 'sent'));
});

test('what the rep sends by hand meanwhile counts', async () => {
  const acme = await openQueuedAcme(4);
  const runner = acme.runnerOf(mortalWorker(null));
  const byHand = acme.google.web.send(
    acme.ana,
    'compose-1',
    letter({ to: 'dana@initech.example' }),
  );
  await acme.stores.ledgers.write(acme.group.mailbox, {
    countedAt: acme.clock(),
    nextPage: null,
    listedFrom: 0,
    departed: [{ id: branded<MailboxMessageId>(byHand.id), at: acme.clock(), recipients: 1 }],
  });
  await runner.run();
  expect(acme.left()).toHaveLength(2);
});

test('drafts are made for the next minutes only, and sent as the rep has changed them', async () => {
  const acme = await openQueuedAcme(40);
  await acme.runnerOf(mortalWorker(null)).run();
  // Three have left; three a minute for the next ten minutes wait as drafts.
  expect(acme.left()).toHaveLength(3);
  expect(acme.ana.messages('DRAFT')).toHaveLength(30);
});

test('a paused group keeps still, and goes on where it was', async () => {
  const acme = await openQueuedAcme(5);
  const runner = acme.runnerOf(mortalWorker(null));
  await runner.run();
  await acme.stores.outbox.putGroup({ ...acme.group, state: { kind: 'paused', by: 'person' } });
  acme.clock.pass(600_000);
  expect((await runner.run()).nextAt).toBeNull();
  expect(acme.left()).toHaveLength(3);
  await acme.stores.outbox.putGroup(acme.group);
  await acme.runToEnd();
  expect(acme.left()).toEqual(everybody(5));
});

test('after a long sleep nothing leaves in a burst', async () => {
  const acme = await openQueuedAcme(9);
  const runner = acme.runnerOf(mortalWorker(null));
  await runner.run();
  acme.clock.pass(8 * 3_600_000);
  await runner.run();
  expect(acme.left()).toHaveLength(6);
});

test('a recipient who may not be written to by now is listed with the reason, and the others get their mail', async () => {
  const acme = await openQueuedAcme(3, {
    objection: async ({ person }) =>
      person.address === recipient(1) ? 'This address is suppressed: mail bounced.' : null,
  });
  await acme.runToEnd();
  expect(acme.left()).toEqual([recipient(0), recipient(2)]);
  expect(acme.ana.messages('DRAFT')).toEqual([]);
  expect((await acme.stores.outbox.ofGroup(acme.group.id))[1]?.state).toEqual({
    kind: 'refused',
    reason: 'This address is suppressed: mail bounced.',
  });
});

test('a draft that the rep has deleted is cancelled, and says so', async () => {
  const acme = await openQueuedAcme(5);
  const runner = acme.runnerOf(mortalWorker(null));
  await runner.run();
  const draft = acme.ana.messages('DRAFT').find(({ raw }) => raw.includes(recipient(3)));
  acme.ana.erase(draft?.id ?? '');
  await acme.runToEnd();
  expect(acme.left()).toEqual([recipient(0), recipient(1), recipient(2), recipient(4)]);
  expect((await acme.states())[3]).toBe('cancelled');
});

test('while another carries the queue out, nothing is touched', async () => {
  const freeAt = Date.UTC(2026, 9, 5, 10);
  const acme = await openQueuedAcme(2, {
    lease: {
      hold: async () => ({ kind: 'ok', value: { kind: 'others', freeAt } }),
      settled: () => undefined,
      release: async () => ({ kind: 'ok', value: null }),
    },
  });
  const outcome = await acme.runnerOf(mortalWorker(null)).run();
  expect(outcome).toEqual({ nextAt: freeAt, standing: { kind: 'elsewhere', freeAt } });
  expect(acme.left()).toEqual([]);
});

test(
  'ended at every await of the queue, everybody gets the mail once',
  { timeout: 60_000 },
  async ({ annotate }) => {
    const share = await endAtEveryAwait(async (worker, where) => {
      const acme = await openQueuedAcme(4);
      const end = await worker.live(() => acme.runToEnd(worker));
      if (end === 'ended') await acme.runToEnd();
      const left = { left: acme.left().toSorted(byName), states: await acme.states() };
      expect({ where, ...left }).toEqual({
        where,
        left: everybody(4),
        states: everybody(4).map(() => 'sent'),
      });
      acme.close();
      return end;
    });
    await annotate(share.words);
    expect(share.hit).toBe(share.awaits);
    expect(share.kinds).toContain('POST /gmail/v1/users/me/drafts/send');
  },
);
