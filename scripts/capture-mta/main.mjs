/**
 * `npm run capture:mta [-- NAME…]`: lets real mail servers write the notices in test/fixtures/mta-notices.
 * For root on Debian; nothing is installed, and nothing leaves the machine but the download of the packages.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { giveUp, say } from '../lib/say.mjs';
import { mtas } from './mta/mta.mjs';
import { unpack } from './packages.mjs';
import { table } from './table.mjs';
import { mustRun } from './tree.mjs';

/** @typedef {import('./table.mjs').Outcome} Outcome */

const fixtures = fileURLToPath(new URL('../../test/fixtures/mta-notices/', import.meta.url));
const namespaces = ['--mount', '--net', '--uts', '--ipc', '--pid', '--fork', '--kill-child'];

const asked = process.argv.slice(2);
const chosen = mtas.filter((mta) => asked.length === 0 || asked.includes(mta.name));
if (chosen.length === 0) giveUp(`Name some of: ${mtas.map((mta) => mta.name).join(', ')}.`);
if (process.getuid?.() !== 0 || !/^ID=debian$/m.test(read('/etc/os-release'))) {
  giveUp(
    'This needs root on Debian: it unpacks Debian’s packages and makes a network of its own for them.',
  );
}

refreshPackageLists();
const outcomes = chosen.map(capture);
keepRecord(outcomes);
console.log(table(outcomes));
process.exitCode = outcomes.every((one) => one.captured.length > 0) ? 0 : 1;

function refreshPackageLists() {
  say('Reading Debian’s package lists.');
  try {
    mustRun('apt-get', ['update', '--quiet']);
  } catch (error) {
    say(`Those that are here must do: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {import('./mta/mta.mjs').Mta} mta @returns {Outcome} */
function capture(mta) {
  const folder = mkdtempSync(join(tmpdir(), `capture-${mta.name}-`));
  const results = join(folder, 'results');
  let version = 'unknown';
  try {
    mkdirSync(results);
    const packages = unpack(mta.debianPackage, folder);
    version = packages.version;
    const who = mta.runAs ?? 'root without most of its rights, since it demands root';
    say(`Capturing ${mta.name} ${version}, run as ${who}, on loopback only.`);
    const answer = inside([mta.name, folder, packages.path, results]);
    for (const file of readdirSync(results))
      copyFileSync(join(results, file), join(fixtures, file));
    return { mta: mta.name, version, ...answer };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { mta: mta.name, version, captured: [], words };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} args @returns {{ captured: readonly string[], words: string }} */
function inside(args) {
  const script = fileURLToPath(new URL('inside.mjs', import.meta.url));
  const child = spawnSync('unshare', [...namespaces, process.execPath, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (child.stderr) say(child.stderr.trim());
  if (child.status === 0) return JSON.parse(child.stdout);
  throw child.error ?? new Error(/^Error: (.+)$/m.exec(child.stderr)?.[1] ?? child.stderr.trim());
}

/** Which version wrote the notices that lie there, and when. @param {readonly Outcome[]} latest */
function keepRecord(latest) {
  const file = join(fixtures, 'captured.json');
  const earlier = JSON.parse(read(file) || '{}');
  const capturedAt = new Date().toISOString().slice(0, 10);
  const fresh = latest
    .filter((one) => one.captured.length > 0)
    .map((one) => [one.mta, { version: one.version, capturedAt }]);
  writeFileSync(file, `${JSON.stringify({ ...earlier, ...Object.fromEntries(fresh) }, null, 2)}\n`);
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
