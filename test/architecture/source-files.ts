import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const top = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the repository: path from the top with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What is made, not written; the same names stand in .gitignore. */
const made = new Set(['.git', 'node_modules', 'dist', 'test-results', 'playwright-report', 'demo']);

/** Every written file that the pattern matches. Read from the folders, so that it needs no git. */
export function sourceFiles(pattern: RegExp): readonly SourceFile[] {
  return below('')
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(top + path, 'utf8') }));
}

function below(folder: string): readonly string[] {
  return readdirSync(top + folder, { withFileTypes: true }).flatMap((entry) => {
    if (made.has(entry.name)) return [];
    const path = folder + entry.name;
    return entry.isDirectory() ? below(`${path}/`) : [path];
  });
}
