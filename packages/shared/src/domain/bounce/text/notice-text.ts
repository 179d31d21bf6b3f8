import { returnedMailFollows } from './separators.ts';

/** The text of a notice, cut where the mail it returns begins. */
export type NoticeText = {
  /** Every line of the text. */
  readonly lines: readonly string[];
  /** Number of lines that are the notice's own words. */
  readonly ownLines: number;
  /** First line of the returned mail's header, or null where the text returns none. */
  readonly returnedAt: number | null;
};

/** The notice's own words, line by line, without the mail it returns. */
export function ownWords(text: NoticeText): string {
  return text.lines.slice(0, text.ownLines).join('\n');
}

/** The notice's own words with single spaces for line breaks, so that phrases are found wherever they were wrapped. */
export function inOneLine(text: NoticeText): string {
  return text.lines
    .slice(0, text.ownLines)
    .map((line) => line.trim())
    .join(' ');
}

const edgeSigns = /^[\s\-=|*_#.:>]+|[\s\-=|*_#]+$/g;

function isSeparator(line: string): boolean {
  if (line.length > 200) return false;
  const bare = line.replace(edgeSigns, '').toLowerCase();
  if (bare.length < 8) return false;
  return returnedMailFollows.some(
    (known) =>
      bare.startsWith(known) &&
      // "Original message" must stand alone: sentences begin with these words, too.
      (known.length > 16 || bare.length <= known.length + 12),
  );
}

const headerName =
  /^(?:[>|][>| \t]{0,8})?(return-path|received|message-id|from|to|date|subject|mime-version|content-type|reply-to|sender|x-[a-z0-9-]{2,40}|dkim-signature|delivered-to) ?:/i;
const decisiveName = /^(?:received|message-id|return-path|mime-version|delivered-to)$/i;

/** Splits a notice's text: at a known separator, else where a run of header fields begins. */
export function splitNotice(text: string): NoticeText {
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isSeparator(line)) return { lines, ownLines: index, returnedAt: index + 1 };
    if (isHeaderRun(lines, index)) return { lines, ownLines: index, returnedAt: index };
  }
  return { lines, ownLines: lines.length, returnedAt: null };
}

function isHeaderRun(lines: readonly string[], from: number): boolean {
  if (!headerName.test(lines[from] ?? '')) return false;
  let fields = 0;
  let decisive = false;
  for (let index = from; index < Math.min(lines.length, from + 30); index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') break;
    const name = headerName.exec(line)?.[1];
    if (name === undefined) continue;
    fields += 1;
    decisive ||= decisiveName.test(name);
  }
  return decisive && fields >= 3;
}
