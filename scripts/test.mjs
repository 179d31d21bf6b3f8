/** `npm test`: installs what is missing, builds, runs every test, and closes with the totals over all runners. */
import { fileURLToPath } from 'node:url';

import { buildAll } from './lib/build.mjs';
import { ensurePackages } from './lib/packages.mjs';
import {
  clearReports,
  closingLine,
  keepTotals,
  playwrightTotals,
  reportFile,
  sum,
  vitestTotals,
} from './lib/results.mjs';
import { run } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';

await ensurePackages();
const { ensureChromium } = await import('./chromium.mjs');
try {
  say(`Browser: ${ensureChromium()}`);
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
clearReports();
await buildAll();

const vitestReport = reportFile('vitest');
const vitestFlags = [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${fileURLToPath(vitestReport)}`,
];
const vitestCode = await run('npx', ['vitest', 'run', ...vitestFlags], { stdout: 'stdout' });

const playwrightReport = reportFile('playwright');
const playwrightCode = await run('npx', ['playwright', 'test', '--reporter=list,json'], {
  stdout: 'stdout',
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: fileURLToPath(playwrightReport) },
});

const totals = sum([
  atLeastOneFailure(vitestTotals(vitestReport), vitestCode),
  atLeastOneFailure(playwrightTotals(playwrightReport), playwrightCode),
]);
keepTotals(totals);
console.log(closingLine(totals));
process.exitCode = totals.failed === 0 ? 0 : 1;

/**
 * A runner that ends badly without a failed test (a crash, an unhandled error) must not look green.
 * @param {import('./lib/results.mjs').Totals} counted
 * @param {number} exitCode
 */
function atLeastOneFailure(counted, exitCode) {
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
