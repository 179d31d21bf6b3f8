import { headerValue, type Headers } from '../message/headers.ts';
import { messageIdsIn } from '../message/references.ts';
import type { Notice } from './notice.ts';
import type { Source } from './reader/source.ts';
import { reportingMtaOf } from './report/delivery-report.ts';
import { fromFields, type Report } from './report/from-fields.ts';
import { fromText } from './report/from-text.ts';
import { asComplaint, asReceipt } from './report/other-reports.ts';
import { takeApart, type Reading } from './report/reading.ts';
import { toRecipients } from './report/recipient.ts';
import { bareMessageId } from './report/returned-mail.ts';
import { readSesNotification } from './report/ses-notification.ts';
import { ownWords } from './text/notice-text.ts';

/** Everything a report says; what the message's own headers say is added by the caller. */
export type ReadReport = Omit<Notice, 'references' | 'limitsReached'>;

/** Reads a message whose headers look like a report, and decides what it is. The strictest form is tried first. */
export function readReport(
  source: Source,
  headers: Headers,
  bodyAt: number,
  sign: string,
): ReadReport {
  const reading = takeApart(source, headers, bodyAt, sign);
  const about = {
    messageId: originalMessageId(reading),
    mailId: reading.returned.mailId,
    originalSubject: reading.returned.subject,
    reportingMta: reportingMtaOf(reading.fields),
    recipients: [],
  };
  if (reading.quotesNotice) {
    return { ...about, kind: 'none', evidence: `${sign}, but it passes a notice on` };
  }
  const amazon = fromAmazon(reading);
  if (amazon !== null) return { ...about, ...amazon };
  const report =
    asComplaint(reading) ?? asReceipt(reading) ?? fromFields(reading) ?? fromText(reading);
  return { ...about, ...report };
}

function fromAmazon(reading: Reading): (Report & Pick<Notice, 'messageId'>) | null {
  if (headerValue(reading.headers, 'x-amz-sns-message-id') === null) return null;
  const read = readSesNotification(reading.text.lines.join('\n'));
  if (read === null) return null;
  return {
    kind: read.kind,
    evidence: 'X-Amz-Sns-Message-Id',
    messageId: read.messageId === null ? null : bareMessageId(read.messageId),
    recipients: toRecipients(
      read.kind === 'bounce'
        ? read.recipients.map((reported) => ({
            reported,
            action: 'failed',
            text: '',
            refused: null,
          }))
        : [],
      reading.reached,
    ),
  };
}

function originalMessageId(reading: Reading): string | null {
  if (reading.returned.messageId !== null) return reading.returned.messageId;
  // Gmail names it among the report's fields, Dovecot as RFC 8098 does, both also as In-Reply-To.
  const named =
    reading.fields.message.get('x-original-message-id') ??
    reading.fields.message.get('original-message-id') ??
    headerValue(reading.headers, 'x-original-message-id');
  if (named !== null) return bareMessageId(named);
  const answered = messageIdsIn(headerValue(reading.headers, 'in-reply-to') ?? '')[0];
  return answered ?? mentionedMessageId(reading);
}

const mentioned = /^\s{0,20}message-id\s{0,3}:\s{0,20}<([^<>\s]{1,998})>/im;

/** PMDF and its heirs quote a few fields of the mail at the beginning of their words. */
function mentionedMessageId(reading: Reading): string | null {
  return mentioned.exec(ownWords(reading.text))?.[1] ?? null;
}
