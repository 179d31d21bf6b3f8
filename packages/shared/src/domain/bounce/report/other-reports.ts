import { headerValue } from '../../message/headers.ts';
import { reportedRecipients } from './delivery-report.ts';
import { recipientsOf, type Report } from './from-fields.ts';
import type { Reading } from './reading.ts';

/** A complaint: the Abuse Reporting Format (RFC 5965), Microsoft's junk mail reports (JMRP), Apple Mail's opt-out. Null if it is none. */
export function asComplaint(reading: Reading): Report | null {
  if (
    reading.sign === 'report-type=feedback-report' ||
    reading.types.has('message/feedback-report')
  ) {
    return { kind: 'complaint', evidence: 'message/feedback-report (RFC 5965)' };
  }
  const subject = (headerValue(reading.headers, 'subject') ?? '').trim().toLowerCase();
  if (subject.startsWith('complaint about message from') && reading.returnsMail) {
    return {
      kind: 'complaint',
      evidence: 'Subject: complaint about message from (Microsoft JMRP)',
    };
  }
  return headerValue(reading.headers, 'x-apple-unsubscribe') === null
    ? null
    : { kind: 'complaint', evidence: 'X-Apple-Unsubscribe' };
}

/**
 * A read receipt (RFC 8098), or a refusal that has the form of one: Sieve's "reject" (RFC 5429 section 2.2) answers with
 * an automatic "deleted". Null if it is neither.
 */
export function asReceipt(reading: Reading): Report | null {
  if (
    reading.sign !== 'report-type=disposition-notification' &&
    !reading.types.has('message/disposition-notification')
  ) {
    return null;
  }
  const disposition = reading.fields.message.get('disposition')?.toLowerCase() ?? '';
  const submitted = headerValue(reading.headers, 'auto-submitted')?.toLowerCase() ?? '';
  const refused = reportedRecipients(reading.fields);
  if (
    refused.length > 0 &&
    disposition.startsWith('automatic-action') &&
    disposition.includes('deleted') &&
    (submitted.includes('reject') ||
      /\b(?:rejected|refused)\b/i.test(reading.text.lines.join('\n')))
  ) {
    const recipients = recipientsOf(reading, refused, 'failed');
    return {
      kind: 'bounce',
      evidence: 'Disposition: automatic-action; deleted (RFC 5429)',
      recipients,
    };
  }
  return { kind: 'read-receipt', evidence: 'message/disposition-notification (RFC 8098)' };
}
