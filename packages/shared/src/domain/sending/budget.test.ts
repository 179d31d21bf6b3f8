import { expect, it } from 'vitest';

import { budgetOf } from './budget.ts';
import { gmailMessageLimits, messageLimitOf } from './limits.ts';

const dayMs = 24 * 3_600_000;
const now = 100 * dayMs;
const limit = { ...gmailMessageLimits.workspace, max: 10 };

function budget(sentAt: readonly number[], change: { undated?: number; company?: number } = {}) {
  const { undated = 0, company } = change;
  return budgetOf(limit, { sentAt, undated, complete: true, countedAt: now }, now, company);
}

it('counts what left in the last 24 hours, up to the very end of them', () => {
  expect(budget([now - dayMs, now - dayMs + 1, now]).used).toBe(2);
});

it('says when the oldest leave the window, and how many', () => {
  const oldest = now - dayMs / 2;
  expect(budget([now, oldest + 59_999, oldest, oldest + 60_000])).toMatchObject({
    nextFreesAt: oldest + dayMs,
    nextFrees: 2,
  });
  expect(budget([])).toMatchObject({ nextFreesAt: null, nextFrees: 0, left: 10 });
});

it('counts what has no date yet', () => {
  expect(budget([now], { undated: 3 })).toMatchObject({ used: 4, left: 6 });
});

it.each([
  [7, 'none'],
  [8, 'near'],
  [10, 'over'],
  [12, 'over'],
] as const)('after %i of 10 warns: %s', (undated, warn) => {
  expect(budget([], { undated })).toMatchObject({ warn, left: Math.max(0, 10 - undated) });
});

it('is lowered by the company and never raised', () => {
  expect(budget([], { company: 4 })).toMatchObject({ max: 4, lowered: true });
  expect(budget([], { company: 40 })).toMatchObject({ max: 10, lowered: false });
});

it('knows the edition by the address', () => {
  expect(messageLimitOf('ana@Gmail.com').max).toBe(500);
  expect(messageLimitOf('ana@googlemail.com').edition).toBe('gmail.com');
  expect(messageLimitOf('ana@acme.example')).toMatchObject({ max: 2000, edition: 'workspace' });
});
