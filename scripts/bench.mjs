/**
 * `npm run bench [-- --only NAME] [--no-build]`: measures the figures of docs/figures.md and prints one table. It
 * judges nobody: the exit code is 1 only where a figure could not be measured.
 */
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { ensureChromium } from './chromium.mjs';
import { buildAll } from './lib/build.mjs';
import { run, top } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';
import { importTypeScript } from './run-ts.mjs';

/** @typedef {import('./bench/figure.ts').Figure} Figure */

/** @type {typeof import('./bench/benches.ts')} */
const { benches } = await importTypeScript(new URL('./bench/benches.ts', import.meta.url));
/** @type {typeof import('./bench/table.ts')} */
const { showTable } = await importTypeScript(new URL('./bench/table.ts', import.meta.url));
/** @type {typeof import('./bench/throttle/compare.ts')} */
const { compareThrottles } = await importTypeScript(
  new URL('./bench/throttle/compare.ts', import.meta.url),
);
const names = [...Object.keys(benches), 'sizes', 'throttles', 'bounce'];
const { only, build } = readOptions();

const chromium = ensureChromium();
if (build) await buildAll();
const places = {
  top: fileURLToPath(top),
  chromium,
  extension: fileURLToPath(new URL('packages/gmail-extension/dist/', top)),
};
console.log(machine());

/** @type {Figure[]} */
const figures = [];
for (const name of only === undefined ? names : [only]) {
  if (name === 'bounce' || name === 'throttles') continue;
  say(`Measuring: ${name}`);
  try {
    const bench = benches[name];
    figures.push(...(bench === undefined ? sizes() : await bench(places)));
  } catch (error) {
    process.exitCode = 1;
    say(`Could not be measured: ${name}. ${error instanceof Error ? error.stack : String(error)}`);
  }
}
if (figures.length > 0) console.log(showTable(figures));
if (only === undefined || only === 'throttles') console.log(`\n${compareThrottles()}`);
if (only === undefined || only === 'bounce') {
  const code = await run('node', ['scripts/bench-bounce.mjs'], { quiet: true, stdout: 'stdout' });
  if (code !== 0) process.exitCode = 1;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, 'no-build': { type: 'boolean', default: false } },
    });
    if (values.only !== undefined && !names.includes(values.only)) {
      giveUp(`There is no bench "${values.only}". There are: ${names.join(', ')}.`);
    }
    return { only: values.only, build: !values['no-build'] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return giveUp(`${reason}\nUse: npm run bench [-- --only NAME] [--no-build]`);
  }
}

function machine() {
  const cores = cpus();
  const version = spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return [
    `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${process.platform} ${process.arch}`,
    `Node ${process.versions.node}, ${version}`,
    new Date().toISOString().slice(0, 10),
  ].join('\n');
}

/** The bundle budgets of .size-limit.json, gzip. @returns {Figure[]} */
function sizes() {
  const { stdout, stderr } = spawnSync('npx', ['size-limit', '--json'], {
    cwd: top,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  /** @type {{ name: string, size: number, sizeLimit: number }[]} */
  let entries;
  try {
    entries = JSON.parse(stdout);
  } catch {
    throw new Error(`size-limit gave no sizes. ${stderr}`);
  }
  return entries.map(({ name, size, sizeLimit }) => ({
    figure: `size: ${name}`,
    measured: size / 1000,
    unit: 'kB gzip',
    limit: sizeLimit / 1000,
  }));
}
