import type { Notice } from '../notice.ts';
import { refusedIn } from '../text/codes.ts';
import { ownWords } from '../text/notice-text.ts';
import { reasonsIn } from '../text/reasons.ts';
import { mentionsIn } from '../text/recipient-lines.ts';
import { reportedRecipients } from './delivery-report.ts';
import { isFromPerson, type Reading } from './reading.ts';
import { toRecipients, type ReportedFacts } from './recipient.ts';

/** What a reading comes to: the kind, why, and the recipients it is about. */
export type Report = Pick<Notice, 'kind' | 'evidence'> &
  Partial<Pick<Notice, 'recipients' | 'onlyWords'>>;

/** Judges by the fields of a delivery report (RFC 3464): one failed recipient makes a bounce, else one delayed a delay. Null without fields. */
export function fromFields(reading: Reading): Report | null {
  if (reading.types.has('message/disposition-notification')) return null;
  // Fields in the text of a person's mail were pasted there.
  if (isFromPerson(reading) && !reading.types.has('message/delivery-status')) return null;
  const all = reportedRecipients(reading.fields);
  if (all.length === 0) return null;
  const failed = all.filter((one) => one.action === 'failed');
  const kept = failed.length > 0 ? failed : all.filter((one) => one.action === 'delayed');
  if (kept.length === 0) return { kind: 'delivered', evidence: 'Action: delivered (RFC 3464)' };
  const action = failed.length > 0 ? 'failed' : 'delayed';
  return {
    kind: action === 'failed' ? 'bounce' : 'delayed',
    evidence: `${reading.sign}; Action: ${action}`,
    recipients: recipientsOf(reading, kept, action),
  };
}

/** Recipients with what the notice's words add to their fields; one entry for each address. */
export function recipientsOf(
  reading: Reading,
  reported: readonly ReportedFacts[],
  action: 'failed' | 'delayed',
): Notice['recipients'] {
  const names = new Set(reported.flatMap((one) => [one.address, ...one.alternates]));
  const mentions = mentionsIn(reading.text.lines.slice(0, reading.text.ownLines));
  const reasons = reasonsIn(reading.text, mentions, names);
  // With one recipient the whole notice is about it; among several only the words next to each count.
  const refused = reported.length === 1 ? refusedIn(ownWords(reading.text)) : null;
  const byAddress = new Map(reported.toReversed().map((one) => [one.address, one]));
  const findings = [...byAddress.values()].toReversed().map((one) => ({
    reported: one,
    action,
    text: reasons.about(one.address),
    refused,
  }));
  return toRecipients(findings, reading.reached);
}
