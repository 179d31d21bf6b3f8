/** `npm run pack`: builds and signs the extension, and writes what an admin hosts and rolls out (docs/admin.md). */
import { Fault } from './lib/pack/fault.mjs';
import { readOptions } from './lib/pack/options.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { run } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';

try {
  // npm runs scripts in the repository; the paths a person typed count from where they stood.
  const options = readOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (options.build) {
    await ensurePackages();
    say('Building the extension.');
    if ((await run('npm', ['run', 'build', '--workspace=@postrider/gmail-extension'])) !== 0) {
      throw new Fault('The build failed: see the message above.');
    }
  }
  const { pack } = await import('./lib/pack/pack.mjs');
  const { report } = await import('./lib/pack/report.mjs');
  console.log(report(await pack(options), options));
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  giveUp(error.message);
}
