import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../package-root.ts';

const folder = join(packageRoot, 'fixtures/gmail/inboxsdk-sync');

/** A body of Gmail's own sync traffic, as recorded; `name` as in `cvOnSend_request`. */
export function recording(name: string): string {
  return readFileSync(join(folder, `2022-09-09-${name}.json`), 'utf8');
}

/** The names of all recordings that end in this way. */
export function recordings(ending: string): readonly string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/^2022-09-09-|\.json$/g, ''))
    .filter((name) => name.includes(ending));
}

/** Where a value is an array: which of its places are filled, and what is in them, to the same depth. */
export function shapeOf(value: unknown, depth: number): unknown {
  if (!Array.isArray(value)) return value === null ? null : typeof value;
  if (depth === 0) return 'array';
  return Object.fromEntries(
    value.flatMap((inner, place) => (inner === null ? [] : [[place, shapeOf(inner, depth - 1)]])),
  );
}
