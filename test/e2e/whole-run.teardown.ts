import { expect, test } from '@playwright/test';

import { chromiumHosts, keptRequests, strayHosts } from '../support/requests-of-run.ts';

test('in the whole run every request of pages and extension went to the four names', () => {
  const kept = keptRequests();
  test.skip(kept.length === 0, 'no test with a browser ran');
  const total = kept.reduce((sum, { byProgram }) => sum + byProgram.length, 0);
  const own = [...chromiumHosts(kept)].map(([host, count]) => `${host} (${count})`).toSorted();
  console.log(`${total} requests of pages and extension.`);
  if (own.length > 0) console.log(`Chromium itself asked, and got 502: ${own.join(', ')}.`);
  expect(kept.flatMap(strayHosts)).toEqual([]);
  expect(total).toBeGreaterThan(0);
});
