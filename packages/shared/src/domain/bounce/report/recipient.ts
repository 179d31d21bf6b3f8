import type { BounceCategory } from '../category.ts';
import { judge, type FailureFacts, type Judgement } from '../classify.ts';
import { limits, type LimitName } from '../limits.ts';
import type { NoticeRecipient } from '../notice.ts';
import { findReply, findStatus, isBareStatus, refusedIn } from '../text/codes.ts';
import { whoMustAct } from '../who-must-act.ts';

/** What a report's fields say about one recipient; words are empty and codes null where there are none. */
export type ReportedFacts = {
  readonly address: string;
  readonly alternates: readonly string[];
  /** The Status field as it stands. */
  readonly status: string | null;
  /** The other server's words (Diagnostic-Code). */
  readonly diagnostic: string;
  readonly remoteMta: string | null;
  readonly retryUntil: number | null;
};

/** All that was found about one recipient, before it is judged. */
export type Finding = {
  readonly reported: ReportedFacts;
  readonly action: 'failed' | 'delayed';
  /** What the notice's text says about it, or empty. */
  readonly text: string;
  /** What was refused, as far as the notice tells; see `refusedIn`. */
  readonly refused: ReturnType<typeof refusedIn>;
};

/** The facts of a recipient that only a header or the text of a notice names. */
export function onlyNamed(address: string): ReportedFacts {
  return {
    address,
    alternates: [],
    status: null,
    diagnostic: '',
    remoteMta: null,
    retryUntil: null,
  };
}

/** Characters of words that are judged: reasons stand at their beginning. */
const judgedChars = 1000;

const hostInText = /\bhost ([A-Za-z0-9][A-Za-z0-9.-]{2,200})\s?\[/;

/**
 * Judges the recipients of a notice: codes from the field, else from the other server's words, else from the text.
 * At most `limits.recipients` are kept; `reached` tells if there were more.
 */
export function toRecipients(
  findings: readonly Finding[],
  reached: Set<LimitName>,
): readonly NoticeRecipient[] {
  if (findings.length > limits.recipients) reached.add('recipients');
  // Many recipients of one notice share one reason, which need be judged only once.
  const judged = new Map<string, Judgement>();
  const judgeOnce = (facts: FailureFacts) => {
    const key = JSON.stringify(facts);
    const known = judged.get(key) ?? judge(facts);
    judged.set(key, known);
    return known;
  };
  return findings.slice(0, limits.recipients).map((finding) => toRecipient(finding, judgeOnce));
}

function toRecipient(
  finding: Finding,
  judgeOnce: (facts: FailureFacts) => Judgement,
): NoticeRecipient {
  const { reported, action, text } = finding;
  const status = statusOf(reported, text);
  const replyCode = findReply(reported.diagnostic) ?? findReply(text);
  const words = reported.diagnostic === '' ? text : reported.diagnostic;
  const refused = finding.refused ?? refusedIn(text) ?? refusedIn(reported.diagnostic);
  const facts = { status, replyCode, refused, words: words.slice(0, judgedChars) };
  const first = judgeOnce(facts);
  const judgement =
    first.category === 'other' && text !== words
      ? judgeOnce({ ...facts, words: text.slice(0, judgedChars) })
      : first;
  const category = categoryFor(action, judgement.category, facts);
  return {
    address: reported.address,
    alternates: reported.alternates.filter((other) => other !== reported.address),
    action,
    status,
    replyCode,
    diagnostic: words.slice(0, limits.diagnosticChars),
    remoteMta: reported.remoteMta ?? hostInText.exec(words)?.[1]?.toLowerCase() ?? null,
    category,
    hard: action === 'failed' && judgement.hard,
    // What is delayed will be tried again without anybody's help.
    whoMustAct: action === 'delayed' ? 'nobody' : whoMustAct[category],
    retryUntil: reported.retryUntil,
  };
}

/** A mail that is still being tried has not expired, and one that was given up (x.4.7, RFC 3463 section 3.5) was not refused only for now. */
function categoryFor(
  action: Finding['action'],
  category: BounceCategory,
  facts: FailureFacts,
): BounceCategory {
  if (action === 'failed') {
    return category === 'temporarily-refused' && facts.status?.endsWith('.4.7') === true
      ? 'expired'
      : category;
  }
  const isGivenUp = facts.words.toLowerCase().includes('envelope expired');
  const isOnlyLate = category === 'other' || (category === 'expired' && !isGivenUp);
  return isOnlyLate ? 'temporarily-refused' : category;
}

/** RFC 3463 x.0.0 says nothing: then a code in the words counts. */
function statusOf(reported: ReportedFacts, text: string): string | null {
  const field = reported.status === null ? null : findStatus(reported.status);
  if (field !== null && !isBareStatus(field)) return field;
  const said = findStatus(reported.diagnostic) ?? findStatus(text);
  return said === null || said.startsWith('2') ? field : said;
}
