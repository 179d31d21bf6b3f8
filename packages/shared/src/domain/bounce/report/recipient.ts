import { adviceFor } from '../advice.ts';
import { classify, isHard } from '../classify.ts';
import { limits } from '../limits.ts';
import type { NoticeRecipient } from '../notice.ts';
import { findReply, findStatus, isBareStatus } from '../text/codes.ts';

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
};

/** The facts of a recipient that only the text of a notice names. */
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

const hostInText = /\bhost ([A-Za-z0-9][A-Za-z0-9.-]{2,200})\s?\[/;

/** Judges one recipient: codes from the field, else from the other server's words, else from the text. */
export function toRecipient(finding: Finding): NoticeRecipient {
  const { reported, action, text } = finding;
  const status = statusOf(reported, text);
  const replyCode = findReply(reported.diagnostic) ?? findReply(text);
  const words = reported.diagnostic === '' ? text : reported.diagnostic;
  let facts = { status, replyCode, words };
  let category = classify(facts);
  if (category === 'other' && text !== '' && words !== text) {
    facts = { ...facts, words: text };
    category = classify(facts);
  }
  return {
    address: reported.address,
    alternates: reported.alternates.filter((other) => other !== reported.address),
    action,
    status,
    replyCode,
    diagnostic: words.slice(0, limits.diagnosticChars),
    remoteMta: reported.remoteMta ?? hostInText.exec(words)?.[1]?.toLowerCase() ?? null,
    category,
    hard: action === 'failed' && isHard(category, facts),
    whoMustAct: adviceFor(category).whoMustAct,
    retryUntil: reported.retryUntil,
  };
}

/** RFC 3463 x.0.0 says nothing: then a code in the words counts. */
function statusOf(reported: ReportedFacts, text: string): string | null {
  const field = reported.status === null ? null : findStatus(reported.status);
  if (field !== null && !isBareStatus(field)) return field;
  const said = findStatus(reported.diagnostic) ?? findStatus(text);
  return said === null || said.startsWith('2') ? field : said;
}
