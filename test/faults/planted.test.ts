import { beforeAll, expect, test } from 'vitest';

import { openStores } from '../contract/support/stores.ts';
import { newPlaces } from './fault-line.ts';
import { play, type Play } from './play.ts';
import type { Sender } from './senders.ts';

let guard: Play['guard'];

beforeAll(async () => {
  guard = { ...(await openStores()), policy: { read: async () => ({}), onChange: () => {} } };
});

/** Runs after which a bug that nobody has found counts as missed. */
const mostRuns = 60;

async function firstFound(sender: Sender, planted: NonNullable<Play['planted']>, words: RegExp) {
  for (let seed = 1; seed <= mostRuns; seed += 1) {
    const { problems } = await play({ sender, seed, places: newPlaces(), guard, planted });
    const found = problems.find((problem) => words.test(problem));
    if (found !== undefined) return found;
  }
  return null;
}

test.each([
  ['gmail', 'no-look-up', / times$/],
  ['gmail', 'no-lease', / times$/],
] as const)('%s: the harness finds %s', { timeout: 300_000 }, async (sender, planted, words) => {
  expect(await firstFound(sender, planted, words)).not.toBeNull();
});
