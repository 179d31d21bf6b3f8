import { decodeEncodedWords } from '../../message/encoded-word.ts';
import { headerValue } from '../../message/headers.ts';
import { judge } from '../classify.ts';
import { automaticSign } from '../header-verdict.ts';
import { limits } from '../limits.ts';
import { noticeSenders, noticeSubjects } from '../rules/header-signs.ts';
import { delaySigns, failureSigns, finalSigns } from '../rules/notice-signs.ts';
import { findReply, findStatus, refusedIn } from '../text/codes.ts';
import { bareNamesInText, failuresInText, type TextFailure } from '../text/failures.ts';
import { inOneLine, ownWords } from '../text/notice-text.ts';
import { recipientsOf, type Report } from './from-fields.ts';
import { headerAddresses, isFromPerson, type Reading } from './reading.ts';
import { onlyNamed, toRecipients } from './recipient.ts';

/** Signs that must agree before words alone make a report: anybody can write "your mail was rejected". */
const signsNeeded = 2;

/** Judges a message that has no report fields by its headers and words; the sender's claims are weighed, none is believed alone. */
export function fromText(reading: Reading): Report {
  const own = inOneLine(reading.text).toLowerCase();
  const subject = decodeEncodedWords(headerValue(reading.headers, 'subject') ?? '').toLowerCase();
  const says = (signs: readonly string[]) =>
    signs.some((words) => own.includes(words) || subject.includes(words));
  const isDelay = says(delaySigns) && !finalSigns.some((words) => own.includes(words));
  const action = isDelay ? 'delayed' : 'failed';
  const kind = isDelay ? 'delayed' : 'bounce';

  const named = headerAddresses(reading.headers, 'x-failed-recipients');
  if (named.length > 0) {
    const recipients = recipientsOf(
      reading,
      [...new Set(named)].slice(0, limits.recipients + 1).map(onlyNamed),
      action,
    );
    return { kind, evidence: 'X-Failed-Recipients', recipients };
  }
  const failures = failuresInText(reading.text, notRecipients(reading));
  const sure = failures.some((one) => one.certainty > 1);
  const bare = sure ? [] : localNames(reading);
  const known =
    [sure ? failures : [], bare, failures, onlyReturnedTo(reading)].find(
      (list) => list.length > 0,
    ) ?? [];
  const refused = known.length === 1 ? refusedIn(ownWords(reading.text)) : null;
  if (
    known.length > 0 &&
    (isDelay || says(failureSigns) || isToldByCode(reading, known)) &&
    signsOf(reading, subject, known) >= signsNeeded
  ) {
    return {
      kind,
      evidence: `${reading.sign}; words name the recipient`,
      onlyWords: true,
      recipients: toRecipients(
        known.map((one) => ({
          reported: onlyNamed(one.address),
          action,
          text: one.reason,
          refused,
        })),
        reading.reached,
      ),
    };
  }
  const automatic = automaticSign(reading.headers);
  return automatic === null
    ? { kind: 'none', evidence: `${reading.sign}, but nothing in it failed` }
    : { kind: 'auto-reply', evidence: automatic };
}

/** A report that gives a recipient a code of failure says so in every language, whatever its words. */
function isToldByCode(reading: Reading, failures: readonly TextFailure[]): boolean {
  return isReport(reading) && failures.some((one) => one.certainty > 2 && tellsFailure(one.reason));
}

function tellsFailure(reason: string): boolean {
  return findReply(reason) !== null || findStatus(reason)?.startsWith('2') === false;
}

/** Whether the header itself calls the message a report; a sender, a subject or an empty Return-Path do not. */
function isReport({ sign }: Reading): boolean {
  return !sign.startsWith('From:') && !sign.startsWith('Subject:') && sign !== 'Return-Path: <>';
}

function notRecipients(reading: Reading): ReadonlySet<string> {
  return new Set([
    ...reading.returned.senders,
    ...headerAddresses(reading.headers, 'to'),
    ...headerAddresses(reading.headers, 'from'),
  ]);
}

/** Names without a domain are users of the host that reports. */
function localNames(reading: Reading): readonly TextFailure[] {
  const domain = headerAddresses(reading.headers, 'from')[0]?.split('@')[1];
  if (domain === undefined) return [];
  const reason = reading.text.lines.slice(0, reading.text.ownLines).join(' ').trim();
  return bareNamesInText(reading.text).map((name) => ({
    address: `${name}@${domain}`,
    certainty: 3,
    reason,
  }));
}

/**
 * A report that names nobody ("Delivery report unavailable") is about the one person the returned mail went to; a notice
 * that the sender's own limit stopped the mail is about everybody it was meant for.
 */
function onlyReturnedTo(reading: Reading): readonly TextFailure[] {
  const words = ownWords(reading.text).slice(0, 2000);
  const facts = { status: null, replyCode: null, refused: null, words };
  const isLimit = judge(facts).category === 'sender-limit';
  const hasFields = reading.types.has('message/delivery-status');
  const known = [...new Set(reading.returned.recipients)].slice(0, limits.recipients + 1);
  if (!isLimit && (!hasFields || known.length !== 1)) return [];
  return known.map((address) => ({ address, certainty: 3, reason: isLimit ? words : '' }));
}

function signsOf(reading: Reading, subject: string, failures: readonly TextFailure[]): number {
  const { headers } = reading;
  const from = (headerValue(headers, 'from') ?? '').toLowerCase();
  const best = Math.max(...failures.map((one) => one.certainty));
  const isPlain = [
    noticeSenders.some((words) => from.includes(words)),
    noticeSubjects.some((words) => subject.includes(words)),
    headerValue(headers, 'return-path')?.trim() === '<>',
    reading.returnsMail,
    failures.some((one) => tellsFailure(one.reason)),
    best === 4,
  ].filter(Boolean).length;
  if (isFromPerson(reading)) return 0;
  return isPlain + (isReport(reading) ? signsNeeded : 0) - (best === 1 ? 1 : 0);
}
