import { headerValue, type Headers } from '../../message/headers.ts';
import { limits } from '../limits.ts';
import { parseContentType, type ContentType } from './content-type.ts';
import { readRawHeaderBlock } from './header-block.ts';
import type { Source } from './source.ts';

/** One leaf of a message's MIME tree; offsets are into the source. A message/rfc822 is a leaf: its inside is somebody's mail. */
export type Part = {
  readonly type: string;
  readonly charset: string;
  readonly encoding: string;
  /** The part's own header; the message's where it has no parts. */
  readonly headers: Headers;
  readonly bodyAt: number;
  readonly bodyEnd: number;
};

type Branch = {
  readonly contentType: ContentType;
  readonly headers: Headers;
  readonly at: number;
  readonly end: number;
  readonly depth: number;
};

/**
 * The leaves of a message in their order (RFC 2046 section 5.1), within `limits.parts` and `limits.depth`.
 * A boundary that is missing, or never appears, is guessed from the first line that looks like one.
 */
export function readParts(source: Source, headers: Headers, bodyAt: number): readonly Part[] {
  const leaves: Part[] = [];
  const contentType = parseContentType(headerValue(headers, 'content-type') ?? 'text/plain');
  walk(source, { contentType, headers, at: bodyAt, end: source.text.length, depth: 0 }, leaves);
  return leaves;
}

function walk(source: Source, branch: Branch, leaves: Part[]): void {
  if (leaves.length >= limits.parts) {
    source.reached.add('parts');
    return;
  }
  if (branch.depth >= limits.depth) {
    source.reached.add('depth');
    return;
  }
  const isMultipart = branch.contentType.type.startsWith('multipart/');
  const spans = isMultipart ? spansOf(source, branch) : [];
  if (spans.length === 0) {
    leaves.push(leafOf(branch, isMultipart));
    return;
  }
  for (const span of spans) {
    const block = readRawHeaderBlock(source, span.at, span.end);
    const declared = headerValue(block.headers, 'content-type');
    const fallback =
      branch.contentType.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    walk(
      source,
      {
        contentType: parseContentType(declared ?? fallback),
        headers: block.headers,
        at: block.bodyAt,
        end: span.end,
        depth: branch.depth + 1,
      },
      leaves,
    );
  }
}

function leafOf(branch: Branch, isMultipart: boolean): Part {
  return {
    type: isMultipart ? 'text/plain' : branch.contentType.type,
    charset: (branch.contentType.parameters.get('charset') ?? '').toLowerCase(),
    encoding: (headerValue(branch.headers, 'content-transfer-encoding') ?? '').trim().toLowerCase(),
    headers: branch.headers,
    bodyAt: branch.at,
    bodyEnd: branch.end,
  };
}

type Span = { readonly at: number; readonly end: number };

function spansOf(source: Source, branch: Branch): readonly Span[] {
  const declared = branch.contentType.parameters.get('boundary') ?? '';
  const spans = declared === '' ? [] : spansBetween(source, branch, declared);
  if (spans.length > 0) return spans;
  const guessed = guessBoundary(source.text, branch.at, branch.end);
  return guessed === '' ? [] : spansBetween(source, branch, guessed);
}

function spansBetween(source: Source, branch: Branch, boundary: string): readonly Span[] {
  const { text } = source;
  const delimiter = `--${boundary.trimEnd()}`;
  const spans: Span[] = [];
  let open = -1;
  let at = text.indexOf(delimiter, branch.at);
  while (at !== -1 && at < branch.end) {
    const after = at + delimiter.length;
    const isLineStart = at === branch.at || text.charCodeAt(at - 1) === 10;
    const kind = isLineStart ? delimiterEnd(text, after) : null;
    if (kind) {
      if (open !== -1) spans.push({ at: open, end: Math.max(open, at - 1) });
      open = kind.closes ? -1 : kind.end;
      if (kind.closes) break;
      if (spans.length > limits.parts) {
        source.reached.add('parts');
        break;
      }
    }
    at = text.indexOf(delimiter, after);
  }
  // A notice that was cut has no closing delimiter: its last part runs to the end.
  if (open !== -1 && open < branch.end) spans.push({ at: open, end: branch.end });
  return spans;
}

/** What follows a delimiter must be white space up to the line end, or `--`; else it is another boundary that begins alike. */
function delimiterEnd(text: string, after: number): { closes: boolean; end: number } | null {
  if (text.startsWith('--', after)) return { closes: true, end: after + 2 };
  let at = after;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at += 1;
  if (at < text.length && text[at] !== '\n') return null;
  return { closes: false, end: Math.min(at + 1, text.length) };
}

const boundaryThenField = /(?:^|\n)--([^\s][^\r\n]{0,99})\r?\n[Cc]ontent-[A-Za-z-]{1,30}:/;

function guessBoundary(text: string, at: number, end: number): string {
  return boundaryThenField.exec(text.slice(at, Math.min(end, at + 16_384)))?.[1]?.trimEnd() ?? '';
}
