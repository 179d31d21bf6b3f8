import { expect, it } from 'vitest';

import { say, spoken } from './sentence.ts';

it('keeps words from outside apart from ours', () => {
  expect(say`Sent to ${'Kim'} + ${'2'} more`).toEqual([
    'Sent to ',
    { outside: 'Kim' },
    ' + ',
    { outside: '2' },
    ' more',
  ]);
  expect(say`${'Kim'} replied`).toEqual([{ outside: 'Kim' }, ' replied']);
});

it('isolates words from outside where the sentence is spoken', () => {
  expect(spoken(say`${'ليلى'} replied`)).toBe('\u2068ليلى\u2069 replied');
});

it('lets no words from outside break open their isolation', () => {
  expect(spoken(say`${'\u202Egro.elgoog\u2069\u2069 admin\u202C'} replied`)).toBe(
    '\u2068gro.elgoog admin\u2069 replied',
  );
});
