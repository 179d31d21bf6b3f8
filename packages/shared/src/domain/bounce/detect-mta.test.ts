import { describe, expect, it } from 'vitest';

import { readNotice } from './detect.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A notice in words alone, as a mail server's daemon sends it. */
function daemonNotice(subject: string, text: string): Uint8Array {
  return bytes(`Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.seller.example>
To: rep@seller.example
Subject: ${subject}

${text}`);
}

const returned = `Return-Path: <rep@seller.example>
Received: by mx.seller.example; Mon, 2 Mar 2026 09:00:00 +0000
Message-ID: <sent@seller.example>
From: rep@seller.example
To: kim@customer.example
Subject: Offer

Hello`;

const formats: readonly (readonly [name: string, subject: string, text: string])[] = [
  [
    'qmail',
    'failure notice',
    `Hi. This is the qmail-send program at mx.seller.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<kim@customer.example>:
192.0.2.4 does not like recipient.
Remote host said: 550 5.1.1 <kim@customer.example>: User unknown
Giving up on 192.0.2.4.

--- Below this line is a copy of the message.

${returned}`,
  ],
  [
    'Exim',
    'Mail delivery failed: returning message to sender',
    `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  kim@customer.example
    host mx.customer.example [192.0.2.4]
    SMTP error from remote mail server after RCPT TO:<kim@customer.example>:
    550 5.1.1 <kim@customer.example>: User unknown

------ This is a copy of the message, including all the headers. ------

${returned}`,
  ],
  [
    'Postfix',
    'Undelivered Mail Returned to Sender',
    `This is the mail system at host mx.seller.example.

<kim@customer.example>: host mx.customer.example[192.0.2.4] said: 550 5.1.1
    <kim@customer.example>: Recipient address rejected: User unknown (in reply
    to RCPT TO command)

${returned}`,
  ],
  [
    'Sendmail',
    'Returned mail: see transcript for details',
    `The original message was received at Mon, 2 Mar 2026 09:00:00 GMT

   ----- The following addresses had permanent fatal errors -----
<kim@customer.example>
    (reason: 550 5.1.1 <kim@customer.example>... User unknown)

   ----- Transcript of session follows -----
... while talking to mx.customer.example.:
>>> DATA
<<< 550 5.1.1 <kim@customer.example>... User unknown
<<< 503 5.0.0 Need RCPT (recipient)

   ----- Unsent message follows -----
${returned}`,
  ],
  [
    'DragonFly',
    'Mail delivery failed',
    `There was an error delivering your mail to <kim@customer.example>.

mx.customer.example [192.0.2.4] did not like our RCPT TO:
550 5.1.1 <kim@customer.example>: User unknown

Message headers follow.

${returned}`,
  ],
  [
    'Apache James',
    'Undeliverable',
    `Hi. This is the James mail server at mx.seller.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

kim@customer.example

Error message below:
550 5.1.1 User unknown

${returned}`,
  ],
  [
    'a quoted address',
    'Mail delivery failed',
    `A message that you sent could not be delivered. The following addresses failed:

"kim@customer.example"

SMTP error from remote server after RCPT command:
host: mx.customer.example
550 5.1.1 <kim@customer.example>... User Unknown

--- The header of the original message is following. ---

${returned}`,
  ],
  [
    'a reason before the recipient',
    'Undeliverable Mail',
    `Your message could not be delivered because of

550 5.1.1 User unknown

The following recipients were affected:

    kim@customer.example

${returned}`,
  ],
  [
    'a sentence',
    'Undeliverable mail',
    `SMTP Server <mx.customer.example> rejected recipient <kim@customer.example>
  It responded as follows: [550 5.1.1 User unknown]

${returned}`,
  ],
];

describe('notices in words alone', () => {
  it.each(formats)('reads %s', (_, subject, text) => {
    const notice = readNotice(daemonNotice(subject, text));
    expect(notice.kind).toBe('bounce');
    expect(notice.messageId).toBe('sent@seller.example');
    expect(notice.recipients).toMatchObject([
      {
        address: 'kim@customer.example',
        status: '5.1.1',
        replyCode: '550',
        category: 'unknown-user',
        hard: true,
      },
    ]);
    expect(notice.recipients).toHaveLength(1);
  });

  it('gives each of several recipients its own reason', () => {
    const notice = readNotice(
      daemonNotice(
        'failure notice',
        `I'm afraid I wasn't able to deliver your message to the following addresses.

<a@customer.example>:
Remote host said: 552 5.2.2 Mailbox full

<b@customer.example>:
Sorry, I couldn't find any host named customer.example. (#5.1.2)

--- Below this line is a copy of the message.
`,
      ),
    );
    expect(notice.recipients).toMatchObject([
      { address: 'a@customer.example', status: '5.2.2', category: 'mailbox-full' },
      { address: 'b@customer.example', status: '5.1.2', category: 'unknown-host', hard: true },
    ]);
  });

  it('never makes up a status', () => {
    const notice = readNotice(
      daemonNotice('failure notice', '<kim@customer.example>:\nNo such user here.\n'),
    );
    expect(notice.recipients).toMatchObject([{ status: null, replyCode: null }]);
  });

  it('does not call hard what is refused after the address was taken', () => {
    const notice = readNotice(
      daemonNotice(
        'Undelivered Mail Returned to Sender',
        '<kim@customer.example>: host mx.customer.example[192.0.2.4] said: 550 Unknown user\n    (in reply to end of DATA command)\n',
      ),
    );
    expect(notice.recipients).toMatchObject([{ category: 'unknown-user', hard: false }]);
  });

  it('tells a warning from a failure', () => {
    const notice = readNotice(
      daemonNotice(
        'Warning: message delayed 24 hours',
        `A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue.

  kim@customer.example
    Delay reason: connection timed out

No action is required on your part. Delivery attempts will continue.
`,
      ),
    );
    expect(notice.kind).toBe('delayed');
    expect(notice.recipients).toMatchObject([{ action: 'delayed', hard: false }]);
  });
});
