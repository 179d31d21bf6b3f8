import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { branded } from '../brand.ts';
import type { MailId } from '../ids.ts';
import { decodeTokenSlot, encodeTokenSlot, type TokenSlot } from './token-slot.ts';

const slots: fc.Arbitrary<TokenSlot> = fc.record({
  keyId: fc.nat(0xffff),
  deviceId: fc.nat(0xffff_ffff),
  mailId: fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => branded<MailId>(Buffer.from(bytes).toString('base64url'))),
  recipientNo: fc.option(fc.nat(0xfffe)),
  linkNo: fc.option(fc.integer({ min: 1, max: 0xffff })),
});

const one: TokenSlot = {
  keyId: 1,
  deviceId: 2,
  mailId: branded<MailId>('AAECAwQFBgcICQoLDA0ODw'),
  recipientNo: 3,
  linkNo: 4,
};

test('reads back what it wrote', () => {
  fc.assert(
    fc.property(slots, (slot) => {
      const text = encodeTokenSlot(slot);
      expect(text).toMatch(/^[\w-]{36}$/);
      expect(decodeTokenSlot(text)).toEqual(slot);
    }),
  );
});

test('has the documented layout', () => {
  const bytes = Buffer.from(encodeTokenSlot(one), 'base64url');
  expect(bytes.toString('hex')).toBe(
    ['01', '0001', '00000002', '000102030405060708090a0b0c0d0e0f', '0003', '0004'].join(''),
  );
});

test('two slots never share a text', () => {
  fc.assert(
    fc.property(slots, slots, (left, right) => {
      fc.pre(JSON.stringify(left) !== JSON.stringify(right));
      expect(encodeTokenSlot(left)).not.toBe(encodeTokenSlot(right));
    }),
  );
});

test('gives null for anything from outside that is no slot, and never throws', () => {
  fc.assert(fc.property(fc.string({ maxLength: 50 }), (text) => void decodeTokenSlot(text)));
  const text = encodeTokenSlot(one);
  expect(decodeTokenSlot(text.slice(1))).toBeNull();
  expect(decodeTokenSlot(`C${text.slice(1)}`)).toBeNull();
  expect(decodeTokenSlot(`${text.slice(0, 35)}!`)).toBeNull();
});

test('refuses numbers that do not fit instead of cutting them', () => {
  expect(() => encodeTokenSlot({ ...one, recipientNo: 0xffff })).toThrow(RangeError);
  expect(() => encodeTokenSlot({ ...one, linkNo: 0 })).toThrow(RangeError);
  expect(() => encodeTokenSlot({ ...one, keyId: 1.5 })).toThrow(RangeError);
});
