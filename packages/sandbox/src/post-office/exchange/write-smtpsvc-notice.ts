import { splitMessage } from '../../mail/headers.ts';
import { dateField, writeMessage } from '../../mail/write-message.ts';
import { domainOf } from '../notices/notice.ts';

/** One notice of Exchange 2003's SMTP service to be written. */
export type SmtpsvcRequest = {
  readonly action: 'failed' | 'delayed';
  /** The host that handed the mail over. */
  readonly from: string;
  readonly sender: string;
  readonly recipient: string;
  readonly original: { readonly raw: Buffer; readonly messageId: string; readonly sentAt: number };
  readonly at: number;
  readonly messageId: string;
  /** Epoch ms; only for a delay. */
  readonly retryUntil: number;
};

const warning = [
  'THIS IS A WARNING MESSAGE ONLY.',
  '',
  'YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
  '',
  'Delivery to the following recipients has been delayed.',
];

const failure = [
  'Unable to deliver message to the following recipients, due to being unable to connect successfully to the destination mail server.',
];

/** Writes a notice as the SMTP service of Windows does (Exchange 2003, Hotmail): what is late, and what has expired. */
export const writeSmtpsvcNotice = (request: SmtpsvcRequest): Promise<Buffer> => {
  const { action, from, sender, recipient, original, at, messageId, retryUntil } = request;
  const late = action === 'delayed';
  const status = [
    `Reporting-MTA: dns;exchange.${domainOf(recipient)}`,
    `Received-From-MTA: dns;${from}`,
    `Arrival-Date: ${dateField(original.sentAt)}`,
    '',
    `Final-Recipient: rfc822;${recipient}`,
    `Action: ${action}`,
    'Status: 4.4.7',
    ...(late ? [`Will-Retry-Until: ${dateField(retryUntil)}`] : []),
    '',
  ].join('\r\n');
  return writeMessage({
    type: 'multipart/report; report-type=delivery-status',
    headers: {
      From: `postmaster@${domainOf(recipient)}`,
      To: sender,
      Date: dateField(at),
      'X-DSNContext': '7ce717b1 - 1386 - 00000002 - C00402D1',
      'Message-ID': messageId,
      Subject: `Delivery Status Notification (${late ? 'Delay' : 'Failure'})`,
    },
    parts: [
      {
        type: 'text/plain; charset=unicode-1-1-utf-7',
        content: [
          'This is an automatically generated Delivery Status Notification.',
          '',
          ...(late ? warning : failure),
          '',
          `       ${recipient}`,
          '',
          '',
        ].join('\r\n'),
      },
      { type: 'message/delivery-status', content: Buffer.from(status, 'utf8') },
      {
        type: 'message/rfc822',
        content: Buffer.concat([splitMessage(original.raw).head, Buffer.from('\r\n\r\n')]),
      },
    ],
  });
};
