import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { run, top } from './run.mjs';
import { giveUp, say } from './say.mjs';

const lock = new URL('package-lock.json', top);
const stamp = new URL('node_modules/.cache/postrider/installed-lock', top);

/** Installs the packages of package-lock.json unless exactly these are installed. Uses nothing but Node's own modules. */
export async function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(`Node ${process.versions.node} is too old. Install Node 20.19 or later and try again.`);
  }
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (npm ci); this is needed once and takes about a minute.');
  if ((await run('npm', ['ci', '--loglevel=notice'])) !== 0) {
    giveUp(
      'npm could not install the packages: see its message above, check the network, and try again.',
    );
  }
  mkdirSync(new URL('./', stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
