import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import crx3 from 'crx3';

/**
 * Packs a folder into a signed crx (CRX3, RSA with SHA-256).
 * @param {{ folder: string, keyPath: string, crxPath: string }} paths
 */
export async function writeCrx({ folder, keyPath, crxPath }) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  await crx3(files, { keyPath, crxPath });
  if (!existsSync(crxPath)) throw new Error('crx3 wrote nothing.');
}
