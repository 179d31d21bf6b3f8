/** The answer to one part of a batch. */
export type PartAnswer = { readonly status: number; readonly text: string };

/** Header lines of a part end within this many characters; what has longer ones is no answer of Google's. */
const maxHead = 16_384;

/**
 * Reads the answer to a batch of `count` requests: each part's answer at its place, null where there is none that can be
 * told apart. A part that no boundary closes was cut off, and a place that is answered twice says nothing.
 */
export function readBatch(
  contentType: string,
  body: string,
  count: number,
): readonly (PartAnswer | null)[] {
  const answers = Array.from<PartAnswer | null>({ length: count }).fill(null);
  const answered = new Set<number>();
  for (const part of wholeParts(contentType, body, count)) {
    const outer = headAndRest(part);
    const place = outer === null ? count : placeIn(outer.head);
    if (outer === null || place >= count) continue;
    answers[place] = answered.has(place) ? null : readPart(outer.rest);
    answered.add(place);
  }
  return answers;
}

/** The parts that a boundary opens and another one closes (RFC 2046 section 5.1.1), no more than were asked for. */
function wholeParts(contentType: string, body: string, count: number): readonly string[] {
  const boundary = boundaryOf(contentType);
  if (boundary === null) return [];
  // One more than the parts between the first boundary and the last, and the preamble.
  const pieces = `\n${body}`.split(`\n--${boundary}`, count + 2);
  const parts: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) continue;
    if (piece.startsWith('--') || index === pieces.length - 1) break;
    parts.push(piece.slice(piece.indexOf('\n') + 1));
  }
  return parts;
}

function boundaryOf(contentType: string): string | null {
  if (!/^multipart\/mixed\s*;/i.test(contentType)) return null;
  const match = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? null;
}

/** Google puts "response-" before the name that the request gave. */
function placeIn(head: string): number {
  const place = /^content-id:[ \t]*<?response-item-(\d{1,3})>?[ \t]*$/im.exec(head)?.[1];
  return place === undefined ? Infinity : Number(place);
}

function readPart(http: string): PartAnswer | null {
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?!\d)/.exec(http)?.[1];
  const inner = headAndRest(http);
  if (status === undefined || inner === null) return null;
  return { status: Number(status), text: inner.rest };
}

function headAndRest(text: string): { readonly head: string; readonly rest: string } | null {
  const end = /\r?\n\r?\n/.exec(text.slice(0, maxHead));
  if (end === null) return null;
  return { head: text.slice(0, end.index), rest: text.slice(end.index + end[0].length) };
}
