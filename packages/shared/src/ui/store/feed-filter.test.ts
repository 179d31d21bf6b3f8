import { expect, it } from 'vitest';

import { conditionsOf, everything, isFiltered } from './feed-filter.ts';

const now = new Date(2026, 10, 23, 14, 30).getTime();

it('asks for everything where nothing is held back', () => {
  expect(conditionsOf(everything, now)).toEqual({});
  expect(conditionsOf({ ...everything, text: '  ' }, now)).toEqual({});
  expect(isFiltered({ ...everything, text: '  ' })).toBe(false);
});

it('puts kind, text and time together', () => {
  const filter = { kind: 'bounces', time: 'today', text: ' doe ' } as const;
  expect(conditionsOf(filter, now)).toEqual({
    kinds: ['bounced'],
    text: 'doe',
    from: new Date(2026, 10, 23).getTime(),
  });
  expect(conditionsOf({ ...filter, time: 'week' }, now).from).toBe(now - 7 * 86_400_000);
});
