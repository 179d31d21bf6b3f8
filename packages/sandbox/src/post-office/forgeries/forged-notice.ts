import { withHeader, withTopHeaders } from '../../mail/edit-headers.ts';
import { dateField, writeMessage } from '../../mail/write-message.ts';
import { googleOwnStamps } from '../arrival/google-own.ts';
import { companyRoute } from '../exchange/company-route.ts';
import { onlineCodes } from '../exchange/exchange-notice.ts';
import { writeExchangeNotice } from '../exchange/write-exchange-notice.ts';
import type { Letter } from '../letter.ts';
import { domainOf } from '../notices/notice.ts';
import { unknownUser } from '../notices/unknown-user.ts';
import { writeNotice } from '../notices/write-notice.ts';

/** As whose notice the forgery goes. `plain`: a postmaster's, as a simple server writes it. */
export type ForgeryStyle = 'gmail' | 'exchange-online' | 'plain';

/** What the forger claims. */
export type Forgery = {
  /** The mail said to have failed, as a recipient holds it; or one that was never sent. */
  readonly letter: Letter;
  /** Whom it is said not to have reached. */
  readonly recipient: string;
  /** Who is to believe it. */
  readonly sender: string;
  readonly style: ForgeryStyle;
  /** Who stands in From; by default whoever wrote a real notice of that style. */
  readonly author?: string;
  /** Epoch ms. */
  readonly at: number;
};

const gmailStyle = async ({ letter, recipient, sender, at }: Forgery): Promise<Buffer> => {
  const raw = await writeNotice({
    notice: unknownUser,
    sender,
    recipient,
    original: { ...letter, sentAt: at },
    at,
    messageId: `<${at.toString(16)}.forged@mx.google.com>`,
  });
  // Whoever ever got a notice can copy everything above it, Gmail's results and signatures too.
  return withTopHeaders(raw, googleOwnStamps(raw, { recipient: sender, at }));
};

const exchangeStyle = ({ letter, recipient, sender, at }: Forgery): Promise<Buffer> =>
  writeExchangeNotice({
    ...companyRoute('exchange-online', { recipient, sentAt: at }, onlineCodes['unknown-user']),
    product: 'exchange-online',
    reason: 'unknown-user',
    code: onlineCodes['unknown-user'],
    sender,
    recipient,
    original: { ...letter, sentAt: at },
    at,
    messageId: `<${at.toString(16)}.forged@exchange.${domainOf(recipient)}>`,
    retryUntil: at,
  });

const plainStyle = ({ letter, recipient, sender, at }: Forgery): Promise<Buffer> => {
  const domain = domainOf(recipient);
  const status = [
    `Reporting-MTA: dns; mail.${domain}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: User unknown`,
    '',
  ].join('\r\n');
  return writeMessage({
    type: 'multipart/report; report-type=delivery-status',
    headers: {
      From: `Mail Delivery System <MAILER-DAEMON@mail.${domain}>`,
      To: sender,
      Subject: 'Undelivered Mail Returned to Sender',
      'Auto-Submitted': 'auto-replied',
      'In-Reply-To': letter.messageId,
      'Message-ID': `<${at.toString(16)}.forged@mail.${domain}>`,
      Date: dateField(at),
    },
    parts: [
      {
        type: 'text/plain; charset=us-ascii',
        content: `Your mail could not be delivered.\r\n\r\n<${recipient}>: User unknown\r\n`,
      },
      { type: 'message/delivery-status', content: Buffer.from(status, 'utf8') },
      {
        type: 'text/rfc822-headers',
        content: Buffer.from(`Message-ID: ${letter.messageId}\r\nTo: ${recipient}\r\n`, 'utf8'),
      },
    ],
  });
};

const writers = { gmail: gmailStyle, 'exchange-online': exchangeStyle, plain: plainStyle } as const;

/** Writes a notice of a failure that never happened, as good as anybody outside can. Hand it to `PostOffice.outsider`. */
export const forgedNotice = async (forgery: Forgery): Promise<Buffer> => {
  const raw = await writers[forgery.style](forgery);
  return forgery.author === undefined ? raw : withHeader(raw, 'From', forgery.author);
};

/** A mail that nobody sent, for a forger who has to invent one. */
export const letterNeverSent = (sender: string, recipient: string): Letter => {
  const messageId = '<CAinventedByTheForgerAndNeverSentAnywhere0@mail.gmail.com>';
  const lines = [
    `From: ${sender}`,
    `To: ${recipient}`,
    'Subject: Offer',
    `Message-ID: ${messageId}`,
    '',
    'Hello',
    '',
  ];
  return { raw: Buffer.from(lines.join('\r\n'), 'utf8'), messageId };
};
