import { expect, it } from 'vitest';

import { sampleBudget } from '../gallery/sample-lists.ts';
import { english } from '../messages/en.ts';
import { budgetLine, nextFree } from './budget-words.ts';

const now = Date.UTC(2026, 10, 23, 14, 30);
const messages = english({ mail: 'Gmail', provider: 'Google' });
const line = (used: number, complete = true) =>
  budgetLine(sampleBudget(now, used, complete), messages, String, () => 'noon');

it.each([
  [588, true, '1412 of 2000 left in 24 h'],
  [1600, true, 'Close to the limit: 400 of 2000 left in 24 h'],
  [2000, true, 'Nothing left in 24 h; some frees up at noon'],
  [420, false, 'Counting… at most 1580 of 2000 left in 24 h'],
  [2000, false, 'Nothing left in 24 h; some frees up at noon'],
])('%i sent, counted to the end: %s', (used, complete, words) => {
  expect(line(used, complete)).toBe(words);
});

const next = (used: number) => nextFree(sampleBudget(now, used), messages, String, () => 'noon');

it('says what frees up next, and that nothing does', () => {
  expect(next(10)).toBe('2 messages at noon');
  expect(next(1)).toBe('1 message at noon');
  expect(next(0)).toBe('Nothing: no mail was sent in the last 24 h');
});
