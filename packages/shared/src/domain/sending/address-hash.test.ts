import { createHash } from 'node:crypto';

import { expect, it } from 'vitest';

import { addressHash } from './address-hash.ts';

it('is the beginning of a salted SHA-256, however the address is written', () => {
  const wanted = createHash('sha256').update('pepper\nkim@initech.example').digest('hex');
  expect(addressHash('pepper', ' Kim@Initech.example ').toString(16).padStart(10, '0')).toBe(
    wanted.slice(0, 10),
  );
  expect(addressHash('other', 'kim@initech.example')).not.toBe(
    addressHash('pepper', 'kim@initech.example'),
  );
});
