import { expect, it } from 'vitest';

import { retryTimeIn } from './retry-time.ts';

it('finds the time that Google names', () => {
  const words = 'User-rate limit exceeded.  Retry after 2026-10-05T12:34:56.789Z (Mail sending)';
  expect(retryTimeIn(words)).toBe(Date.UTC(2026, 9, 5, 12, 34, 56));
});

it.each(['550 5.4.5 Daily user sending limit exceeded.', 'Retry after 2026-13-05T12:34:56Z', ''])(
  'finds none in "%s"',
  (words) => expect(retryTimeIn(words)).toBeNull(),
);
