import { sha256 } from '@noble/hashes/sha2';

import { utf8Bytes } from '../encoding/utf8.ts';

/** Bytes of a hash: with 3,000 addresses listed, one in 370 million others is taken for one of them. */
export const addressHashBytes = 5;

/** The first 5 bytes of SHA-256 over salt and address (any case, spaces around it allowed), as a number below 2^40. */
export function addressHash(salt: string, address: string): number {
  const hash = sha256(utf8Bytes(`${salt}\n${address.trim().toLowerCase()}`));
  return hash.subarray(0, addressHashBytes).reduce((number, byte) => number * 256 + byte, 0);
}
