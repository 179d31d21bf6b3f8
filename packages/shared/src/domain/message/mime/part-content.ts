import { decoderOf } from '../../bounce/reader/charset.ts';
import { decodeBase64, decodeQuotedPrintable } from '../../bounce/reader/decode.ts';
import type { Source } from '../../bounce/reader/source.ts';
import type { MimePart } from './mime-part.ts';

/** What a leaf holds, its transfer encoding undone (RFC 2045 section 6); empty for a multipart. */
export function contentOf(source: Source, { body, encoding }: MimePart): Uint8Array {
  if (body.kind === 'multipart') return new Uint8Array();
  const bytes = source.bytes.subarray(body.at, body.end);
  if (encoding === 'base64') return decodeBase64(source.text.slice(body.at, body.end));
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(bytes) : bytes;
}

/** A leaf's content as text, its charset undone. */
export function textOf(source: Source, part: MimePart): string {
  const charset = (part.contentType.parameters.get('charset') ?? '').toLowerCase();
  return decoderOf(charset).decode(contentOf(source, part));
}
