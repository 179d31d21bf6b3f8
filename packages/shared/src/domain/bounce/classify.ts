import type { BounceCategory } from './category.ts';
import { statusRules } from './rules/enhanced-status.ts';
import { addressPhrases } from './rules/phrases-common.ts';
import { exchangePhrases } from './rules/phrases-exchange.ts';
import { gmailPhrases } from './rules/phrases-gmail.ts';
import { languagePhrases } from './rules/phrases-languages.ts';
import { failurePhrases, refusalPhrases } from './rules/phrases-refusal.ts';
import type { PhraseRule } from './rules/rule.ts';

/** What is known of one failure. */
export type FailureFacts = {
  readonly status: string | null;
  readonly replyCode: string | null;
  /** The other server's words, or the notice's. */
  readonly words: string;
};

/** Words are stronger than a code where a vendor or server is known to mean them; vendors first, since theirs are exact. */
export const phrasesBeforeStatus: readonly PhraseRule[] = [
  ...exchangePhrases,
  ...gmailPhrases,
  ...refusalPhrases,
  ...addressPhrases,
];

/** Words that decide only where no code does. */
export const phrasesAfterStatus: readonly PhraseRule[] = [...languagePhrases, ...failurePhrases];

/** The category of a failure: known words, then the enhanced status code, then general words. */
export function classify(facts: FailureFacts): BounceCategory {
  const words = facts.words.slice(0, 2000).toLowerCase();
  return (
    byWords(words, phrasesBeforeStatus) ??
    byStatus(facts.status) ??
    byWords(words, phrasesAfterStatus) ??
    byReply(facts.replyCode)
  );
}

/** Whether nobody need try the address again: it or its domain is not there, or has moved. What a server refuses for now (4.x, 4yz) may come back. */
export function isHard(category: BounceCategory, facts: FailureFacts): boolean {
  if (facts.status?.startsWith('4') === true) return false;
  if (facts.status === null && facts.replyCode?.startsWith('4') === true) return false;
  return category === 'unknown-user' || category === 'unknown-host' || category === 'moved';
}

function byWords(words: string, rules: readonly PhraseRule[]): BounceCategory | null {
  return rules.find((rule) => matches(words, rule.words))?.category ?? null;
}

const longestGap = 80;

/** Whether the pieces around `…` stand in the text in their order, each at most 80 characters after the one before. */
function matches(text: string, words: string): boolean {
  const gap = words.indexOf('…');
  if (gap === -1) return text.includes(words);
  const head = words.slice(0, gap);
  const tail = words.slice(gap + 1);
  let at = text.indexOf(head);
  while (at !== -1) {
    const from = at + head.length;
    if (text.slice(from, from + longestGap + tail.length).includes(tail)) return true;
    at = text.indexOf(head, from);
  }
  return false;
}

function byStatus(status: string | null): BounceCategory | null {
  if (status === null) return null;
  const detail = status.slice(2);
  const exact = statusRules.find((rule) => rule.status === detail);
  const found =
    exact ??
    statusRules.find((rule) => rule.status.endsWith('.') && detail.startsWith(rule.status));
  return found === undefined || found.category === 'other' ? null : found.category;
}

function byReply(reply: string | null): BounceCategory {
  if (reply === null) return 'other';
  if (reply === '552') return 'mailbox-full';
  if (reply === '551') return 'moved';
  return reply.startsWith('4') ? 'temporarily-refused' : 'other';
}
