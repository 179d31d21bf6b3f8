import type { KeyValues } from '../../storage/key-values.ts';

const key = 'device';

/**
 * This browser's own name, by which the lease in the mailbox tells two computers of a rep apart. It says nothing about the
 * computer; one that was lost is made anew, and counts as another computer.
 */
export function deviceName(kept: KeyValues, newId: () => string): string {
  const known = kept.read(key) ?? '';
  if (/^[\w-]{1,40}$/.test(known)) return known;
  const made = newId();
  kept.write(key, made);
  return made;
}
