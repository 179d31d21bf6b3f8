import type { Headers } from '../../message/headers.ts';
import { limits, type LimitName } from '../limits.ts';
import { utf8OfByteText } from './charset.ts';
import type { Source } from './source.ts';

/** A header block and where the body after it begins. */
export type HeaderBlock = { readonly headers: Headers; readonly bodyAt: number };

const space = 32;
const tab = 9;
const carriageReturn = 13;

/** Whether `name` may be the name of a field (RFC 5322 section 3.6.8: printable ASCII without colon). */
function isFieldName(name: string): boolean {
  if (name.length === 0 || name.length > 76) return false;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    if (code <= space || code >= 127) return false;
  }
  return true;
}

/** Reads a header block from a raw message: as `readHeaderBlock`, with 8-bit values read as UTF-8 (RFC 6532). */
export function readRawHeaderBlock(source: Source, start: number, end: number): HeaderBlock {
  const block = readHeaderBlock(source.text, start, end, source.reached);
  const headers = block.headers.map(({ name, value }) => ({ name, value: utf8OfByteText(value) }));
  return { headers, bodyAt: block.bodyAt };
}

/**
 * Reads header fields from `start` up to the first empty line or `end` (RFC 5322 section 2.2), unfolded.
 * Tolerates LF, a leading mbox line and lines that are no field (skipped); stops at the bounds and tells `reached`.
 */
export function readHeaderBlock(
  text: string,
  start: number,
  end: number,
  reached: Set<LimitName>,
): HeaderBlock {
  const headers: { name: string; value: string }[] = [];
  const stop = Math.min(end, start + limits.headerBytes);
  let at = start;
  while (at < stop) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline === -1 || newline > stop ? stop : newline;
    const contentEnd =
      lineEnd > at && text.charCodeAt(lineEnd - 1) === carriageReturn ? lineEnd - 1 : lineEnd;
    if (contentEnd === at) return { headers, bodyAt: Math.min(lineEnd + 1, end) };
    const first = text.charCodeAt(at);
    if (first === space || first === tab) {
      const last = headers.at(-1);
      if (last) last.value += ` ${text.slice(at, contentEnd).trim()}`;
    } else {
      const line = text.slice(at, contentEnd);
      const colonAt = line.indexOf(':');
      const name = colonAt === -1 ? '' : line.slice(0, colonAt).trimEnd();
      if (isFieldName(name)) {
        if (headers.length >= limits.headerFields) {
          reached.add('header');
          return { headers, bodyAt: bodyAfter(text, lineEnd, end) };
        }
        headers.push({ name, value: line.slice(colonAt + 1).trim() });
      }
    }
    at = lineEnd + 1;
  }
  if (stop < end) {
    reached.add('header');
    return { headers, bodyAt: bodyAfter(text, stop, end) };
  }
  return { headers, bodyAt: end };
}

/** Where the body begins when the rest of an oversized header block is skipped. */
function bodyAfter(text: string, from: number, end: number): number {
  const unix = text.indexOf('\n\n', from);
  const internet = text.indexOf('\n\r\n', from);
  const found = [unix === -1 ? end : unix + 2, internet === -1 ? end : internet + 3];
  return Math.min(end, ...found);
}
