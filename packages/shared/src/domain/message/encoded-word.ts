import { decoderOf } from '../bounce/reader/charset.ts';
import { decodeBase64, decodeQuotedPrintable } from '../bounce/reader/decode.ts';

/** Characters of one header value that are looked at; past it the value is cut. */
const maxHeaderChars = 64 * 1024;

const encodedWord = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([QqBb])\?([^?\r\n]{0,4000})\?=/g;

type Run = { readonly charset: string; readonly bytes: Uint8Array };

/**
 * A header value with its encoded words read (RFC 2047, with the language tag of RFC 2231). White space between two
 * of them disappears (section 6.2); neighbours of one charset are joined before decoding, since many programs split
 * inside a character. What is broken stays as it stands; an unknown charset is read as UTF-8.
 */
export function decodeEncodedWords(value: string): string {
  const text = value.slice(0, maxHeaderChars);
  if (!text.includes('=?')) return text;
  let result = '';
  let run: Run | null = null;
  let readTo = 0;
  for (const match of text.matchAll(encodedWord)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const between = text.slice(readTo, match.index);
    const bytes = wordBytes(encoding, content);
    const joins = run !== null && between.trim() === '';
    if (run !== null && !(joins && run.charset === charset.toLowerCase())) {
      result += decode(run);
      run = null;
    }
    if (!joins) result += between;
    run = {
      charset: charset.toLowerCase(),
      bytes: run === null ? bytes : joined(run.bytes, bytes),
    };
    readTo = match.index + whole.length;
  }
  return result + (run === null ? '' : decode(run)) + text.slice(readTo);
}

function wordBytes(encoding: string, content: string): Uint8Array {
  if (encoding.toUpperCase() === 'B') return decodeBase64(content);
  return decodeQuotedPrintable(new TextEncoder().encode(content.replaceAll('_', ' ')));
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function decode(run: Run): string {
  return decoderOf(run.charset).decode(run.bytes);
}
