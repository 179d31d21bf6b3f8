import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const top = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the repository: path from the top with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Every file git tracks or would track that the pattern matches; the same list in a clone and in a working tree. */
export function sourceFiles(pattern: RegExp): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\n'))]
    .filter((path) => pattern.test(path) && existsSync(top + path))
    .map((path) => ({ path, text: readFileSync(top + path, 'utf8') }));
}
