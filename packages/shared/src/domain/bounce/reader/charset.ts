const knownDecoders = new Map<string, TextDecoder>();

/** A decoder by its MIME charset; UTF-8 where the name is missing or unknown (RFC 6532 makes it the likeliest). */
export function decoderOf(charset: string): TextDecoder {
  const known = knownDecoders.get(charset);
  if (known) return known;
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset === 'us-ascii' || charset === '' ? 'utf-8' : charset);
  } catch {
    decoder = new TextDecoder('utf-8');
  }
  // Charset names come from outside: an endless choice of them must not fill the memory.
  if (knownDecoders.size < 50) knownDecoders.set(charset, decoder);
  return decoder;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const beyondAscii = /[\u0080-\uFFFF]/;

/**
 * Reads text of one character per byte (see Source) as UTF-8, which RFC 6532 says raw bytes in a header are;
 * what is no UTF-8 stays as it is.
 */
export function utf8OfByteText(text: string): string {
  if (!beyondAscii.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    bytes[index] = byteOf(text.charCodeAt(index));
  }
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return text;
  }
}

// The 27 characters that windows-1252 puts into 0x80-0x9F, in byte order (WHATWG encoding standard).
const upperHalf =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

function byteOf(code: number): number {
  if (code < 256) return code;
  const index = upperHalf.indexOf(String.fromCharCode(code));
  return index === -1 ? 63 : 128 + index;
}
