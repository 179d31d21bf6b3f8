/**
 * `npm run test:faults [-- --runs N] [--seed N]`: plays a thousand runs of each sender with faults at every await
 * (test/faults) and prints the seeds of those that failed. With `--seed N --runs 1` one of them is played again.
 */
import { parseArgs } from 'node:util';

import { run } from './lib/run.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const { runs, seed } = values;
const story = runs === '1' ? { FAULT_STORY: 'yes' } : {};
process.exitCode = await run(
  'npx',
  ['vitest', 'run', '--project', 'unit', 'test/faults/faults.test.ts'],
  { stdout: 'stdout', env: { FAULT_RUNS: runs, FAULT_SEED: seed, ...story } },
);
