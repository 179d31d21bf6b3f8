import { expect, it } from 'vitest';

import { messageClassOf } from './message-class.ts';

const report = (kind: string, fields: string): Buffer =>
  Buffer.from(
    `Content-Type: multipart/report; report-type=${kind}; boundary=b\r\nAuto-Submitted: auto-replied\r\n\r\n--b\r\n\r\nWords\r\n--b\r\nContent-Type: message/${kind}\r\n\r\n${fields}\r\n--b--\r\n`,
  );

const outside = { inside: false, arrivals: { reportsFromOutside: 'report class' } } as const;

it.each([
  ['delivery-status', 'Reporting-MTA: dns;x\r\n\r\nAction: failed', 'REPORT.IPM.Note.NDR'],
  ['delivery-status', 'Action: delayed', 'REPORT.IPM.Note.Delayed.DR'],
  ['delivery-status', 'Action: delivered', 'REPORT.IPM.Note.DR'],
  ['delivery-status', 'Action: relayed', 'REPORT.IPM.Note.Relayed.DR'],
  ['delivery-status', 'Action: expanded', 'REPORT.IPM.Note.Expanded.DR'],
  ['delivery-status', 'no fields', 'REPORT.IPM.Note.NDR'],
  [
    'disposition-notification',
    'Disposition: manual-action/MDN-sent-manually; displayed',
    'REPORT.IPM.Note.IPNRN',
  ],
  [
    'disposition-notification',
    'Disposition: automatic-action/MDN-sent-automatically; deleted',
    'REPORT.IPM.Note.IPNNRN',
  ],
  ['feedback-report', 'Feedback-Type: abuse', 'IPM.Note'],
])('%s with "%s" is filed as %s', (kind, fields, expected) => {
  expect(messageClassOf(report(kind, fields), outside)).toBe(expected);
});

it('what comes from outside may stay a note, and only a colleague’s answer is known as one', () => {
  const plain = { inside: false, arrivals: { reportsFromOutside: 'plain note' } } as const;
  expect(messageClassOf(report('delivery-status', 'Action: failed'), plain)).toBe('IPM.Note');
  const answer = Buffer.from('Auto-Submitted: auto-replied\r\n\r\nAway\r\n');
  expect(messageClassOf(answer, outside)).toBe('IPM.Note');
  expect(messageClassOf(answer, { ...plain, inside: true })).toBe(
    'IPM.Note.Rules.OofTemplate.Microsoft',
  );
});
