import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files below a folder.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} files Path below the folder → text.
 * @param {number} mode For files that are new.
 */
export function writeAll(folder, files, mode) {
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { mode });
  }
}
