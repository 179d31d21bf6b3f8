const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Int8Array(128).fill(-1);
for (let index = 0; index < 64; index += 1) values[alphabet.charCodeAt(index)] = index;
// Gmail's API writes the URL alphabet, but some of its fields have been seen in the ordinary one.
values['+'.charCodeAt(0)] = 62;
values['/'.charCodeAt(0)] = 63;

/** Bytes as base64url without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group =
      ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const letters = Math.min(4, bytes.length - index + 1);
    for (let letter = 0; letter < letters; letter += 1) {
      text += alphabet.charAt((group >> (18 - 6 * letter)) & 63);
    }
  }
  return text;
}

/** The bytes of base64url text with or without padding; null where a character or the length cannot be right. */
export function fromBase64url(text: string): Uint8Array | null {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 61) end -= 1;
  if (end % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let at = 0;
  let group = 0;
  let bits = 0;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    const value = code < 128 ? (values[code] ?? -1) : -1;
    if (value === -1) return null;
    group = ((group << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (group >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
