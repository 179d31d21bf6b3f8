import { createHmac } from 'node:crypto';

import { expect, it } from 'vitest';

import { branded } from '../brand.ts';
import type { MailId } from '../ids.ts';
import { signedToken } from './signed-token.ts';
import { decodeTokenSlot } from './token-slot.ts';

const slot = {
  keyId: 7,
  deviceId: 4_000_000_000,
  mailId: branded<MailId>('AAECAwQFBgcICQoLDA0ODw'),
  recipientNo: null,
  linkNo: null,
};

it('is the slot and what another implementation of HMAC makes of it', () => {
  const key = Uint8Array.from({ length: 32 }, (_none, index) => index);
  const token = signedToken(slot, key);
  const text = token.slice(0, 36);
  expect(decodeTokenSlot(text)).toEqual(slot);
  expect(token.slice(36)).toBe(
    createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url'),
  );
});
