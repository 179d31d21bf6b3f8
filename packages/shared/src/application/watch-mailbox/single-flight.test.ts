import { expect, it } from 'vitest';

import { singleFlight } from './single-flight.ts';

function looks() {
  const ends: ((error?: Error) => void)[] = [];
  const flight = singleFlight<void>(
    () =>
      new Promise((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve()));
      }),
  );
  return { flight, ends };
}

it('never runs two looks at once, and one more for all who asked meanwhile', async () => {
  const { flight, ends } = looks();
  const first = flight.run();
  const second = flight.run();
  const third = flight.run();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await first;
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await Promise.all([second, third]);
  expect(ends).toHaveLength(2);
  expect(flight.running()).toBe(false);
});

it('goes on after a look that failed', async () => {
  const { flight, ends } = looks();
  const first = flight.run();
  const second = flight.run();
  ends[0]?.(new Error('offline'));
  await expect(first).rejects.toThrow('offline');
  await Promise.resolve();
  ends[1]?.();
  await expect(second).resolves.toBeUndefined();
});
