import { adviceFor } from '../advice.ts';
import { judge } from '../classify.ts';
import { limits } from '../limits.ts';
import type { NoticeRecipient } from '../notice.ts';
import { findReply, findStatus, isBareStatus, refusedIn } from '../text/codes.ts';

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

const hostInText = /\bhost ([A-Za-z0-9][A-Za-z0-9.-]{2,200})\s?\[/;

/** Judges one recipient: codes from the field, else from the other server's words, else from the text. */
export function toRecipient(finding: Finding): NoticeRecipient {
  const { reported, action, text } = finding;
  const status = statusOf(reported, text);
  const replyCode = findReply(reported.diagnostic) ?? findReply(text);
  const words = reported.diagnostic === '' ? text : reported.diagnostic;
  const refused = finding.refused ?? refusedIn(text) ?? refusedIn(reported.diagnostic);
  const facts = { status, replyCode, refused, words };
  const first = judge(facts);
  const { category, hard } =
    first.category === 'other' && text !== words ? judge({ ...facts, words: text }) : first;
  return {
    address: reported.address,
    alternates: reported.alternates.filter((other) => other !== reported.address),
    action,
    status,
    replyCode,
    diagnostic: words.slice(0, limits.diagnosticChars),
    remoteMta: reported.remoteMta ?? hostInText.exec(words)?.[1]?.toLowerCase() ?? null,
    category,
    hard: action === 'failed' && hard,
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
