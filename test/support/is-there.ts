import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Whether something that is not part of the repository, below `../shared`, is on this machine. Where it is not, says in
 * the report what is missing, and where it would lie: `npm test` shows it beside the count of what was skipped.
 */
export function isThere(path: string, what: string): boolean {
  if (existsSync(path)) return true;
  process.stderr.write(`Skipped: ${what} is not at ${path}.\n`);
  return false;
}

/** Where a provider's own description lies, by its file's name. */
export function contractAt(name: string): string {
  return fileURLToPath(new URL(`../../../shared/contracts/${name}`, import.meta.url));
}
