import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { type SourceFile, top } from './source-files.ts';

/** What a file imports: another file of ours, a package, or Node (`node:`). */
export type Import =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string };

const specifier =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every import of a file, types included; a door of one of our packages counts as the file behind it. */
export function importsOf(file: SourceFile): readonly Import[] {
  return [...file.text.matchAll(specifier)].map((found) =>
    resolve(file.path, found[1] ?? found[2] ?? ''),
  );
}

function resolve(from: string, name: string): Import {
  const bare = name.replace(/\?.*$/, '');
  if (bare.startsWith('.')) {
    return { kind: 'file', path: posix.normalize(posix.join(posix.dirname(from), bare)) };
  }
  const own = /^@postrider\/([^/]+)\/?(.*)$/.exec(bare);
  if (own) return { kind: 'file', path: behindDoor(own[1] ?? '', own[2] ?? '') };
  if (bare.startsWith('node:')) return { kind: 'package', name: 'node:' };
  const scoped = bare.startsWith('@');
  return {
    kind: 'package',
    name: bare
      .split('/')
      .slice(0, scoped ? 2 : 1)
      .join('/'),
  };
}

function behindDoor(packageName: string, door: string): string {
  const folder = `packages/${packageName}`;
  const manifest: unknown = JSON.parse(readFileSync(`${top}${folder}/package.json`, 'utf8'));
  const doors = field(manifest, 'exports');
  const target = field(doors, door === '' ? '.' : `./${door}`);
  const path =
    typeof target === 'string' ? target : (field(target, 'types') ?? field(target, 'default'));
  if (typeof path !== 'string') throw new Error(`${packageName} has no door "./${door}"`);
  return posix.normalize(posix.join(folder, path));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
