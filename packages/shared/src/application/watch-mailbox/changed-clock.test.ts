import { expect, test } from 'vitest';

import { settleMs } from '../../domain/sending/undo.ts';
import { freshWatchState, type WatchState } from '../ports/watch-state.ts';
import { heedChangedClock } from './changed-clock.ts';

const now = 1_800_000_000_000;
const minuteMs = 60_000;
const state = (change: Partial<WatchState>): WatchState => ({ ...freshWatchState, ...change });

test('a look a minute after the last one changes nothing', () => {
  for (const lookedAt of [null, now - minuteMs, now, now + 1000]) {
    const before = state({ lookedAt });
    expect(heedChangedClock(before, now)).toBe(before);
  }
});

test('after a long pause, and before the last look, what settles waits its whole time', () => {
  for (const lookedAt of [now - 11 * minuteMs, now + minuteMs]) {
    expect(heedChangedClock(state({ lookedAt }), now).settleNotBefore).toBe(now + settleMs);
  }
});

test('a gate that was set by a clock which ran ahead is as long as it was meant to be', () => {
  const at = now + 24 * 3_600_000;
  const gate = state({ gateUntil: at + 5 * minuteMs, gateSet: { at, namedUntil: null } });
  const heeded = heedChangedClock(gate, now);
  expect(heeded.gateUntil).toBe(now + 5 * minuteMs);
  expect(heedChangedClock(heeded, now + minuteMs)).toBe(heeded);
});

test('it never opens before the time that the provider named', () => {
  const at = now + 24 * 3_600_000;
  const namedUntil = now + 40 * minuteMs;
  const gate = state({ gateUntil: at + 15 * minuteMs, gateSet: { at, namedUntil } });
  expect(heedChangedClock(gate, now).gateUntil).toBe(namedUntil);
});

test('a gate set by the clock of today stays as it is', () => {
  const gate = state({
    gateUntil: now + 5 * minuteMs,
    gateSet: { at: now - minuteMs, namedUntil: now + 5 * minuteMs },
  });
  expect(heedChangedClock(gate, now)).toBe(gate);
});
