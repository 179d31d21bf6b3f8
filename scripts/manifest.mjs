/** `npm run manifest`: writes a company's copy of manifest.xml and checks it (docs/admin.md). */
import { readFileSync, writeFileSync } from 'node:fs';

import { Fault } from './lib/pack/fault.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { top } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';

try {
  const { readManifestOptions } = await import('./lib/manifest/options.mjs');
  // npm runs scripts in the repository; the paths a person typed count from where they stood.
  const options = readManifestOptions(
    process.argv.slice(2),
    process.env['INIT_CWD'] ?? process.cwd(),
  );
  await ensurePackages();
  const { companyCopy } = await import('./lib/manifest/company-copy.mjs');
  const { checkManifest, checkReport } = await import('./lib/manifest/check.mjs');
  const xml = companyCopy(readFileSync(new URL('manifest.xml', top), 'utf8'), options);
  const checks = await checkManifest(xml);
  if (checks.some(({ faults }) => faults.length > 0)) {
    throw new Fault(
      `Nothing was written, because the manifest would be wrong:\n${checkReport(checks)}`,
    );
  }
  writeFileSync(options.out, xml);
  console.log(`${checkReport(checks)}\n\nWritten: ${options.out}`);
  console.log(`Put what is in packages/outlook-addin/dist on ${options.host.href}`);
  if (options.clientId === undefined) {
    console.log(
      'No client id: for an Exchange Server on-premises. Exchange Online needs --client-id.',
    );
  }
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  giveUp(error.message);
}
