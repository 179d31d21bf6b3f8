import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sandbox package's folder: found from its source, and from a bundle of it that scripts keep below the project. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  for (const candidate of [folder, join(folder, 'packages/sandbox')]) {
    if (existsSync(join(candidate, 'fixtures/gmail'))) return candidate;
  }
  if (dirname(folder) === folder) throw new Error('The sandbox does not find its own files.');
  return findRoot(dirname(folder));
}
