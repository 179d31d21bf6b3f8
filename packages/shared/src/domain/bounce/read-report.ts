import { headerValue, type Headers } from '../message/headers.ts';
import { automaticSign } from './header-verdict.ts';
import type { Notice } from './notice.ts';
import { partText } from './reader/decode.ts';
import { decodeWords } from './reader/encoded-words.ts';
import { readHeaderBlock } from './reader/header-block.ts';
import { readParts, type Part } from './reader/parts.ts';
import type { Source } from './reader/source.ts';
import { findAddresses } from './report/address.ts';
import { parseDeliveryFields, type DeliveryFields } from './report/delivery-fields.ts';
import { reportedRecipients, reportingMtaOf } from './report/delivery-report.ts';
import { onlyNamed, toRecipient, type Finding } from './report/recipient.ts';
import {
  bareMessageId,
  fieldsInText,
  messageIds,
  returnedMail,
  type ReturnedMail,
} from './report/returned-mail.ts';
import { noticeSubjects } from './rules/header-signs.ts';
import { delaySigns, failureSigns, finalSigns } from './rules/notice-signs.ts';
import { failuresInText, reasonInText } from './text/failures.ts';
import { htmlToText } from './text/html.ts';
import { splitNotice, type NoticeText } from './text/notice-text.ts';

type Reading = {
  readonly headers: Headers;
  readonly parts: readonly Part[];
  readonly text: NoticeText;
  readonly fields: DeliveryFields;
  readonly returned: ReturnedMail;
  readonly sign: string;
};

type Report = Partial<Notice> & Pick<Notice, 'kind' | 'evidence'>;

/** Reads a message whose headers look like a report, part by part, and decides what it is. */
export function readReport(source: Source, headers: Headers, bodyAt: number, sign: string): Report {
  const parts = readParts(source, headers, bodyAt);
  const text = splitNotice(noticeText(source, parts));
  const fields = deliveryFields(source, parts, text);
  const returned = returnedMail(returnedHeaders(source, parts, text));
  const reading: Reading = { headers, parts, text, fields, returned, sign };
  const about = {
    messageId: originalMessageId(reading),
    mailId: returned.mailId,
    originalSubject: returned.subject,
    reportingMta: reportingMtaOf(fields),
  };
  const report = complaint(reading) ?? receipt(reading) ?? fromFields(reading) ?? fromText(reading);
  return { ...about, ...report };
}

function noticeText(source: Source, parts: readonly Part[]): string {
  const end = parts.findIndex((part) => isReturned(part));
  const own = end === -1 ? parts : parts.slice(0, end);
  const plain = own.filter(
    (part) => part.type === 'text/plain' || part.type === 'text' || part.type === '',
  );
  if (plain.length > 0)
    return plain
      .slice(0, 3)
      .map((part) => partText(source, part))
      .join('\n');
  const html = own.find((part) => part.type === 'text/html');
  return html === undefined ? '' : htmlToText(partText(source, html));
}

function isReturned(part: Part): boolean {
  return (
    part.type === 'message/rfc822' ||
    part.type === 'message/global' ||
    part.type === 'message/global-headers' ||
    part.type === 'text/rfc822-headers' ||
    part.type === 'message/rfc822-headers' ||
    part.type === 'text/rfc822'
  );
}

function deliveryFields(source: Source, parts: readonly Part[], text: NoticeText): DeliveryFields {
  const part = parts.find(
    (one) =>
      one.type === 'message/delivery-status' || one.type === 'message/global-delivery-status',
  );
  const fields = parseDeliveryFields(
    part === undefined ? '' : partText(source, part),
    source.reached,
  );
  if (fields.recipients.length > 0) return fields;
  const start = text.lines.findIndex((line) => /^(?:final|original)-recipient\s*:/i.test(line));
  if (start === -1) return fields;
  // Fields in plain text: a few lines before the first name may hold Action and Reporting-MTA.
  return parseDeliveryFields(text.lines.slice(Math.max(0, start - 6)).join('\n'), source.reached);
}

function returnedHeaders(source: Source, parts: readonly Part[], text: NoticeText): Headers {
  const part = parts.find(isReturned);
  if (part !== undefined) {
    const headers =
      part.encoding === 'base64' || part.encoding === 'quoted-printable'
        ? textHeaders(partText(source, part), source)
        : readHeaderBlock(source.text, part.bodyAt, part.bodyEnd, source.reached).headers;
    if (headers.length > 0) return headers;
  }
  return text.returnedAt === null ? [] : fieldsInText(text.lines, text.returnedAt);
}

function textHeaders(text: string, source: Source): Headers {
  return readHeaderBlock(text, 0, text.length, source.reached).headers;
}

function originalMessageId(reading: Reading): string | null {
  if (reading.returned.messageId !== null) return reading.returned.messageId;
  const named = reading.fields.message.get('x-original-message-id');
  if (named !== undefined) return bareMessageId(named);
  const original = headerValue(reading.headers, 'x-original-message-id');
  if (original !== null) return bareMessageId(original);
  return messageIds(headerValue(reading.headers, 'in-reply-to') ?? '')[0] ?? null;
}

function complaint(reading: Reading): Report | null {
  const isArf =
    reading.sign === 'report-type=feedback-report' ||
    reading.parts.some((part) => part.type === 'message/feedback-report');
  return isArf ? { kind: 'complaint', evidence: 'report-type=feedback-report (RFC 5965)' } : null;
}

function receipt(reading: Reading): Report | null {
  const isReceipt =
    reading.sign === 'report-type=disposition-notification' ||
    reading.parts.some((part) => part.type === 'message/disposition-notification');
  return isReceipt
    ? { kind: 'read-receipt', evidence: 'message/disposition-notification (RFC 8098)' }
    : null;
}

function fromFields(reading: Reading): Report | null {
  const all = reportedRecipients(reading.fields);
  if (all.length === 0) return null;
  const failed = all.filter((one) => one.action === 'failed');
  const kept = failed.length > 0 ? failed : all.filter((one) => one.action === 'delayed');
  if (kept.length === 0) return { kind: 'delivered', evidence: 'Action: delivered (RFC 3464)' };
  const names = new Set(kept.flatMap((one) => [one.address, ...one.alternates]));
  const action = failed.length > 0 ? 'failed' : 'delayed';
  const findings = kept.map((reported): Finding => ({
    reported,
    action,
    text: reasonInText(reading.text, reported.address, names),
  }));
  return {
    kind: action === 'failed' ? 'bounce' : 'delayed',
    evidence: `${reading.sign}; Action: ${action}`,
    recipients: findings.map(toRecipient),
  };
}

function fromText(reading: Reading): Report {
  const { headers, text, returned } = reading;
  const own = text.lines.slice(0, text.ownLines).join('\n').toLowerCase();
  const subject = decodeWords(headerValue(headers, 'subject') ?? '').toLowerCase();
  const named = headerAddresses(headers, 'x-failed-recipients');
  const excluded = new Set([
    ...returned.senders,
    ...headerAddresses(headers, 'to'),
    ...headerAddresses(headers, 'from'),
  ]);
  const inText = failuresInText(text, { addresses: excluded });
  const failures =
    named.length > 0
      ? named.map((address) => ({
          address,
          certainty: 4,
          reason: reasonInText(text, address, new Set(named)),
        }))
      : inText;
  const hasSubject = noticeSubjects.some((words) => subject.includes(words));
  const isFailure = failureSigns.some((words) => own.includes(words) || subject.includes(words));
  const isDelay = delaySigns.some((words) => own.includes(words) || subject.includes(words));
  const sure = failures.some((one) => one.certainty > (hasSubject ? 0 : 1));
  if (failures.length === 0 || !sure || !(isFailure || isDelay || named.length > 0)) {
    const automatic = automaticSign(headers);
    return automatic === null
      ? { kind: 'none', evidence: `${reading.sign}, but no recipient failed` }
      : { kind: 'auto-reply', evidence: automatic };
  }
  const isFinal = finalSigns.some((words) => own.includes(words));
  const action = isDelay && !isFinal ? 'delayed' : 'failed';
  return {
    kind: action === 'failed' ? 'bounce' : 'delayed',
    evidence:
      named.length > 0 ? 'X-Failed-Recipients' : `${reading.sign}; text names the recipient`,
    recipients: failures.map((one) =>
      toRecipient({ reported: onlyNamed(one.address), action, text: one.reason }),
    ),
  };
}

function headerAddresses(headers: Headers, name: string): readonly string[] {
  const value = headerValue(headers, name);
  return value === null ? [] : findAddresses(decodeWords(value)).map((found) => found.address);
}
