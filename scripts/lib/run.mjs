import { spawn } from 'node:child_process';

import { say } from './say.mjs';

/** The repository's top folder, where every command runs. */
export const top = new URL('../../', import.meta.url);

/**
 * Runs a command to its end, its output passed on to stderr unless `stdout` says otherwise.
 * Gives the exit code; a signal or a program that is not there counts as 1.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, stdout?: 'stderr' | 'stdout', env?: Record<string, string> }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  if (!options.quiet) say(`> ${command} ${args.join(' ')}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: top,
      stdio: ['ignore', options.stdout === 'stdout' ? 1 : 2, 2],
      env: { ...process.env, ...options.env },
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
