import { expect, it } from 'vitest';

import { compareRates, rateOf } from './rate.ts';

// Reference values: Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I (score method).
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson’s interval of %i in %i', (part, whole, low, high) => {
  const rate = rateOf(part, whole);
  expect(rate.low).toBeCloseTo(low, 4);
  expect(rate.high).toBeCloseTo(high, 4);
});

it('says nothing where there is nothing', () => {
  expect(rateOf(0, 0)).toMatchObject({ share: null, low: 0, high: 1 });
  expect(rateOf(7, 7).high).toBe(1);
});

it.each([
  [rateOf(56, 70), rateOf(48, 80), 'first-higher'],
  [rateOf(48, 80), rateOf(56, 70), 'second-higher'],
  [rateOf(3, 12), rateOf(5, 14), 'too-few'],
  [rateOf(0, 0), rateOf(5, 14), 'too-few'],
  [rateOf(200, 1000), rateOf(210, 1000), 'no-difference'],
] as const)('compares %o with %o', (one, other, verdict) => {
  expect(compareRates(one, other)).toBe(verdict);
});
