import { decodeWords } from 'postal-mime';

import { headersOf, splitMessage, type Header } from './headers.ts';
import { boundaryOf, splitMultipart } from './multipart.ts';
import { mimeTypeOf, parametersOf } from './parameters.ts';
import { isWindows1252, withWindowsLetters } from './windows-1252.ts';

/** A part of a message with all that stands in it, nested as it was written. */
export type MimePart = {
  readonly mimeType: string;
  readonly headers: readonly Header[];
  /** Empty when the part names none. */
  readonly filename: string;
  readonly charset: string;
  /** Decoded bytes; empty for a multipart. */
  readonly content: Buffer;
  readonly parts: readonly MimePart[];
};

/** Deeper nesting than this is read as one opaque part. */
const MAX_DEPTH = 20;

const decoded = (body: Buffer, encoding: string): Buffer => {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  const text = body
    .toString('latin1')
    .replaceAll(/=[ \t]*\r\n/g, '')
    .replaceAll(/=([\dA-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
};

/** Reads a message into its parts, a message inside a message included. */
export const mimeTree = (raw: Buffer, depth = 0): MimePart => {
  const headers = headersOf(raw);
  const field = (name: string): string | undefined =>
    headers.find((header) => header.name.toLowerCase() === name)?.value;
  const { body } = splitMessage(raw);
  const contentType = field('content-type');
  const mimeType = mimeTypeOf(contentType);
  const boundary = boundaryOf(contentType ?? '');
  const encoding = (field('content-transfer-encoding') ?? '').trim().toLowerCase();
  const content = boundary === undefined ? decoded(body, encoding) : Buffer.alloc(0);
  const inside = (): readonly Buffer[] => {
    if (depth >= MAX_DEPTH) return [];
    if (boundary !== undefined) return splitMultipart(body, boundary);
    return mimeType === 'message/rfc822' ? [content] : [];
  };
  return {
    mimeType,
    headers,
    filename: decodeWords(
      parametersOf(field('content-disposition') ?? '')['filename'] ??
        parametersOf(contentType ?? '')['name'] ??
        '',
    ),
    charset: parametersOf(contentType ?? '')['charset'] ?? 'utf-8',
    content,
    parts: inside().map((part) => mimeTree(part, depth + 1)),
  };
};

/** A text part's words in UTF-8, whatever charset it was written in. */
export const textOf = ({ content, charset }: MimePart): string => {
  try {
    const text = new TextDecoder(charset).decode(content);
    return isWindows1252(charset) ? withWindowsLetters(text) : text;
  } catch {
    return content.toString('utf8');
  }
};

/** The part and all parts inside it. */
export const allParts = (part: MimePart): readonly MimePart[] => [
  part,
  ...part.parts.flatMap(allParts),
];
