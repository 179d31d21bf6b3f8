import { decodeEncodedWords } from '../message/encoded-word.ts';
import { headerValue, type Headers } from '../message/headers.ts';
import type { HeaderVerdict } from './notice.ts';
import { parseContentType } from './reader/content-type.ts';
import {
  automaticHeaders,
  automaticSubjects,
  noticeHeaders,
  noticeSenders,
  noticeSubjects,
} from './rules/header-signs.ts';

/**
 * What the headers alone decide: most mail is `none` and need not be fetched whole. `read-raw` is cheap to say and
 * proves nothing; `readNotice` decides. A report is looked for before an auto-reply, because reports call themselves
 * auto-replied, too (RFC 3834 section 5).
 */
export function verdictOfHeaders(headers: Headers): HeaderVerdict {
  const report = reportSign(headers);
  if (report !== null) return { kind: 'read-raw', evidence: report };
  const automatic = automaticSign(headers);
  if (automatic !== null) return { kind: 'auto-reply', evidence: automatic };
  return { kind: 'none', evidence: 'no sign of a report in the headers' };
}

/** Reply and forward in the languages of common mail programs, before a colon. */
const replyPrefix =
  /^(?:(?:re|fw|fwd|aw|wg|sv|vb|vs|rv|tr|rif|ref|antw|doorst|enc|res|odp|pd|i|r|回复|转发|答复) ?: ?){1,5}/;

function reportSign(headers: Headers): string | null {
  let from = '';
  let subject = '';
  let returnPath: string | null = null;
  for (const field of headers) {
    const name = field.name.toLowerCase();
    if (noticeHeaders.has(name)) return field.name;
    if (name === 'content-type') {
      const sign = reportType(field.value);
      if (sign !== null) return sign;
    } else if (name === 'from') from = field.value;
    else if (name === 'subject') subject = field.value;
    else if (name === 'return-path') returnPath ??= field.value.trim();
  }
  if (returnPath === '<>') return 'Return-Path: <>';
  const sender = from.toLowerCase();
  const known = noticeSenders.find((words) => sender.includes(words));
  if (known !== undefined) return `From: ${known}`;
  const topic = decodeEncodedWords(subject.slice(0, 500)).toLowerCase();
  const answered = topic.replace(replyPrefix, '');
  // "Re: Undelivered Mail …" is a person who answers or forwards a notice, not the notice.
  if (answered !== topic && noticeSubjects.some((words) => answered.startsWith(words))) return null;
  const title = noticeSubjects.find((words) => topic.includes(words));
  return title === undefined ? null : `Subject: ${title}`;
}

function reportType(value: string): string | null {
  const lower = value.slice(0, 40).trimStart().toLowerCase();
  if (lower.startsWith('multipart/report')) {
    const type = parseContentType(value).parameters.get('report-type')?.toLowerCase();
    return type === undefined ? 'multipart/report' : `report-type=${type.slice(0, 40)}`;
  }
  if (lower.startsWith('message/') && !lower.startsWith('message/external-body')) {
    return `Content-Type: ${parseContentType(value).type}`;
  }
  return null;
}

/** The sign of an automatic answer in the headers (RFC 3834 and what came before it), or null. */
export function automaticSign(headers: Headers): string | null {
  for (const { name, values } of automaticHeaders) {
    const value = headerValue(headers, name)?.toLowerCase();
    if (value === undefined) continue;
    if (values === 'any' || values.some((known) => value.startsWith(known))) {
      return `${name}: ${value.slice(0, 40)}`;
    }
  }
  const subject = decodeEncodedWords(
    (headerValue(headers, 'subject') ?? '').slice(0, 500),
  ).toLowerCase();
  const title = automaticSubjects.find((words) => subject.startsWith(words));
  return title === undefined ? null : `Subject: ${title}`;
}
