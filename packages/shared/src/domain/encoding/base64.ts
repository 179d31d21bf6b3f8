import { toBase64url } from './base64url.ts';

/** Bytes as base64 with padding, in one line (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  const text = toBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
