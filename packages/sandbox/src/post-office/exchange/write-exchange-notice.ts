import { withTopHeaders } from '../../mail/edit-headers.ts';
import { headerOf } from '../../mail/headers.ts';
import { dateField, writeMessage, type PartToWrite } from '../../mail/write-message.ts';
import type { ExchangeNoticeRequest } from './notice-request.ts';
import { exchangeHtml, exchangeText } from './notice-text.ts';
import { originalHeader } from './original-header.ts';
import { textPart } from './text-part.ts';
import { threadIndex } from './thread-index.ts';
import { allWords } from './words/all.ts';

/** The address that writes an organisation's own notices is the same in every one of them. */
const internalAuthor = 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e';

const author = (request: ExchangeNoticeRequest): string =>
  ({
    postmaster: `postmaster@${request.company}`,
    'microsoft-exchange': `${request.authorName ?? 'Microsoft Exchange'} <${internalAuthor}@${request.company}>`,
    'outlook.com': 'Microsoft Outlook <postmaster@outlook.com>',
  })[request.author ?? 'postmaster'];

const deliveryStatus = (request: ExchangeNoticeRequest): string => {
  const { server, from, remote, reason, code, recipient, original, retryUntil } = request;
  return [
    `Reporting-MTA: dns;${server}`,
    ...(from === undefined ? [] : [`Received-From-MTA: dns;${from}`]),
    `Arrival-Date: ${dateField(original.sentAt)}`,
    '',
    `Final-Recipient: rfc822;${recipient}`,
    `Action: ${reason === 'delayed' ? 'delayed' : 'failed'}`,
    `Status: ${code.status}`,
    `Diagnostic-Code: smtp;${code.response(recipient)}`,
    ...(remote === null ? [] : [`Remote-MTA: dns;${remote}`]),
    ...(reason === 'delayed' ? [`Will-Retry-Until: ${dateField(retryUntil)}`] : []),
    `X-Display-Name: ${recipient}`,
    '',
  ].join('\r\n');
};

const parts = (request: ExchangeNoticeRequest): readonly PartToWrite[] => {
  const { parts: wanted = 'all' } = request;
  const words: PartToWrite = {
    type: 'multipart/alternative; differences=Content-Type',
    parts: [
      textPart('text/plain', request.words?.text ?? exchangeText(request)),
      textPart('text/html', request.words?.html ?? exchangeHtml(request)),
    ],
  };
  const status: PartToWrite = {
    type: 'message/delivery-status',
    content: Buffer.from(deliveryStatus(request), 'utf8'),
  };
  const returned: PartToWrite = { type: 'message/rfc822', content: originalHeader(request) };
  return [
    words,
    ...(wanted === 'all' ? [status] : []),
    ...(wanted === 'words-only' ? [] : [returned]),
  ];
};

/** Writes a notice as Exchange Online does, or as Exchange Server does from 2007 on. */
export const writeExchangeNotice = async (request: ExchangeNoticeRequest): Promise<Buffer> => {
  const { product, reason, sender, original, at, messageId, language = 'en' } = request;
  const words = allWords[language];
  const subject = headerOf(original.raw, 'Subject') ?? '';
  const raw = await writeMessage({
    type: 'multipart/report; report-type=delivery-status',
    headers: {
      From: author(request),
      To: sender,
      Date: dateField(at),
      'Content-Language': words.tag,
      'Message-ID': messageId,
      // Words alone come from servers that do not thread their notices either.
      ...(request.parts === 'words-only'
        ? {}
        : { 'In-Reply-To': original.messageId, References: original.messageId }),
      'Thread-Topic': subject,
      'Thread-Index': threadIndex(original.raw, original.sentAt, at),
      Subject: `${reason === 'delayed' ? words.delayedSubject : words.failedSubject}${subject}`,
      'Auto-Submitted': 'auto-replied',
    },
    parts: parts(request),
  });
  return product === 'exchange-online'
    ? withTopHeaders(raw, [{ name: 'X-MS-Exchange-Message-Is-Ndr', value: '' }])
    : raw;
};
