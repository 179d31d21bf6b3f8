import { withTopHeaders } from '../../mail/edit-headers.ts';
import { headerOf, splitMessage } from '../../mail/headers.ts';
import { dateField, writeMessage } from '../../mail/write-message.ts';
import { domainOf } from '../notices/notice.ts';
import type { ExchangeReason } from './exchange-notice.ts';

/** What Exchange 2003 itself refuses; what is late is reported by its SMTP service. */
export type Reason2003 = Exclude<ExchangeReason, 'delayed' | 'expired' | 'unknown-user-behind'>;

/** One notice of Exchange 2003 to be written. */
export type Notice2003Request = {
  readonly reason: Reason2003;
  readonly sender: string;
  readonly recipient: string;
  /** How the recipient is called in the notice: by address, or only by the name in the company's address book. */
  readonly calledBy: string;
  readonly original: { readonly raw: Buffer; readonly messageId: string; readonly sentAt: number };
  readonly at: number;
  readonly messageId: string;
};

/** Sentence and code; an unknown recipient has the mail connector's own words and no code at all. */
const reasons: Readonly<Record<Reason2003, { sentence: string; status: string | null }>> = {
  'unknown-user': { sentence: 'The recipient name is not recognized', status: null },
  'mailbox-full': {
    sentence: "The message could not be delivered because the recipient's mailbox is full.",
    status: '5.2.2',
  },
  'blocked-by-policy': {
    sentence: 'The message was refused by the content policy of this organization.',
    status: '5.7.1',
  },
  'too-large': {
    sentence: 'This message is larger than the current system limit.',
    status: '5.2.3',
  },
  'sender-not-allowed': {
    sentence: 'You do not have permission to send to this recipient.',
    status: '5.7.1',
  },
};

/** The enhanced code in such a notice (RFC 3463), or null. */
export const statusOf2003 = (reason: Reason2003): string | null => reasons[reason].status;

const text = (request: Notice2003Request): string => {
  const { reason, recipient, calledBy, original, at } = request;
  const { sentence, status } = reasons[reason];
  const site = (domainOf(recipient).split('.')[0] ?? '').toUpperCase();
  return [
    'Your message',
    '',
    `  To:      ${headerOf(original.raw, 'To') ?? ''}`,
    `  Subject: ${headerOf(original.raw, 'Subject') ?? ''}`,
    `  Sent:    ${dateField(original.sentAt)}`,
    '',
    'did not reach the following recipient(s):',
    '',
    `${calledBy} on ${dateField(at)}`,
    `    ${sentence}`,
    status === null
      ? `    MSEXCH:IMS:${site}:FIRST:EXCHANGE 0 (000C05A6) Unknown Recipient`
      : `    <exchange.${domainOf(recipient)} #${status}>`,
    '',
    '',
  ].join('\r\n');
};

/** Writes a notice as Exchange 2003 did: multipart/mixed, no fields of RFC 3464, a System Administrator as author. */
export const write2003Notice = async (request: Notice2003Request): Promise<Buffer> => {
  const { sender, recipient, original, at, messageId } = request;
  const raw = await writeMessage({
    type: 'multipart/mixed',
    headers: {
      'Message-ID': messageId,
      From: `System Administrator <postmaster@${domainOf(recipient)}>`,
      To: sender,
      Subject: `Undeliverable: ${headerOf(original.raw, 'Subject') ?? ''}`,
      Date: dateField(at),
      'X-Mailer': 'Internet Mail Service (5.5.2657.72)',
    },
    parts: [
      { type: 'text/plain; charset=utf-8', content: text(request) },
      {
        type: 'message/rfc822',
        content: Buffer.concat([splitMessage(original.raw).head, Buffer.from('\r\n\r\n')]),
      },
    ],
  });
  return withTopHeaders(raw, [{ name: 'X-MS-Embedded-Report', value: '' }]);
};
