import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { Fault } from './fault.mjs';

/**
 * Copies the built extension and makes the copy the company's own: its key (and so its id and its OAuth
 * redirect), its update address, and its version where one is given. Gives the version.
 * @param {{ from: string, to: string, publicKey: Buffer, updateUrl: string, version: string | undefined }} copy
 * @returns {string}
 */
export function makeCompanyCopy({ from, to, publicKey, updateUrl, version }) {
  const built = join(from, 'manifest.json');
  if (!existsSync(built)) {
    throw new Fault(`There is no built extension in ${from}. Run it again without --no-build.`);
  }
  const manifest = JSON.parse(readFileSync(built, 'utf8'));
  // Chrome refuses a package with a file missing, and says so to nobody.
  const missing = namedFiles(manifest).filter((file) => !existsSync(join(from, file)));
  if (missing.length > 0) {
    throw new Fault(
      `The built extension in ${from} is not whole: ${missing.join(', ')} missing. ` +
        'Run it again without --no-build.',
    );
  }
  // Chromium writes `_metadata` into an unpacked extension that it has loaded, and refuses it in a package.
  cpSync(from, to, { recursive: true, filter: (path) => basename(path) !== '_metadata' });
  const own = {
    ...manifest,
    version: version ?? manifest.version,
    key: publicKey.toString('base64'),
    update_url: updateUrl,
  };
  writeFileSync(join(to, 'manifest.json'), `${JSON.stringify(own, null, 2)}\n`);
  return own.version;
}

/**
 * Every file of its own that a manifest names, at any depth.
 * @param {unknown} part
 * @returns {readonly string[]}
 */
function namedFiles(part) {
  if (typeof part === 'string') {
    return /^[^*:]+\.(html|js|json|png)$/.test(part) ? [part] : [];
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(namedFiles) : [];
}
