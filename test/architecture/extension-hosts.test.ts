import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import {
  quiet,
  type Replacement,
  replacements,
} from '../../packages/gmail-extension/build/inboxsdk-replacements.ts';
import { foreignHosts } from '../../packages/gmail-extension/build/quiet-inboxsdk.ts';

const extension = new URL('../../packages/gmail-extension/', import.meta.url);
const published = createRequire(new URL('package.json', extension));

function code(file: Replacement['file']): string {
  return readFileSync(published.resolve(`@inboxsdk/core/${file}`), 'utf8');
}

/** Every file under a folder of the extension. */
function files(folder: string): readonly URL[] {
  return (
    readdirSync(new URL(folder, extension), { recursive: true, withFileTypes: true })
      // Chromium keeps its own copy of the rules in `_metadata` of an unpacked extension that it has loaded.
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('/_metadata'))
      .map((entry) => new URL(`file://${entry.parentPath}/${entry.name}`))
  );
}

describe.each(['inboxsdk.js', 'pageWorld.js'] as const)('%s', (file) => {
  it('names its maker as published, and no longer once quiet', () => {
    expect(code(file)).toMatch(foreignHosts);
    expect(quiet(file, code(file))).not.toMatch(foreignHosts);
  });

  it.each(replacements.filter((each) => each.file === file))(
    'fails the build when "$name" is gone',
    ({ name, pattern }) => {
      expect(() => quiet(file, code(file).replace(pattern, ''))).toThrow(name);
    },
  );
});

it('names these hosts in the rules that block them, and in no other file that ships', () => {
  const shipped = [
    ...files('public/'),
    ...(existsSync(new URL('dist/', extension)) ? files('dist/') : []),
  ];
  const naming = shipped.filter((file) => foreignHosts.test(readFileSync(file, 'latin1')));
  expect(new Set(naming.map((file) => file.pathname.split('/').at(-1)))).toEqual(
    new Set(['foreign-hosts.json']),
  );
});

it('ships no source map', () => {
  const shipped = existsSync(new URL('dist/', extension)) ? files('dist/') : [];
  const mapped = shipped.filter(
    (file) =>
      file.pathname.endsWith('.map') || /"version":3,"sources"/.test(readFileSync(file, 'latin1')),
  );
  expect(mapped.map((file) => file.pathname)).toEqual([]);
});
