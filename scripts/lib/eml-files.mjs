import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The .eml files that paths name: a file as it is, a folder with all folders in it, in the order of their names.
 * Throws what the file system says where a path does not exist.
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
export function emlFiles(paths) {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.toLowerCase().endsWith('.eml'))
      .toSorted()
      .map((name) => join(path, name));
  });
}
