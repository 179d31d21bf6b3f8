import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { say } from '../lib/say.mjs';
import { mustRun } from './tree.mjs';

/**
 * Downloads a Debian package with what it needs and this machine lacks, and unpacks all of it into a folder. Nothing
 * is installed: servers that exclude each other stand side by side. Gives the package's version.
 * @param {string} name
 * @param {string} folder an empty one
 */
export function unpack(name, folder) {
  const downloads = join(folder, 'downloads');
  const unpacked = join(folder, 'unpacked');
  for (const path of [downloads, unpacked]) mkdirSync(path);
  const wanted = missing(name);
  say(`Downloading ${wanted.join(', ')}.`);
  mustRun('sh', ['-c', 'cd "$0" && exec apt-get download --quiet "$@"', downloads, ...wanted]);
  for (const file of readdirSync(downloads))
    mustRun('dpkg', ['-x', join(downloads, file), unpacked]);
  mergeUsr(unpacked);
  return { path: unpacked, version: versionOf(name) };
}

/** The package and those of its dependencies that are not installed; recommended ones are left out. @param {string} name */
function missing(name) {
  const plan = mustRun('apt-get', ['install', '--simulate', '--no-install-recommends', name]);
  const listed = [...plan.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] ?? '');
  return [...new Set([name, ...listed])];
}

/** @param {string} name */
function versionOf(name) {
  const shown = mustRun('apt-cache', ['show', '--no-all-versions', name]);
  return /^Version: (.+)$/m.exec(shown)?.[1] ?? 'unknown';
}

/** Old packages still hold /bin, /sbin and /lib, which are links into /usr on the machine and would hide them. @param {string} folder */
function mergeUsr(folder) {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    const from = join(folder, name);
    if (!existsSync(from)) continue;
    cpSync(from, join(folder, 'usr', name), { recursive: true });
    rmSync(from, { recursive: true });
  }
}
