import { expect, it, vi } from 'vitest';

import { createLater, type Timers } from './later.ts';

const byHand: Timers = { start: () => () => {} };

it('carries out what is due, in the order of its time, and nothing before', async () => {
  let now = 0;
  const done: string[] = [];
  const later = createLater({ clock: () => now, timers: byHand });
  later.at(20, () => void done.push('second'));
  later.at(10, () => void done.push('first'));

  now = 9;
  await later.settle();
  expect(done).toEqual([]);
  now = 20;
  await later.settle();
  expect(done).toEqual(['first', 'second']);
});

it('counts a chain from when each link was due, so that a leap carries out all of it', async () => {
  const due: number[] = [];
  const later = createLater({ clock: () => 0, timers: byHand });
  later.at(100, (at) => {
    due.push(at);
    later.at(at + 100, (next) => void due.push(next));
  });
  await later.advance(200);
  expect(due).toEqual([100, 200]);
});

it('forgets what was cancelled', async () => {
  let ran = false;
  const later = createLater({ clock: () => 50, timers: byHand });
  later.at(10, () => void (ran = true)).cancel();
  await later.settle();
  expect(ran).toBe(false);
});

it('lets a second settle wait for the work of the first', async () => {
  let finish: (() => void) | undefined;
  let finished = false;
  const later = createLater({ clock: () => 50, timers: byHand });
  later.at(10, async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    finished = true;
  });
  void later.settle();
  const second = later.settle().then(() => finished);
  await vi.waitFor(() => {
    finish?.();
    expect(finished).toBe(true);
  });
  expect(await second).toBe(true);
});

it('sleeps again when the timer wakes it before the clock is there', () => {
  const asked: number[] = [];
  let wake: (() => void) | undefined;
  const timers: Timers = {
    start: (run, ms) => {
      asked.push(ms);
      wake = run;
      return () => {};
    },
  };
  let now = 0;
  const later = createLater({ clock: () => now, timers });
  later.at(100, () => {});
  now = 99;
  wake?.();
  return vi.waitFor(() => {
    expect(asked).toEqual([100, 1]);
  });
});
