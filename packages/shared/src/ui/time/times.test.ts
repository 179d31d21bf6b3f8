import { expect, it } from 'vitest';

import { startOfDay, startOfDayBefore, timesIn } from './times.ts';

const now = new Date(2026, 10, 23, 14, 30).getTime();
const ago = (minutes: number) => now - minutes * 60_000;

it('tells the minutes within an hour, then the clock, then the date', () => {
  const { brief } = timesIn('en-US');
  expect(brief(ago(0.5), now)).toBe('now');
  expect(brief(ago(2), now)).toBe('2 min');
  expect(brief(ago(59.9), now)).toBe('59 min');
  expect(brief(ago(60), now)).toMatch(/^1:30\sPM$/);
  expect(brief(new Date(2026, 10, 22, 9, 41).getTime(), now)).toMatch(/^9:41\sAM$/);
  expect(brief(new Date(2026, 10, 21, 23, 59).getTime(), now)).toBe('Nov 21');
  expect(brief(new Date(2025, 10, 21).getTime(), now)).toBe('Nov 21, 2025');
});

it('speaks the language of the locale', () => {
  expect(timesIn('de').brief(ago(2), now)).toBe('2 Min.');
  expect(timesIn('ja').brief(ago(2), now)).toBe('2 分');
  expect(timesIn('de').brief(ago(60), now)).toBe('13:30');
});

it('takes a clock that runs a little ahead for now', () => {
  expect(timesIn('en-US').brief(now + 20_000, now)).toBe('now');
});

it('names the day only where it is not today', () => {
  const { point } = timesIn('en-GB');
  expect(point(ago(10), now)).toBe('14:20');
  expect(point(now + 48 * 3_600_000, now)).toContain('25 Nov');
});

it('finds yesterday across a month and a change of the clocks', () => {
  const first = new Date(2026, 10, 1, 0, 30).getTime();
  expect(startOfDayBefore(first)).toBe(new Date(2026, 9, 31).getTime());
  expect(startOfDay(first)).toBe(new Date(2026, 10, 1).getTime());
});
