/**
 * Fuzzes the bounce detection with mutations of real notices: the project's own, and the corpus where it is there.
 *   npm run fuzz:bounce -- [--seed N] [--minutes M | --cases C]
 * Every case has a seed of its own, counted up from N; what fails is printed with the command that repeats it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { fuzzCase } from './lib/bounce-fuzz.mjs';
import { emlFiles } from './lib/eml-files.mjs';
import { say } from './lib/say.mjs';
import { importTypeScript } from './run-ts.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '1' },
    cases: { type: 'string', default: 'Infinity' },
  },
});
const first = Number(values.seed ?? Date.now() % 1_000_000_000);
const [minutes, cases] = [Number(values.minutes), Number(values.cases)];

const bounce = new URL('../packages/shared/src/domain/bounce/', import.meta.url);
/** @type {typeof import('../packages/shared/src/domain/bounce/detect.ts')} */
const { readNotice } = await importTypeScript(new URL('detect.ts', bounce));
/** @type {typeof import('../packages/shared/src/domain/bounce/testing/notice-faults.ts')} */
const { faultsOf, mostMs } = await importTypeScript(new URL('testing/notice-faults.ts', bounce));

const folders = ['../test/fixtures/mta-notices', '../../shared/corpus/bounce']
  .map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
  .filter((folder) => existsSync(folder));
const samples = emlFiles(folders).map((file) => readFileSync(file, 'latin1'));
say(`Seeds from ${first}; ${samples.length} notices to begin with.`);

const end = performance.now() + minutes * 60_000;
const told = { cases: 0, failed: 0, slowestMs: 0, slowestSeed: first, mostMegabytes: 0 };
let sayAt = performance.now() + 10_000;
while (told.cases < cases && performance.now() < end) {
  tryCase(first + told.cases);
  told.cases += 1;
  if (performance.now() > sayAt) {
    say(`${told.cases} cases, next seed ${first + told.cases}`);
    sayAt = performance.now() + 10_000;
  }
}
say(
  `${told.cases} cases (seeds ${first} to ${first + told.cases - 1}), ${told.failed} failed; ` +
    `slowest ${told.slowestMs.toFixed(1)} ms (seed ${told.slowestSeed}), heap at most ${told.mostMegabytes.toFixed(0)} MB`,
);
if (told.failed > 0) process.exitCode = 1;

/** @param {number} seed */
function tryCase(seed) {
  const { raw, made } = fuzzCase(seed, samples);
  const fault = faultIn(raw, seed);
  told.mostMegabytes = Math.max(told.mostMegabytes, process.memoryUsage().heapUsed / 1_048_576);
  if (fault === null) return;
  told.failed += 1;
  say(`Failed: ${fault}. npm run fuzz:bounce -- --seed ${seed} --cases 1   (${made.join(', ')})`);
}

/**
 * @param {Uint8Array} raw
 * @param {number} seed
 * @returns {string | null}
 */
function faultIn(raw, seed) {
  try {
    let best = Number.POSITIVE_INFINITY;
    // A slow reading is repeated, because a busy machine is not the reader's fault.
    for (let attempt = 0; attempt < 5 && best > mostMs / 5; attempt += 1) {
      const start = performance.now();
      readNotice(raw);
      best = Math.min(best, performance.now() - start);
    }
    if (best > told.slowestMs) Object.assign(told, { slowestMs: best, slowestSeed: seed });
    const faults = faultsOf(readNotice(raw));
    if (best > mostMs) return `${best.toFixed(0)} ms`;
    return faults.length > 0 ? faults.join(', ') : null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
