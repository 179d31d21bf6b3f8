import { expect, it } from 'vitest';

import { createCallSchedule } from './call-schedule.ts';

/** Lets what was woken come to rest. */
async function turns() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** A schedule on a clock of the test's, with calls that end when the test says so. */
function scheduled() {
  let now = 0;
  let running = 0;
  let most = 0;
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const schedule = createCallSchedule(() => now);
  return {
    schedule,
    began,
    most: () => most,
    pass(ms: number) {
      now += ms;
    },
    call: (kind: 'sends' | 'reads', name: string, slots = 1) =>
      schedule[kind](slots, async () => {
        began.push(name);
        running += slots;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => {
          ends.set(name, resolve);
        });
        running -= slots;
      }),
    async end(name: string) {
      ends.get(name)?.();
      await turns();
    },
  };
}

it('never has more than four requests under way, and leaves one place for a send', async () => {
  const { call, began, most, end } = scheduled();
  for (const name of ['a', 'b', 'c', 'd']) void call('reads', name);
  await turns();
  expect(began).toEqual(['a', 'b', 'c']);
  void call('sends', 'send');
  await turns();
  expect(began).toEqual(['a', 'b', 'c', 'send']);
  await end('a');
  expect(began.at(-1)).toBe('d');
  expect(most()).toBe(4);
});

it('lets a batch take a place for each of its parts', async () => {
  const { call, began, end } = scheduled();
  void call('reads', 'batch', 3);
  void call('reads', 'alone');
  await turns();
  expect(began).toEqual(['batch']);
  await end('batch');
  expect(began).toEqual(['batch', 'alone']);
});

it('lets sends that wait go before reads that waited longer', async () => {
  const { call, began, most, end } = scheduled();
  for (const name of ['1', '2', '3', '4']) void call('sends', name);
  await turns();
  void call('reads', 'read');
  void call('sends', '5');
  await turns();
  await end('1');
  expect(began).toEqual(['1', '2', '3', '4', '5']);
  await end('2');
  expect(began.at(-1)).toBe('read');
  expect(most()).toBe(4);
});

it('is closed until the time that Graph named: a rate for all calls, the sender’s limit for sends', () => {
  const { schedule, pass } = scheduled();
  const sending = { kind: 'rate-limited', retryAt: 60_000, limit: 'sending' } as const;
  const requests = { kind: 'rate-limited', retryAt: 30_000, limit: 'requests' } as const;
  schedule.heed(sending);
  expect(schedule.closedBy('sends')).toEqual(sending);
  expect(schedule.closedBy('reads')).toBeNull();
  schedule.heed(requests);
  expect(schedule.closedBy('reads')).toEqual(requests);
  // A shorter time named later opens nothing earlier.
  schedule.heed({ ...requests, retryAt: 1000 });
  pass(29_999);
  expect(schedule.closedBy('reads')).toEqual(requests);
  pass(1);
  expect(schedule.closedBy('reads')).toBeNull();
  expect(schedule.closedBy('sends')).toEqual(sending);
  pass(30_000);
  expect(schedule.closedBy('sends')).toBeNull();
});

it('is not closed by a refusal that named no time', () => {
  const { schedule } = scheduled();
  schedule.heed({ kind: 'rate-limited', retryAt: null, limit: 'requests' });
  expect(schedule.closedBy('reads')).toBeNull();
});
