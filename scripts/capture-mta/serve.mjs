import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { mustRun } from './tree.mjs';
import { waitFor } from './wait-for.mjs';
import { underCapture } from './world.mjs';

/** What remains of root's rights where a program demands to be started as root. */
const rootsRest =
  '-all,+chown,+dac_override,+dac_read_search,+fowner,+fsetid,+kill,+setgid,+setuid,+sys_chroot';

const answersWithinMs = 15_000;

/**
 * Starts a server in its file tree and waits until it greets. Throws with its own words when it does not.
 * @param {import('./mta/mta.mjs').Mta} mta
 * @param {string} root
 */
export async function start(mta, root) {
  for (const command of mta.prepare) mustRun('chroot', [root, ...command]);
  const rights =
    mta.runAs === null
      ? [`--bounding-set=${rootsRest}`]
      : [`--reuid=${mta.runAs}`, `--regid=${mta.runAs}`, '--clear-groups', '--no-new-privs'];
  const child = spawn('chroot', [root, 'setpriv', ...rights, '--', ...mta.serve], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/sbin:/usr/bin', LANG: 'C', TZ: 'UTC' },
  });
  let spoken = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (spoken += text));
  const ended = () => child.exitCode !== null;
  const log = () => {
    const file = mta.log && join(root, mta.log);
    return `${spoken}${file && existsSync(file) ? readFileSync(file, 'utf8') : ''}`.trim();
  };
  const up = await waitFor(async () => ended() || (await greets()), answersWithinMs);
  if (!up || ended()) throw new Error(`${mta.serve.join(' ')} did not come up: ${log()}`);
  return { ended, log };
}

/**
 * Makes the server try its queue again, where it does not do so by itself.
 * @param {import('./mta/mta.mjs').Mta} mta
 * @param {string} root
 */
export function push(mta, root) {
  if (mta.pushQueue) spawnSync('chroot', [root, ...mta.pushQueue]);
}

async function greets() {
  const socket = connect(underCapture.port, underCapture.address);
  try {
    const [greeting] = await once(socket, 'data');
    return String(greeting).startsWith('220');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
