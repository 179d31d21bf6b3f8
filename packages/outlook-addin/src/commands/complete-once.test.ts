import { expect, it } from 'vitest';

import { completeOnce, type Completion } from './complete-once.ts';

function played() {
  const given: Completion[] = [];
  const timers = new Set<() => void>();
  return {
    given,
    event: { completed: (completion: Completion = {}) => void given.push(completion) },
    after: (_ms: number, run: () => void) => {
      timers.add(run);
      return () => void timers.delete(run);
    },
    tooLate: () => {
      for (const run of timers) run();
    },
  };
}

const allowed = { allowEvent: true };
const refused = { allowEvent: false };

it('completes with what the work came to', async () => {
  const { given, event, after, tooLate } = played();
  await completeOnce(event, after, 10, allowed, () => Promise.resolve(refused));
  tooLate();
  expect(given).toEqual([refused]);
});

it('lets the mail go where the work fails', async () => {
  const { given, event, after } = played();
  await completeOnce(event, after, 10, allowed, () => Promise.reject(new Error('Ours')));
  expect(given).toEqual([allowed]);
});

it('lets the mail go where the work takes too long, and a late answer changes nothing', async () => {
  const { given, event, after, tooLate } = played();
  const answers: ((completion: Completion) => void)[] = [];
  const whole = completeOnce(
    event,
    after,
    10,
    allowed,
    () => new Promise((resolve) => void answers.push(resolve)),
  );
  tooLate();
  answers[0]?.(refused);
  await whole;
  expect(given).toEqual([allowed]);
});
