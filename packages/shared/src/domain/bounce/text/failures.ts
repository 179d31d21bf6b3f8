import { findReply, findStatus } from './codes.ts';
import type { NoticeText } from './notice-text.ts';
import { mentionsIn, type Mention } from './recipient-lines.ts';

/** A recipient that the words of a notice name, with the words about it. */
export type TextFailure = {
  readonly address: string;
  /** See Certainty; the strongest of all mentions. */
  readonly certainty: number;
  /** The words about this recipient, lines joined by a space; may be empty. */
  readonly reason: string;
};

/** Who cannot be the failed recipient: the sender, and the roles that write notices. */
export type Excluded = { readonly addresses: ReadonlySet<string> };

/** Local parts of mail systems and their keepers (RFC 2142), which notices mention as contact. */
const roles = new Set([
  'mailer-daemon',
  'postmaster',
  'abuse',
  'mail-daemon',
  'support',
  'helpdesk',
  'hostmaster',
]);

function isRole(address: string): boolean {
  return roles.has(address.slice(0, address.lastIndexOf('@')));
}

const bareName = /^[\w.-]{2,64}$/;

/** Local names without a domain, in a list after a line that ends in a colon: AOL writes its own users so. */
export function bareNamesInText(text: NoticeText): readonly string[] {
  const own = text.lines.slice(0, text.ownLines);
  const start = own.findIndex((line) => line.trimEnd().endsWith(':'));
  if (start === -1) return [];
  const names: string[] = [];
  for (const line of own.slice(start + 1)) {
    const word = line.trim();
    if (word === '' && names.length === 0) continue;
    if (!bareName.test(word)) break;
    names.push(word.toLowerCase());
  }
  return names;
}

/**
 * The failed recipients that a notice's own words name, most certain ones only; words that name a sender or a
 * postmaster count only where nobody else is named. `mentionedOnly` lists what was merely mentioned, as a last resort.
 */
export function failuresInText(text: NoticeText, excluded: Excluded): readonly TextFailure[] {
  const own = text.lines.slice(0, text.ownLines);
  const mentions = mentionsIn(own);
  const others = mentions.filter(
    (mention) => !excluded.addresses.has(mention.address) && !isRole(mention.address),
  );
  const named = others.some((mention) => mention.certainty > 1)
    ? others
    : mentions.some((mention) => mention.certainty > 2)
      ? mentions
      : others;
  const best = Math.max(0, ...named.map((mention) => mention.certainty));
  const chosen = named.filter((mention) => mention.certainty === best);
  const addresses = new Set(chosen.map((mention) => mention.address));
  return [...addresses].map((address) => ({
    address,
    certainty: best,
    reason: reasonFor(address, own, mentions, addresses),
  }));
}

/** The words about one recipient that is already known from elsewhere. */
export function reasonInText(text: NoticeText, address: string, all: ReadonlySet<string>): string {
  const own = text.lines.slice(0, text.ownLines);
  return reasonFor(address, own, mentionsIn(own), all);
}

function reasonFor(
  address: string,
  own: readonly string[],
  mentions: readonly Mention[],
  all: ReadonlySet<string>,
): string {
  const borders = new Set(
    mentions
      .filter(
        (other) => other.certainty >= 2 && other.address !== address && all.has(other.address),
      )
      .map((other) => other.line),
  );
  const about = mentions.filter((one) => one.address === address && one.certainty >= 2).slice(0, 8);
  const reasons = about.map((one) =>
    one.certainty === 2 ? replyAt(one, own, borders) : wordsAfter(one, own, borders),
  );
  const withCode = reasons.find((reason) => hasCode(reason));
  if (withCode !== undefined) return withCode;
  const inWords = about.findIndex(
    (one, index) => one.certainty > 2 && (reasons[index]?.length ?? 0) > 8,
  );
  if (inWords !== -1) return reasons[inWords] ?? '';
  return borders.size === 0
    ? joined(own.filter((line) => line.trim() !== ''))
    : (reasons.find((reason) => reason !== '') ?? beforeFirst(own, borders));
}

function hasCode(reason: string): boolean {
  return findStatus(reason) !== null || findReply(reason) !== null;
}

const hasWords = /\p{L}{2}/u;
const maxLines = 14;
const maxReason = 1200;

/** An SMTP reply or command that names the recipient, with the replies of the same transcript around it. */
function replyAt(mention: Mention, own: readonly string[], borders: ReadonlySet<number>): string {
  const words: string[] = [];
  for (let index = mention.line - 1; index >= Math.max(0, mention.line - 3); index -= 1) {
    const line = own[index] ?? '';
    if (borders.has(index) || !/^\s*[<>]{3}/.test(line)) break;
    words.unshift(line);
  }
  words.push(own[mention.line] ?? '');
  for (let index = mention.line + 1; index < own.length && words.length < maxLines; index += 1) {
    const line = own[index] ?? '';
    if (borders.has(index) || !/^(?:<<<|[ \t]+\S)/.test(line)) break;
    words.push(line);
  }
  return joined(words);
}

/** From a recipient's line up to the next recipient: its paragraph, and the following ones while no code has been named. */
function wordsAfter(
  mention: Mention,
  own: readonly string[],
  borders: ReadonlySet<number>,
): string {
  const words: string[] = [];
  const ownLine = own[mention.line] ?? '';
  const rest = mention.certainty === 4 ? mention.rest.replace(/^[>)\]"'\s:]+/, '') : ownLine;
  if (hasWords.test(rest) || /\d{3}/.test(rest)) words.push(rest.trim());
  let gaps = 0;
  for (let index = mention.line + 1; index < own.length && words.length < maxLines; index += 1) {
    const line = (own[index] ?? '').trim();
    if (borders.has(index)) {
      // A list of recipients shares the reason that follows it.
      if (words.length === 0) continue;
      break;
    }
    if (line === '') {
      if (words.length > 0) gaps += 1;
      if (gaps > 3 || hasCode(words.join(' '))) break;
      continue;
    }
    if (!hasWords.test(line) && !/\d/.test(line)) continue;
    words.push(line);
  }
  return joined(words);
}

function beforeFirst(own: readonly string[], borders: ReadonlySet<number>): string {
  const first = Math.min(...borders, own.length);
  return joined(own.slice(0, first).filter((line) => line.trim() !== ''));
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .join(' ')
    .slice(0, maxReason);
}
