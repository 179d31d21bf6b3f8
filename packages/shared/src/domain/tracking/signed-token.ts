import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';

import { toBase64url } from '../encoding/base64url.ts';
import { utf8Bytes } from '../encoding/utf8.ts';
import { encodeTokenSlot, type TokenSlot } from './token-slot.ts';

/** Bytes of the signature that stands behind the slot. */
const signatureBytes = 16;

/**
 * The token of a pixel: the slot and the first 16 bytes of HMAC-SHA-256 (RFC 2104) over its text, 58 characters of
 * base64url together. Made on the device with the device's own key, without WebCrypto and without the network.
 */
export function signedToken(slot: TokenSlot, deviceKey: Uint8Array): string {
  const text = encodeTokenSlot(slot);
  return text + toBase64url(hmac(sha256, deviceKey, utf8Bytes(text)).subarray(0, signatureBytes));
}
