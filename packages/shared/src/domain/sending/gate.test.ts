import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { gateAfter } from './gate.ts';

const now = 1_800_000_000_000;
const minute = 60_000;

const wait = (limit: 'requests' | 'concurrency' | 'project', refusalsBefore: number) =>
  (gateAfter({ now, retryAt: null, limit, refusalsBefore }) - now) / 1000;

test('keeps to the time that the provider names, and a little longer', () => {
  const gate = gateAfter({ now, retryAt: now + 90_000, limit: 'requests', refusalsBefore: 0 });
  expect(gate).toBe(now + 95_000);
});

test('refused after the named time, waits 15, 30, 60 minutes, at most 6 hours', () => {
  const waits = [1, 2, 3, 6, 20].map(
    (refusalsBefore) =>
      (gateAfter({ now, retryAt: now + 1000, limit: 'sending', refusalsBefore }) - now) / minute,
  );
  expect(waits).toEqual([15, 30, 60, 360, 360]);
});

test('a named time that is past was named by another clock: waits as after a second refusal', () => {
  const gate = gateAfter({ now, retryAt: now - minute, limit: 'requests', refusalsBefore: 0 });
  expect(gate).toBe(now + 15 * minute);
});

test('without a named time waits by the limit', () => {
  expect([wait('concurrency', 0), wait('concurrency', 3), wait('concurrency', 50)]).toEqual([
    1, 8, 64,
  ]);
  expect(wait('requests', 0)).toBe(64);
  expect(wait('project', 0)).toBe(3600);
});

test('never opens before the named time', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e12 }), fc.nat(1000), (ahead, refusalsBefore) => {
      const retryAt = now + ahead;
      expect(gateAfter({ now, retryAt, limit: 'requests', refusalsBefore })).toBeGreaterThan(
        retryAt,
      );
    }),
  );
});
