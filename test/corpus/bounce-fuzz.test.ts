import { readdirSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { readNotice } from '../../packages/shared/src/domain/bounce/detect.ts';
import { faultsOf, mostMs } from '../../packages/shared/src/domain/bounce/testing/notice-faults.ts';
import { fuzzCase } from '../../scripts/lib/bounce-fuzz.mjs';

const folder = new URL('../fixtures/mta-notices/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(new URL(name, folder), 'latin1'));

/** New ones each day, the same for everybody that day; `npm run fuzz:bounce -- --seed N` runs for longer. */
const first = Math.floor(Date.now() / 86_400_000) * 1000;

it(`bears 300 mutations of captured notices, seeds from ${first}`, () => {
  const failed = Array.from({ length: 300 }, (_, index) => first + index).flatMap((seed) => {
    const { raw, made } = fuzzCase(seed, samples);
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5 && best > mostMs; attempt += 1) {
      const start = performance.now();
      readNotice(raw);
      best = Math.min(best, performance.now() - start);
    }
    const faults = [...faultsOf(readNotice(raw)), ...(best > mostMs ? [`${best} ms`] : [])];
    return faults.length === 0 ? [] : [{ seed, made, faults }];
  });
  expect(failed).toEqual([]);
});
