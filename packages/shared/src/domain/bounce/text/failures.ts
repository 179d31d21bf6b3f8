import type { NoticeText } from './notice-text.ts';
import { reasonsIn } from './reasons.ts';
import { mentionsIn, type Mention } from './recipient-lines.ts';

/** A recipient that the words of a notice name, with the words about it. */
export type TextFailure = {
  readonly address: string;
  /** See Certainty; the strongest of all mentions. */
  readonly certainty: number;
  /** The words about this recipient, lines joined by a space; may be empty. */
  readonly reason: string;
};

/** Local parts of mail systems and their keepers (RFC 2142), which notices mention as contact. */
const roles: ReadonlySet<string> = new Set([
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

/**
 * The failed recipients that a notice's own words name, the most certain mentions only. Addresses in `unlikely` (the
 * sender's) and those of postmasters count only where a line begins with them and nobody else is named.
 */
export function failuresInText(
  text: NoticeText,
  unlikely: ReadonlySet<string>,
): readonly TextFailure[] {
  const mentions = mentionsIn(text.lines.slice(0, text.ownLines));
  const named = likely(mentions, unlikely);
  const best = named.reduce((most, mention) => Math.max(most, mention.certainty), 0);
  const addresses = new Set(
    named.filter((mention) => mention.certainty === best).map((mention) => mention.address),
  );
  const reasons = reasonsIn(text, mentions, addresses);
  return [...addresses].map((address) => ({
    address,
    certainty: best,
    reason: reasons.about(address),
  }));
}

function likely(mentions: readonly Mention[], unlikely: ReadonlySet<string>): readonly Mention[] {
  const others = mentions.filter(
    (mention) => !unlikely.has(mention.address) && !isRole(mention.address),
  );
  if (others.some((mention) => mention.certainty > 1)) return others;
  return mentions.some((mention) => mention.certainty > 2) ? mentions : others;
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
