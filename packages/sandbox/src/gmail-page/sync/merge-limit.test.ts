import { expect, test } from 'vitest';

import { createMergeLimit } from './merge-limit.ts';

test('1,500 recipients in 24 hours, for each account apart', () => {
  let now = 0;
  const limit = createMergeLimit(() => now);
  expect(limit.take('ana@acme.example', 1500)).toBe(true);
  expect(limit.take('ana@acme.example', 1)).toBe(false);
  expect(limit.take('ben@acme.example', 1)).toBe(true);
  now += 86_400_000;
  expect(limit.take('ana@acme.example', 1)).toBe(true);
});
