import { splitMessage } from '../../mail/headers.ts';
import { dateField, writeMessage, type PartToWrite } from '../../mail/write-message.ts';
import { ICON } from './icon.ts';
import { noticeHtml, noticeText } from './notice-words.ts';
import { domainOf, type Notice } from './notice.ts';

/** One notice to be written. */
export type NoticeRequest = {
  readonly notice: Notice;
  readonly sender: string;
  readonly recipient: string;
  /** The mail that it is about, as it left. `messageId` with brackets. */
  readonly original: { readonly raw: Buffer; readonly messageId: string; readonly sentAt: number };
  /** Epoch ms. */
  readonly at: number;
  /** The notice's own, with brackets. */
  readonly messageId: string;
};

const RETRY_MS = 46 * 3_600_000;

const words = ({ notice, recipient, sender }: NoticeRequest): PartToWrite => ({
  type: 'multipart/related',
  parts: [
    {
      type: 'multipart/alternative',
      parts: [
        { type: 'text/plain; charset=UTF-8', content: noticeText(notice, recipient, sender) },
        { type: 'text/html; charset=UTF-8', content: noticeHtml(notice, recipient, sender) },
      ],
    },
    {
      type: 'image/png; name=icon.png',
      headers: {
        'Content-Disposition': 'attachment; filename=icon.png',
        'Content-ID': '<icon.png>',
      },
      content: ICON,
    },
  ],
});

const remoteMta = ({ fromRemote }: Notice, domain: string): readonly string[] => {
  if (fromRemote === false) return [];
  const host = fromRemote === true ? `mx.${domain}` : fromRemote.host;
  return [`Remote-MTA: dns; ${host}. (192.0.2.25, the server for the domain ${domain}.)`];
};

const deliveryStatus = (request: NoticeRequest): string => {
  const { notice, recipient, sender, original, at } = request;
  const domain = domainOf(recipient);
  return [
    'Reporting-MTA: dns; googlemail.com',
    `Arrival-Date: ${dateField(original.sentAt)}`,
    `X-Original-Message-ID: ${original.messageId}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${notice.action}`,
    `Status: ${notice.status}`,
    ...remoteMta(notice, domain),
    `Diagnostic-Code: smtp; ${notice.response(recipient, sender)}`,
    `Last-Attempt-Date: ${dateField(at)}`,
    ...(notice.action === 'delayed' ? [`Will-Retry-Until: ${dateField(at + RETRY_MS)}`] : []),
    '',
  ].join('\r\n');
};

const headersOnly = (raw: Buffer): Buffer =>
  Buffer.concat([
    splitMessage(raw).head,
    Buffer.from('\r\n\r\n----- Message truncated -----\r\n', 'latin1'),
  ]);

/** Writes a notice as Gmail does since 2017: text, the machine's part (RFC 3464), and the mail's headers. */
export const writeNotice = async (request: NoticeRequest): Promise<Buffer> => {
  const { notice, sender, recipient, original, at, messageId } = request;
  return writeMessage({
    type: 'multipart/report; report-type=delivery-status',
    headers: {
      From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      To: sender,
      'Auto-Submitted': 'auto-replied',
      Subject: `Delivery Status Notification (${notice.action === 'failed' ? 'Failure' : 'Delay'})`,
      References: original.messageId,
      'In-Reply-To': original.messageId,
      ...(notice.namesRecipient ? { 'X-Failed-Recipients': recipient } : {}),
      'Message-ID': messageId,
      Date: dateField(at),
    },
    parts: [
      words(request),
      { type: 'message/delivery-status', content: Buffer.from(deliveryStatus(request), 'utf8') },
      { type: 'message/rfc822', content: headersOnly(original.raw) },
    ],
  });
};
