import { run } from './run.mjs';
import { giveUp, say } from './say.mjs';

/** Builds every package that has something to build. */
export async function buildAll() {
  say('Building the extension, the add-in and the sandbox.');
  if ((await run('npm', ['run', 'build', '--loglevel=notice'])) !== 0) {
    giveUp('The build failed: see the message above.');
  }
}
