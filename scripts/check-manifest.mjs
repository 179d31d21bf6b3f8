/** `npm run check:manifest`: checks the repository's manifest.xml without any web service (scripts/lib/manifest). */
import { existsSync, readFileSync } from 'node:fs';

import { checkManifest, checkReport } from './lib/manifest/check.mjs';
import { run, top } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';

if (!existsSync(new URL('packages/outlook-addin/dist/commands.js', top))) {
  const built = await run('npm', ['run', 'build', '--workspace=@postrider/outlook-addin']);
  if (built !== 0) giveUp('The add-in could not be built: see the message above.');
}
const checks = await checkManifest(readFileSync(new URL('manifest.xml', top), 'utf8'));
console.log(checkReport(checks));
if (checks.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
