import { expect, test } from 'vitest';

import { batchSize, createCallSchedule } from './call-schedule.ts';

/** A schedule on a clock that moves only by waiting, with calls that end when the test says so. */
function scheduled() {
  let now = 0;
  let most = 0;
  let running = 0;
  const began: { name: string; at: number }[] = [];
  const ends = new Map<string, () => void>();
  const schedule = createCallSchedule(
    () => now,
    async (ms) => {
      now += ms;
    },
  );
  const call = (kind: 'sends' | 'reads', name: string, slots = 1, units = 0) =>
    schedule[kind]({ slots, units }, async () => {
      began.push({ name, at: now });
      running += slots;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => {
        ends.set(name, resolve);
      });
      running -= slots;
    });
  return {
    call,
    names: () => began.map(({ name }) => name),
    began,
    most: () => most,
    end: async (name: string) => {
      ends.get(name)?.();
      await turns();
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const units = (name: string) => (name.startsWith('send') ? 140 : 180);

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

test('a send finds room beside a whole batch, and the two are ten at once', async () => {
  const { call, names, most } = scheduled();
  void call('reads', 'batch', batchSize);
  await turns();
  void call('sends', 'send');
  expect(names()).toEqual(['batch', 'send']);
  expect(most()).toBe(10);
});

test('one batch follows the other', async () => {
  const { call, names, end } = scheduled();
  void call('reads', 'one', batchSize);
  void call('reads', 'two', batchSize);
  await turns();
  expect(names()).toEqual(['one']);
  await end('one');
  expect(names()).toEqual(['one', 'two']);
});

test('the next batch waits for two sends, and takes the room when one has ended', async () => {
  const { call, names, end, most } = scheduled();
  void call('sends', 'a');
  void call('sends', 'b');
  void call('reads', 'batch', batchSize);
  await turns();
  expect(names()).toEqual(['a', 'b']);
  await end('a');
  expect(names()).toEqual(['a', 'b', 'batch']);
  expect(most()).toBe(10);
});

test('never more than ten, and what waits to be sent goes before what waits to be read', async () => {
  const { call, names, end, most } = scheduled();
  void call('reads', 'batch', batchSize);
  void call('reads', 'later', batchSize);
  await turns();
  void call('sends', 'a');
  void call('sends', 'b');
  await turns();
  expect(names()).toEqual(['batch', 'a']);
  await end('batch');
  expect(names()).toEqual(['batch', 'a', 'b']);
  await end('a');
  expect(names()).toEqual(['batch', 'a', 'b', 'later']);
  expect(most()).toBe(10);
});

test('a call that fails gives its room back', async () => {
  const schedule = createCallSchedule(
    () => 0,
    async () => {},
  );
  const broken = schedule.reads({ slots: batchSize, units: 0 }, () =>
    Promise.reject(new Error('bug')),
  );
  await expect(broken).rejects.toThrow('bug');
  expect(await schedule.reads({ slots: batchSize, units: 0 }, async () => 'read')).toBe('read');
});

test('reading keeps below 6,000 units in any minute, whatever is sent meanwhile', async () => {
  const { call, began, end } = scheduled();
  for (let no = 0; no < 120; no += 1) {
    void call('reads', `batch ${no}`, batchSize, 180);
    await turns();
    await end(`batch ${no}`);
    if (no % 20 !== 0) continue;
    void call('sends', `send ${no}`, 1, 140);
    await turns();
    await end(`send ${no}`);
  }
  for (const { at } of began) {
    const inMinute = began.filter((one) => one.at >= at && one.at < at + 60_000);
    expect(inMinute.reduce((sum, { name }) => sum + units(name), 0)).toBeLessThanOrEqual(6000);
  }
  const lasted = (began.at(-1)?.at ?? 0) / 60_000;
  expect(lasted).toBeGreaterThan(3.5);
  expect(lasted).toBeLessThan(4.3);
});

test('a send goes at once though reading has used the budget up', async () => {
  const { call, began, end } = scheduled();
  for (let no = 0; no < 5; no += 1) {
    void call('reads', `batch ${no}`, batchSize, 180);
    await turns();
    await end(`batch ${no}`);
  }
  const spentAt = began.at(-1)?.at;
  void call('sends', 'send', 1, 100);
  await turns();
  expect(began.at(-1)).toEqual({ name: 'send', at: spentAt });
});

test('after a rest an everyday look waits for nothing', async () => {
  const { call, began, end, pass } = scheduled();
  pass(60_000);
  void call('reads', 'history', 1, 2);
  await turns();
  await end('history');
  void call('reads', 'batch', batchSize, 180);
  await turns();
  expect(began.map(({ at }) => at)).toEqual([60_000, 60_000]);
});
