import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';

import { utf8Bytes } from './utf8.ts';

it('writes what TextEncoder writes, lone surrogates included', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect([...utf8Bytes(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
  expect([...utf8Bytes('a\uD800b')]).toEqual([...new TextEncoder().encode('a\uD800b')]);
});
