import { findReply, findStatus } from './codes.ts';
import type { NoticeText } from './notice-text.ts';
import type { Mention } from './recipient-lines.ts';

/** The words of a notice, sorted by the recipient they are about. */
export type Reasons = {
  /** The words about one address, lines joined by a space, at most 1,200 characters; empty where the notice says nothing. */
  readonly about: (address: string) => string;
};

const maxLines = 14;
const maxReason = 1200;

/** Mentions of one address that are looked at. */
const maxMentions = 8;

/** Sorts a notice's own words by recipient: what follows an address belongs to it, up to the next of `addresses`. */
export function reasonsIn(
  text: NoticeText,
  mentions: readonly Mention[],
  addresses: ReadonlySet<string>,
): Reasons {
  const own = text.lines.slice(0, text.ownLines);
  const owners = ownersOf(mentions, addresses);
  const owned = new Set(owners.values());
  const byAddress = mentionsByAddress(mentions);
  let whole: string | null = null;
  const about = (address: string) => {
    const endsAt = (line: number) => {
      const owner = owners.get(line);
      return owner !== undefined && owner !== address;
    };
    const found = byAddress.get(address) ?? [];
    const reasons = found.map((mention) =>
      mention.certainty === 2 ? replyAt(mention, own, endsAt) : wordsAfter(mention, own, endsAt),
    );
    const best = bestReason(found, reasons);
    if (best !== null) return best;
    if (owned.size > (owned.has(address) ? 1 : 0))
      return reasons.find((reason) => reason !== '') ?? '';
    whole ??= joined(own.filter((line) => line.trim() !== ''));
    return whole;
  };
  return { about };
}

/** Mentions that say enough, the first few of each address. */
function mentionsByAddress(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const byAddress = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.certainty < 2) continue;
    const known = byAddress.get(mention.address);
    if (known === undefined) byAddress.set(mention.address, [mention]);
    else if (known.length < maxMentions) known.push(mention);
  }
  return byAddress;
}

/** Which address a line belongs to; a line with several belongs to none of them alone. */
function ownersOf(
  mentions: readonly Mention[],
  addresses: ReadonlySet<string>,
): ReadonlyMap<number, string> {
  const owners = new Map<number, string>();
  for (const { address, line, certainty } of mentions) {
    if (certainty < 2 || !addresses.has(address)) continue;
    const known = owners.get(line);
    owners.set(line, known === undefined || known === address ? address : '');
  }
  return owners;
}

function bestReason(found: readonly Mention[], reasons: readonly string[]): string | null {
  const withCode = reasons.find(hasCode);
  if (withCode !== undefined) return withCode;
  const inWords = found.findIndex(
    (mention, index) => mention.certainty > 2 && (reasons[index]?.length ?? 0) > 8,
  );
  return inWords === -1 ? null : (reasons[inWords] ?? null);
}

function hasCode(reason: string): boolean {
  return findStatus(reason) !== null || findReply(reason) !== null;
}

const hasWords = /\p{L}{2}/u;

type EndsAt = (line: number) => boolean;

/** An SMTP reply or command that names the recipient, with the replies of the same transcript around it. */
function replyAt(mention: Mention, own: readonly string[], endsAt: EndsAt): string {
  const words: string[] = [];
  for (let index = mention.line - 1; index >= Math.max(0, mention.line - 3); index -= 1) {
    const line = own[index] ?? '';
    if (endsAt(index) || !/^\s{0,9}[<>]{3}/.test(line)) break;
    words.unshift(line);
  }
  words.push(own[mention.line] ?? '');
  for (let index = mention.line + 1; index < own.length && words.length < maxLines; index += 1) {
    const line = own[index] ?? '';
    if (endsAt(index) || !/^(?:<<<|[ \t]{1,20}\S)/.test(line)) break;
    words.push(line);
  }
  return joined(words);
}

/** From a recipient's line up to the next recipient: its paragraph, and the following ones while no code has been named. */
function wordsAfter(mention: Mention, own: readonly string[], endsAt: EndsAt): string {
  const words: string[] = [];
  const rest =
    mention.certainty === 4
      ? mention.rest.replace(/^[>)\]"'\s:]{1,20}/, '')
      : (own[mention.line] ?? '');
  if (hasWords.test(rest) || /\d{3}/.test(rest)) words.push(rest.trim());
  let gaps = 0;
  const last = Math.min(own.length, mention.line + 40);
  for (let index = mention.line + 1; index < last && words.length < maxLines; index += 1) {
    const line = (own[index] ?? '').trim();
    if (endsAt(index)) {
      // A list of recipients shares the reason that follows it.
      if (words.length === 0) continue;
      break;
    }
    if (line === '') {
      if (words.length > 0) gaps += 1;
      if (gaps > 3 || hasCode(words.join(' ').slice(0, maxReason))) break;
      continue;
    }
    if (hasWords.test(line) || /\d/.test(line)) words.push(line);
  }
  return joined(words);
}

function joined(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    text += text === '' ? line.trim() : ` ${line.trim()}`;
    if (text.length > maxReason) break;
  }
  return text.slice(0, maxReason);
}
