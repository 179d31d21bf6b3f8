import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes a file tree for one server and gives its path: the machine's own, the unpacked packages over it, the server's
 * configuration over that. What is written lands in memory and is gone with the mount namespace.
 * @param {import('./mta/mta.mjs').Mta} mta
 * @param {string} folder an empty one
 * @param {string} packages where the packages are unpacked
 */
export function makeTree(mta, folder, packages) {
  const root = join(folder, 'root');
  const written = join(folder, 'written');
  mkdirSync(root);
  mkdirSync(written);
  mustRun('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', written]);
  mkdirSync(join(written, 'upper'));
  mkdirSync(join(written, 'work'));
  // As a layer of its own it would lie within the lowest one, which overlayfs refuses.
  mustRun('cp', ['--archive', `${packages}/.`, join(written, 'upper')]);
  const layers = `lowerdir=/,upperdir=${written}/upper,workdir=${written}/work`;
  mustRun('mount', ['-t', 'overlay', '-o', layers, 'overlay', root]);
  mustRun('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
  mustRun('mount', ['--rbind', '/dev', join(root, 'dev')]);
  mustRun('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', join(root, 'run')]);
  // A symbolic link (resolv.conf often is one) must give way to the file, not be followed.
  for (const path of ['etc/resolv.conf', 'etc/hosts']) rmSync(join(root, path), { force: true });
  for (const part of ['common', mta.name]) {
    cpSync(fileURLToPath(new URL(`root/${part}`, import.meta.url)), root, { recursive: true });
  }
  for (const { name, id, home = '/nonexistent' } of mta.accounts) {
    appendFileSync(join(root, 'etc/passwd'), `${name}:x:${id}:${id}::${home}:/usr/sbin/nologin\n`);
    appendFileSync(join(root, 'etc/group'), `${name}:x:${id}:\n`);
  }
  return root;
}

/**
 * Runs a command to its end. Throws with its words when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function mustRun(command, args) {
  const { status, error, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  const words = error?.message ?? `${stderr}${stdout}`.trim();
  throw new Error(`${command} ${args.join(' ')}: ${words || `ended with ${status}`}`);
}
