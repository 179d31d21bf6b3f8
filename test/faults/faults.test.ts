import { beforeAll, describe, expect, test } from 'vitest';

import { openStores } from '../contract/support/stores.ts';
import { newPlaces } from './fault-line.ts';
import { play, type Play } from './play.ts';
import { senders } from './senders.ts';

/** `npm test` plays thirty of each; `npm run test:faults` a thousand. */
const runs = Number(process.env['FAULT_RUNS'] ?? 30);
const firstSeed = Number(process.env['FAULT_SEED'] ?? 1);

let guard: Play['guard'];

beforeAll(async () => {
  guard = { ...(await openStores()), policy: { read: async () => ({}), onChange: () => {} } };
});

describe.each(senders)('%s', (sender) => {
  test(
    `${runs} runs with faults: everybody once or reported, no limit broken, in order`,
    {
      timeout: 1_800_000,
    },
    async ({ annotate }) => {
      const places = newPlaces();
      const failures: string[] = [];
      let [served, reported] = [0, 0];
      for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
        const verdict = await play({ sender, seed, places, guard });
        served += verdict.served;
        reported += verdict.reported;
        if (verdict.problems.length > 0) {
          const story = process.env['FAULT_STORY'] ? verdict.struck : [];
          failures.push([`seed ${seed}: ${verdict.problems.join('; ')}`, ...story].join('\n  '));
        }
      }
      const share = places.hit.size / places.seen.size;
      const words = `${places.hit.size} of ${places.seen.size} awaits struck (${(100 * share).toFixed(1)} %), ${served} served, ${reported} reported`;
      await annotate(words);
      if (process.env['FAULT_RUNS']) console.log(`${sender}: ${words}`);
      expect(failures).toEqual([]);
    },
  );
});
