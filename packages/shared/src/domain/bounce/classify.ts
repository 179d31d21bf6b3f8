import type { BounceCategory } from './category.ts';
import { statusRules } from './rules/enhanced-status.ts';
import { addressPhrases } from './rules/phrases-address.ts';
import { domainPhrases } from './rules/phrases-domain.ts';
import { exchangePhrases } from './rules/phrases-exchange.ts';
import { failurePhrases, timePhrases } from './rules/phrases-failure.ts';
import { gmailPhrases } from './rules/phrases-gmail.ts';
import { languagePhrases } from './rules/phrases-languages.ts';
import { mailboxPhrases } from './rules/phrases-mailbox.ts';
import { refusalPhrases } from './rules/phrases-refusal.ts';
import { rulesOf, type PhraseRule } from './rules/rule.ts';
import { isBareStatus } from './text/codes.ts';

/** What is known of one failure. */
export type FailureFacts = {
  readonly status: string | null;
  readonly replyCode: string | null;
  /** What was refused: the recipient's address (RCPT TO), or the mail after the address had been taken (DATA). */
  readonly refused: 'recipient' | 'mail' | null;
  /** The other server's words, or the notice's. */
  readonly words: string;
};

/** A failure judged: its category, and whether nobody need try the address again. */
export type Judgement = { readonly category: BounceCategory; readonly hard: boolean };

/** Words stand above codes where a vendor or server is known to mean them; vendors first, since theirs are exact. */
export const phrasesBeforeStatus: readonly PhraseRule[] = rulesOf([
  ...exchangePhrases,
  ...gmailPhrases,
  ...refusalPhrases,
  ...mailboxPhrases,
  ...domainPhrases,
  ...addressPhrases,
  ...timePhrases,
]);

/** Words that decide only where no code does. */
export const phrasesAfterStatus: readonly PhraseRule[] = rulesOf([
  ...languagePhrases,
  ...failurePhrases,
]);

/** Categories that can be final for an address: it or its domain is not there, or has moved. */
export const hardCategories: ReadonlySet<BounceCategory> = new Set([
  'unknown-user',
  'unknown-host',
  'moved',
]);

/**
 * Judges a failure by known words, then the enhanced status code, then general words, then the reply code.
 * Hard is only what is proved for good: a server that says "user unknown" after it took the address, or beside a code
 * that says something else, may mean a filter or a closed mailbox; and whatever is refused for now (4.x, 4yz) may come back.
 */
export function judge(facts: FailureFacts): Judgement {
  const words = facts.words.toLowerCase();
  const said = phraseIn(words, phrasesBeforeStatus);
  const coded = byStatus(facts.status);
  if (said !== undefined && hardCategories.has(said.category) && senderRefused.test(words)) {
    return { category: 'sender-not-allowed', hard: false };
  }
  if (said?.category === 'unknown-user' && said.proof !== true && !isProved(facts)) {
    const contradicts = facts.status !== null && !saysNothing(facts.status);
    return { category: contradicts ? (coded ?? 'unknown-user') : 'unknown-user', hard: false };
  }
  const known = said?.category ?? byFinalReply(facts) ?? coded;
  if (known !== null) return { category: known, hard: isHard(known, facts) };
  const general = phraseIn(words, phrasesAfterStatus);
  const category = general?.category ?? byReply(facts.replyCode);
  const needsProof = category === 'unknown-user' && general?.proof !== true;
  return { category, hard: isHard(category, facts) && (!needsProof || isProved(facts)) };
}

/** RFC 3463 section 3.2: x.1.y is about the address; a refused RCPT TO is as well. */
function isProved(facts: FailureFacts): boolean {
  if (facts.status?.slice(1).startsWith('.1.') === true) return true;
  return facts.refused === 'recipient';
}

/** A domain or user that is not there may be the sender's: Postfix, Exim, DragonFly and Yahoo name the command. */
const senderRefused = /(?:in reply to|after|like our) mail from|\[mail_from\]/;

/** Replies that say the reason by themselves: RFC 7504; 542 is Symantec's (MessageLabs) for an address it has not registered. */
const finalReplies: ReadonlyMap<string | null, BounceCategory> = new Map([
  ['521', 'unknown-host'],
  ['542', 'unknown-user'],
  ['556', 'unknown-host'],
]);

/** What a reply says by itself, unless a status code tells something else: some refuse spam with 521. */
function byFinalReply({ status, replyCode }: FailureFacts): BounceCategory | null {
  const isOpen = status === null || saysNothing(status) || /\.(?:1\.10|3\.2)$/.test(status);
  return isOpen ? (finalReplies.get(replyCode) ?? null) : null;
}

function saysNothing(status: string): boolean {
  return isBareStatus(status) || status.endsWith('.5.0');
}

function isHard(category: BounceCategory, facts: FailureFacts): boolean {
  if (facts.status?.startsWith('4') === true) return false;
  if (facts.status === null && facts.replyCode?.startsWith('4') === true) return false;
  return hardCategories.has(category);
}

function phraseIn(words: string, rules: readonly PhraseRule[]): PhraseRule | undefined {
  return words === '' ? undefined : rules.find((rule) => matches(words, rule.words));
}

const longestGap = 80;

/** Whether the pieces around `…` stand in the text in their order, the second at most 80 characters after the first. */
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
  const found =
    statusRules.find((rule) => rule.status === detail) ??
    statusRules.find((rule) => rule.status.endsWith('.') && detail.startsWith(rule.status));
  return found === undefined || found.category === 'other' ? null : found.category;
}

function byReply(reply: string | null): BounceCategory {
  if (reply === '551') return 'moved';
  if (reply === '552') return 'mailbox-full';
  return reply?.startsWith('4') === true ? 'temporarily-refused' : 'other';
}
