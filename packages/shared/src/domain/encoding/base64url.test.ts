import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { fromBase64url, toBase64url } from './base64url.ts';

test('writes what Buffer writes and reads it back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...(fromBase64url(text) ?? [])]).toEqual([...bytes]);
    }),
  );
});

test('reads padding and the ordinary alphabet', () => {
  expect([...(fromBase64url('+/8=') ?? [])]).toEqual([0xfb, 0xff]);
});

test('refuses what is no base64url', () => {
  expect(fromBase64url('a b')).toBeNull();
  expect(fromBase64url('abcde')).toBeNull();
  expect(fromBase64url('äbcd')).toBeNull();
});
