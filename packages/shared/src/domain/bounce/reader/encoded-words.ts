import { decodeByteText, decoderOf } from './charset.ts';
import { decodeBase64, decodeQuotedPrintable } from './decode.ts';

const encodedWord = /=\?([^?\s]{1,40})\?([BbQq])\?([^?\s]{0,1000})\?=(\s+(?==\?))?/g;

// Every byte above ASCII that a raw header may hold; RFC 6532 says they are UTF-8.
const beyondAscii = /[\u0080-\uFFFF]/;

/** A header's value as text: encoded words (RFC 2047, language tags of RFC 2231) decoded, raw bytes read as UTF-8. */
export function decodeWords(value: string): string {
  const text = beyondAscii.test(value) ? decodeByteText(value, 'utf-8') : value;
  if (!text.includes('=?')) return text;
  return text.replace(encodedWord, (_, charset: string, encoding: string, payload: string) => {
    const bytes =
      encoding.toUpperCase() === 'B'
        ? decodeBase64(payload)
        : decodeQuotedPrintable(new TextEncoder().encode(payload.replaceAll('_', ' ')));
    return decoderOf(charset.split('*')[0]?.toLowerCase() ?? '').decode(bytes);
  });
}
