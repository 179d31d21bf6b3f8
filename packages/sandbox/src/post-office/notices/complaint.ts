import { splitMessage } from '../../mail/headers.ts';
import { dateField, writeMessage } from '../../mail/write-message.ts';
import { domainOf } from './notice.ts';

/** Writes what a provider sends when its user calls a mail spam: an abuse report (RFC 5965). */
export const writeComplaint = async (request: {
  readonly sender: string;
  readonly recipient: string;
  readonly original: { readonly raw: Buffer; readonly messageId: string };
  readonly at: number;
  readonly messageId: string;
}): Promise<Buffer> => {
  const { sender, recipient, original, at, messageId } = request;
  const domain = domainOf(recipient);
  const report = [
    'Feedback-Type: abuse',
    'User-Agent: Feedback-Loop/1.0',
    'Version: 1',
    `Original-Mail-From: <${sender}>`,
    `Original-Rcpt-To: <${recipient}>`,
    `Arrival-Date: ${dateField(at)}`,
    '',
  ].join('\r\n');
  return writeMessage({
    type: 'multipart/report; report-type=feedback-report',
    headers: {
      From: `Abuse reports <feedback@${domain}>`,
      To: sender,
      Subject: 'Abuse report',
      'Message-ID': messageId,
      Date: dateField(at),
    },
    parts: [
      {
        type: 'text/plain; charset=UTF-8',
        content: `This is an abuse report for a message received by ${domain}.\r\n`,
      },
      { type: 'message/feedback-report', content: Buffer.from(report, 'utf8') },
      {
        type: 'text/rfc822-headers',
        content: Buffer.concat([splitMessage(original.raw).head, Buffer.from('\r\n')]),
      },
    ],
  });
};
