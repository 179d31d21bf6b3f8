import { limits } from '../limits.ts';
import { decoderOf } from './charset.ts';
import type { Part } from './parts.ts';
import type { Source } from './source.ts';

/** The text of a part, its transfer encoding and charset undone, line ends as LF, at most `limits.textChars` characters. */
export function partText(source: Source, part: Part): string {
  const end = Math.min(part.bodyEnd, part.bodyAt + limits.textChars);
  if (end < part.bodyEnd) source.reached.add('text');
  const bytes = source.bytes.subarray(part.bodyAt, end);
  const decoded =
    part.encoding === 'base64'
      ? decodeBase64(source.text.slice(part.bodyAt, end))
      : part.encoding === 'quoted-printable'
        ? decodeQuotedPrintable(bytes)
        : bytes;
  const text = decoderOf(part.charset).decode(decoded);
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

const base64Values = new Int8Array(128).fill(-1);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let index = 0; index < alphabet.length; index += 1) {
  base64Values[alphabet.charCodeAt(index)] = index;
}

/** Bytes of base64 text (RFC 4648); characters outside the alphabet are skipped, reading ends at padding. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(text.length * 0.75));
  let length = 0;
  let buffer = 0;
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 61) break;
    const value = code < 128 ? (base64Values[code] ?? -1) : -1;
    if (value === -1) continue;
    buffer = ((buffer << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (buffer >> bits) & 0xff;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}

function hexValue(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 48 && code <= 57) return code - 48;
  const upper = code & 0xdf;
  return upper >= 65 && upper <= 70 ? upper - 55 : -1;
}

/** Bytes of quoted-printable text (RFC 2045 section 6.7); what is no escape stays as it is. */
export function decodeQuotedPrintable(encoded: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(encoded.length);
  let length = 0;
  for (let index = 0; index < encoded.length; index += 1) {
    const code = encoded[index] ?? 0;
    if (code === 61) {
      const next = encoded[index + 1];
      if (next === 10) {
        index += 1;
        continue;
      }
      if (next === 13 && encoded[index + 2] === 10) {
        index += 2;
        continue;
      }
      const high = hexValue(next);
      const low = hexValue(encoded[index + 2]);
      if (high !== -1 && low !== -1) {
        bytes[length] = high * 16 + low;
        length += 1;
        index += 2;
        continue;
      }
    }
    bytes[length] = code;
    length += 1;
  }
  return bytes.subarray(0, length);
}
