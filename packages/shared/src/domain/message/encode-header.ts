import { toBase64 } from '../encoding/base64.ts';

/** UTF-8 bytes of one encoded word, so that it and the field's name stay within a line of 76 characters (RFC 2047 section 2). */
const wordBytes = 39;
/** Characters of a line, of a header as of base64 (RFC 2045 section 6.8). */
const lineChars = 76;

/** A value that cannot begin a header line of its own: controls become spaces. */
export function oneLine(value: string): string {
  return value.replaceAll(/\p{Cc}+/gu, ' ').trim();
}

/**
 * A header's text in encoded words, cut between characters (RFC 2047). ASCII of one line stays as it is unless they are
 * wanted always.
 */
export function encodedWords(
  text: string,
  wanted: 'always' | 'where-needed' = 'where-needed',
): string {
  const isPlain = /^[\x20-\x7E]*$/.test(text) && text.length <= lineChars && !text.includes('=?');
  if (isPlain && wanted === 'where-needed') return text;
  const words: Uint8Array[] = [];
  let word: number[] = [];
  for (const char of text) {
    const bytes = new TextEncoder().encode(char);
    if (word.length + bytes.length > wordBytes) {
      words.push(Uint8Array.from(word));
      word = [];
    }
    word.push(...bytes);
  }
  words.push(Uint8Array.from(word));
  return words.map((bytes) => `=?utf-8?B?${toBase64(bytes)}?=`).join('\r\n ');
}

/** Bytes as lines of base64 without their line ends (RFC 2045 section 6.8). */
export function base64Lines(bytes: Uint8Array): readonly string[] {
  const encoded = toBase64(bytes);
  const count = Math.ceil(encoded.length / lineChars);
  return Array.from({ length: count }, (_, at) =>
    encoded.slice(at * lineChars, (at + 1) * lineChars),
  );
}

/** Text in UTF-8 as such lines, its own line ends CRLF. */
export function base64TextLines(text: string): readonly string[] {
  return base64Lines(new TextEncoder().encode(text.replaceAll(/\r\n|\r|\n/g, '\r\n')));
}
