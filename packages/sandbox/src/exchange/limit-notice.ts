import { mailboxesOf, recipientsOf } from '../mail/addresses.ts';
import { withTopHeaders } from '../mail/edit-headers.ts';
import { headerOf, splitMessage } from '../mail/headers.ts';
import { dateField, writeMessage } from '../mail/write-message.ts';
import type { ExchangeItem } from './mailbox.ts';

/** Which of the sender's own limits stopped a mail. */
export type LimitNotice = 'recipient-quota' | 'too-many-recipients';

/** Microsoft Learn, "Email non-delivery reports and SMTP errors in Exchange Online". */
const codes: Readonly<Record<LimitNotice, { status: string; said: string; words: string }>> = {
  'recipient-quota': {
    status: '5.1.90',
    said: "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    words:
      "Your message can't be sent because you've reached your daily limit for message recipients. To help prevent unsolicited bulk messages, there is a limit on how many recipients you can send to in a day.",
  },
  'too-many-recipients': {
    status: '5.5.3',
    said: '550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients',
    words:
      'Your message has too many recipients. Send it again with fewer recipients on the To, Cc and Bcc lines.',
  },
};

/** Exchange's notice to a sender whose own limit stopped a mail: it names every recipient, and no server outside. */
export const writeLimitNotice = async (request: {
  readonly kind: LimitNotice;
  readonly item: ExchangeItem;
  /** The sender's address. */
  readonly to: string;
  /** Epoch ms. */
  readonly at: number;
  /** The notice's own, with brackets. */
  readonly messageId: string;
  /** The name of the server that writes it. */
  readonly server: string;
}): Promise<Buffer> => {
  const { kind, item, to, at, messageId, server } = request;
  const { status, said, words } = codes[kind];
  const recipients = recipientsOf(item.raw);
  const subject = headerOf(item.raw, 'Subject') ?? '';
  const domain = (mailboxesOf(item.raw, ['from'])[0]?.address ?? to).replace(/.*@/, '');
  const text = [
    'Delivery has failed to these recipients or groups:',
    '',
    ...recipients.flatMap((recipient) => [recipient, words, '']),
    'Diagnostic information for administrators:',
    '',
    `Generating server: ${server}`,
    '',
    ...recipients.flatMap((recipient) => [recipient, `Remote Server returned '${said}'`, '']),
  ].join('\r\n');
  const fields = [
    `Reporting-MTA: dns;${server}`,
    `Arrival-Date: ${dateField(at)}`,
    '',
    ...recipients.flatMap((recipient) => [
      `Final-Recipient: rfc822;${recipient}`,
      'Action: failed',
      `Status: ${status}`,
      `Diagnostic-Code: smtp;${said}`,
      '',
    ]),
  ].join('\r\n');
  const raw = await writeMessage({
    type: 'multipart/report; report-type=delivery-status',
    headers: {
      From: `Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${domain}>`,
      To: to,
      Date: dateField(at),
      'Message-ID': messageId,
      'In-Reply-To': item.messageId,
      References: item.messageId,
      Subject: `Undeliverable: ${subject}`,
      'Auto-Submitted': 'auto-replied',
    },
    parts: [
      { type: 'text/plain; charset=utf-8', content: text },
      { type: 'message/delivery-status', content: Buffer.from(fields) },
      { type: 'message/rfc822', content: splitMessage(item.raw).head },
    ],
  });
  // It never leaves the organisation, and only its own Exchange can say so.
  return withTopHeaders(raw, [
    { name: 'X-MS-Exchange-Organization-AuthSource', value: server },
    { name: 'X-MS-Exchange-Organization-AuthAs', value: 'Internal' },
    { name: 'X-MS-Exchange-Organization-AuthMechanism', value: '05' },
    { name: 'X-MS-Exchange-Message-Is-Ndr', value: '' },
  ]);
};
