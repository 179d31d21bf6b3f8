import { decodeEncodedWords } from '../../message/encoded-word.ts';
import { headerValue, type Headers } from '../../message/headers.ts';
import { verdictOfHeaders } from '../header-verdict.ts';
import type { LimitName } from '../limits.ts';
import { partText } from '../reader/decode.ts';
import { readHeaderBlock, readRawHeaderBlock } from '../reader/header-block.ts';
import { readParts, type Part } from '../reader/parts.ts';
import type { Source } from '../reader/source.ts';
import { noticeSubjects } from '../rules/header-signs.ts';
import { htmlToText } from '../text/html.ts';
import { ownWords, splitNotice, type NoticeText } from '../text/notice-text.ts';
import { findAddresses } from './address.ts';
import { parseDeliveryFields, type DeliveryFields } from './delivery-fields.ts';
import { fieldsInText, returnedMail, type ReturnedMail } from './returned-mail.ts';

/** A message that may be a report, taken apart: what its parts, fields, words and returned mail say. */
export type Reading = {
  /** The header that made it worth reading. */
  readonly sign: string;
  /** Somebody passes a notice on: what his text holds is the notice itself, with its own header or its parts. */
  readonly quotesNotice: boolean;
  readonly headers: Headers;
  readonly types: ReadonlySet<string>;
  readonly text: NoticeText;
  readonly fields: DeliveryFields;
  readonly returned: ReturnedMail;
  /** Collects the bounds that were reached. */
  readonly reached: Set<LimitName>;
  /** Whether anything of the returned mail is there. */
  readonly returnsMail: boolean;
};

const returnedTypes: ReadonlySet<string> = new Set([
  'message/rfc822',
  'message/global',
  'message/global-headers',
  'message/rfc822-headers',
  'text/rfc822-headers',
  'text/rfc822',
]);

/** Parts whose body is a block of fields: RFC 3464, RFC 6533, and the disposition of RFC 8098. */
const fieldTypes: ReadonlySet<string> = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
]);

/** Takes a message apart, within the bounds of the source. */
export function takeApart(source: Source, headers: Headers, bodyAt: number, sign: string): Reading {
  const parts = readParts(source, headers, bodyAt);
  const text = splitNotice(noticeText(source, parts));
  const returnedHeaders = headersOfReturned(source, parts, text);
  const mayBePerson = personSign.test(sign);
  return {
    sign,
    quotesNotice: mayBePerson && (holdsMimeSource(text) || isNotice(returnedHeaders)),
    headers,
    reached: source.reached,
    types: new Set(parts.map((part) => part.type)),
    text,
    fields: deliveryFields(source, parts, text, mayBePerson),
    returned: returnedMail(returnedHeaders),
    returnsMail: returnedHeaders.length > 0 || parts.some((part) => returnedTypes.has(part.type)),
  };
}

/** The addresses in a header of the notice itself. */
export function headerAddresses(headers: Headers, name: string): readonly string[] {
  const value = headerValue(headers, name);
  return value === null
    ? []
    : findAddresses(decodeEncodedWords(value.slice(0, 20_000))).map((found) => found.address);
}

function noticeText(source: Source, parts: readonly Part[]): string {
  const end = parts.findIndex((part) => returnedTypes.has(part.type));
  const own = end === -1 ? parts : parts.slice(0, end);
  const plain = own.filter((part) => part.type === 'text/plain' || !part.type.includes('/'));
  if (plain.length > 0) {
    return plain
      .slice(0, 3)
      .map((part) => partText(source, part))
      .join('\n');
  }
  const html = own.find((part) => part.type === 'text/html');
  return html === undefined ? '' : htmlToText(partText(source, html));
}

const recipientField = /^(?:final|original)-recipient\s{0,3}:/i;

function deliveryFields(
  source: Source,
  parts: readonly Part[],
  text: NoticeText,
  mayBePerson: boolean,
): DeliveryFields {
  const part = parts.find((one) => fieldTypes.has(one.type));
  const status = part === undefined ? '' : partText(source, part);
  const fields = parseDeliveryFields(status, source.reached);
  if (fields.recipients.length > 0) return fields;
  // Fields in plain text: a few lines before the first name may hold Action and Reporting-MTA.
  const start = text.lines.findIndex((line) => recipientField.test(line));
  // Below another mail's header they are that mail's: somebody has pasted a notice.
  if (start === -1 || (mayBePerson && start >= text.ownLines)) return fields;
  return parseDeliveryFields(text.lines.slice(Math.max(0, start - 6)).join('\n'), source.reached);
}

function headersOfReturned(source: Source, parts: readonly Part[], text: NoticeText): Headers {
  for (const part of parts) {
    const headers = returnedTypes.has(part.type)
      ? headersInPart(source, part)
      : // A returned mail put in as a part of its own, without a type around it.
        isMailHeader(part.headers) && parts.length > 1
        ? part.headers
        : [];
    if (headers.length > 0) return headers;
  }
  if (text.returnedAt !== null) return fieldsInText(text.lines, text.returnedAt);
  // A wrong boundary leaves the returned mail inside the part before it.
  const status = parts.find((part) => fieldTypes.has(part.type));
  if (status === undefined) return [];
  const split = splitNotice(partText(source, status));
  return split.returnedAt === null ? [] : fieldsInText(split.lines, split.returnedAt);
}

function isMailHeader(headers: Headers): boolean {
  return headerValue(headers, 'message-id') !== null && headerValue(headers, 'from') !== null;
}

function headersInPart(source: Source, part: Part): Headers {
  if (part.encoding === 'base64' || part.encoding === 'quoted-printable') {
    const text = partText(source, part).trimStart();
    return readHeaderBlock(text, 0, text.length, source.reached).headers;
  }
  let start = part.bodyAt;
  while (start < part.bodyEnd && ' \t\r\n'.includes(source.text[start] ?? '')) start += 1;
  return readRawHeaderBlock(source, start, part.bodyEnd).headers;
}

/** Nothing else in the header speaks for a report: people write as postmaster, and about mail that came back. */
const personSign = /^(?:Subject|From: (?:post_?master|.{0,10}administrator))/;

/** Whether a mail that stands inside another one is itself a notice, by what no mail of a person bears. */
function isNotice(headers: Headers): boolean {
  const { kind, evidence } = verdictOfHeaders(headers);
  return kind === 'read-raw' && !/^(?:Subject|From: postmaster)/.test(evidence);
}

/** The line between two parts of a mail, and the first field of the next one. */
const partBegins = /^--\S[^\n]{3,70}\ncontent-[a-z-]{2,30}:/im;

function holdsMimeSource(text: NoticeText): boolean {
  return partBegins.test(ownWords(text));
}

const namedSender = /^\s{0,20}[^\s<][^<]{0,200}</;

/**
 * Where only the subject speaks of delivery, a sender with a name is a person who passes a notice on; programs that write
 * so have none. Where only the sender does, a postmaster whose subject is about something else is one, too.
 */
export function isFromPerson({ sign, headers }: Reading): boolean {
  if (sign.startsWith('Subject:')) return namedSender.test(headerValue(headers, 'from') ?? '');
  const subject = decodeEncodedWords(headerValue(headers, 'subject') ?? '').toLowerCase();
  return sign === 'From: postmaster' && !noticeSubjects.some((words) => subject.includes(words));
}
