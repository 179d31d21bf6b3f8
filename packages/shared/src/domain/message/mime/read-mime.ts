import { utf8OfByteText } from '../../bounce/reader/charset.ts';
import { parseContentType } from '../../bounce/reader/content-type.ts';
import type { Source } from '../../bounce/reader/source.ts';
import { fieldValue, type MimePart, type RawField } from './mime-part.ts';

/** Bounds of reading a mail that a person has written. */
const mostParts = 500;
const mostDepth = 12;
const mostFields = 500;

type Reading = { readonly text: string; parts: number };
type Span = { readonly at: number; readonly end: number };

/**
 * Reads a mail of one's own whole, as a tree (RFC 2046 section 5.1); null where it is past the bounds or a multipart
 * without parts. Unlike the reader of notices it loses nothing: the tree can be written again.
 */
export function readMime({ text }: Pick<Source, 'text'>): MimePart | null {
  return readPart({ text, parts: 0 }, { at: 0, end: text.length }, 0);
}

function readPart(reading: Reading, span: Span, depth: number): MimePart | null {
  reading.parts += 1;
  if (reading.parts > mostParts || depth > mostDepth) return null;
  const head = readFields(reading.text, span);
  if (head === null) return null;
  const { fields, bodyAt } = head;
  const contentType = parseContentType(fieldValue({ fields }, 'content-type') || 'text/plain');
  const encoding = fieldValue({ fields }, 'content-transfer-encoding').toLowerCase();
  const part = { fields, contentType, encoding };
  if (!contentType.type.startsWith('multipart/')) {
    return { ...part, body: { kind: 'leaf', at: bodyAt, end: span.end } };
  }
  const boundary = contentType.parameters.get('boundary')?.trimEnd() ?? '';
  const spans = spansOf(reading.text, { at: bodyAt, end: span.end }, boundary);
  const parts: MimePart[] = [];
  for (const child of spans) {
    const read = readPart(reading, child, depth + 1);
    if (read === null) return null;
    parts.push(read);
  }
  return parts.length === 0 ? null : { ...part, body: { kind: 'multipart', boundary, parts } };
}

function readFields(
  text: string,
  { at: start, end }: Span,
): { readonly fields: readonly RawField[]; readonly bodyAt: number } | null {
  const lines: string[] = [];
  let at = start;
  while (at < end) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    const line = text.slice(at, next).replace(/\r?\n$/, '');
    at = next;
    if (line === '') break;
    if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop() ?? ''}\r\n${line}`);
    else lines.push(line);
    if (lines.length > mostFields) return null;
  }
  const fields = lines.flatMap((line): readonly RawField[] => {
    const name = /^([!-9;-~]{1,76})[ \t]*:/.exec(line)?.[1];
    return name === undefined ? [] : [{ name: name.toLowerCase(), text: utf8OfByteText(line) }];
  });
  return { fields, bodyAt: at };
}

function spansOf(text: string, { at: start, end }: Span, boundary: string): readonly Span[] {
  if (boundary === '') return [];
  const delimiter = `--${boundary}`;
  const spans: Span[] = [];
  let open = -1;
  for (let at = text.indexOf(delimiter, start); at !== -1 && at < end;) {
    const after = at + delimiter.length;
    const line = at === start || text.charAt(at - 1) === '\n' ? /^(--)?[ \t]*(\r?\n|$)/ : null;
    const match = line?.exec(text.slice(after, Math.min(end, after + 200))) ?? null;
    if (match !== null) {
      if (open !== -1) spans.push({ at: open, end: beforeLineEnd(text, open, at) });
      open = match[1] === undefined ? after + match[0].length : -1;
      if (open === -1 || spans.length > mostParts) break;
    }
    at = text.indexOf(delimiter, after);
  }
  if (open !== -1 && open < end) spans.push({ at: open, end });
  return spans;
}

/** The line end before a delimiter belongs to the delimiter (RFC 2046 section 5.1.1). */
function beforeLineEnd(text: string, from: number, delimiterAt: number): number {
  let end = delimiterAt;
  if (end > from && text.charAt(end - 1) === '\n') end -= 1;
  if (end > from && text.charAt(end - 1) === '\r') end -= 1;
  return end;
}
