import { expect, it } from 'vitest';

import { asLocalInput, fromLocalInput, timesToChoose } from './times-to-choose.ts';

const local = (text: string) => new Date(text).getTime();

it('offers an hour from now, tomorrow and Monday at eight', () => {
  expect(timesToChoose(local('2026-11-24T09:12:34'))).toEqual([
    { name: 'in-an-hour', at: local('2026-11-24T10:12:00') },
    { name: 'tomorrow-morning', at: local('2026-11-25T08:00') },
    { name: 'monday-morning', at: local('2026-11-30T08:00') },
  ]);
});

it.each([
  ['a Sunday', '2026-11-29T09:00', ['in-an-hour', 'tomorrow-morning']],
  ['a Monday', '2026-11-30T09:00', ['in-an-hour', 'tomorrow-morning', 'monday-morning']],
])('offers no time twice, and never one that has passed: %s', (_day, text, names) => {
  const now = local(text);
  const offered = timesToChoose(now);
  expect(offered.map(({ name }) => name)).toEqual(names);
  expect(offered.every(({ at }) => at > now)).toBe(true);
});

it('writes and reads a time as the field has it', () => {
  const at = local('2026-11-24T09:05');
  expect(asLocalInput(at)).toBe('2026-11-24T09:05');
  expect(fromLocalInput(asLocalInput(at))).toBe(at);
  expect(fromLocalInput('')).toBeNull();
});
