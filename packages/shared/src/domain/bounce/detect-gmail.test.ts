import { describe, expect, it } from 'vitest';

import { readNotice, verdictOfHeaders } from './detect.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const from = (value: string) => [{ name: 'From', value }];

type Options = {
  readonly subject?: string;
  readonly heading?: string;
  readonly failed?: string | null;
  readonly fields?: string;
};

const failedFields = `Final-Recipient: rfc822; nobody@customer.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.customer.example. (192.0.2.7, the server for the domain customer.example.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
 550-5.1.1 double-checking the recipient's email address for typos or
 550 5.1.1 unnecessary spaces. - gsmtp
Last-Attempt-Date: Mon, 02 Mar 2026 01:02:03 -0800 (PST)`;

/** A notice as Gmail has written it since 2017 (support.google.com/mail/answer/6596); all names are our own. */
function gmailNotice(options: Options = {}): Uint8Array {
  const failed = options.failed === undefined ? 'nobody@customer.example' : options.failed;
  return bytes(`Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: rep@seller.example
Auto-Submitted: auto-replied
Subject: ${options.subject ?? 'Delivery Status Notification (Failure)'}
References: <first@mail.gmail.com> <sent-1@mail.gmail.com>
In-Reply-To: <sent-1@mail.gmail.com>
${failed === null ? '' : `X-Failed-Recipients: ${failed}\n`}Message-ID: <notice-1@mx.google.com>
Content-Type: multipart/report; boundary="outer"; report-type=delivery-status

--outer
Content-Type: multipart/related; boundary="inner"

--inner
Content-Type: multipart/alternative; boundary="words"

--words
Content-Type: text/plain; charset="UTF-8"

** ${options.heading ?? 'Address not found'} **

Your message wasn't delivered to nobody@customer.example because the address couldn't be found, or is unable to receive mail.

--words--
--inner
Content-Type: image/png; name="icon.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--inner--
--outer
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Received-From-MTA: dns; rep@seller.example
Arrival-Date: Mon, 02 Mar 2026 01:02:02 -0800 (PST)
X-Original-Message-ID: <sent-1@mail.gmail.com>

${options.fields ?? failedFields}

--outer
Content-Type: message/rfc822

From: Rep <rep@seller.example>
To: nobody@customer.example
Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
Message-ID: <sent-1@mail.gmail.com>
X-Postrider-Mail: AAAAAAAAAAAAAAAAAAAAAA

Hello
--outer--
`);
}

describe('notices of Gmail', () => {
  it('reads a failure with all it says', () => {
    const notice = readNotice(gmailNotice());
    expect(notice).toMatchObject({
      kind: 'bounce',
      messageId: 'sent-1@mail.gmail.com',
      references: ['sent-1@mail.gmail.com', 'first@mail.gmail.com'],
      mailId: 'AAAAAAAAAAAAAAAAAAAAAA',
      originalSubject: 'Grüße',
      reportingMta: 'googlemail.com',
      limitsReached: [],
    });
    expect(notice.recipients).toMatchObject([
      {
        address: 'nobody@customer.example',
        action: 'failed',
        status: '5.1.1',
        replyCode: '550',
        remoteMta: 'mx.customer.example',
        category: 'unknown-user',
        hard: true,
        whoMustAct: 'contact-data',
      },
    ]);
    expect(notice.recipients[0]?.diagnostic).toContain('does not exist');
  });

  it('reads the same from CRLF line ends', () => {
    const crlf = new TextDecoder().decode(gmailNotice()).replaceAll('\n', '\r\n');
    expect(readNotice(bytes(crlf))).toEqual(readNotice(gmailNotice()));
  });

  it('tells a delay from a failure, and until when Gmail tries', () => {
    const notice = readNotice(
      gmailNotice({
        subject: 'Delivery Status Notification (Delay)',
        heading: 'Delivery incomplete',
        failed: null,
        fields: `Final-Recipient: rfc822; nobody@customer.example
Action: delayed
Status: 4.4.1
Diagnostic-Code: smtp; The recipient server did not accept our requests to connect.
Will-Retry-Until: Wed, 04 Mar 2026 01:02:03 -0800 (PST)`,
      }),
    );
    expect(notice.kind).toBe('delayed');
    expect(notice.recipients).toMatchObject([
      { action: 'delayed', hard: false, retryUntil: Date.parse('2026-03-04T09:02:03Z') },
    ]);
  });

  it("puts the sender's own limit on nobody's contact", () => {
    const notice = readNotice(
      gmailNotice({
        heading: 'Message not delivered',
        fields: `Final-Recipient: rfc822; nobody@customer.example
Action: failed
Status: 5.4.5
Diagnostic-Code: smtp; 550 5.4.5 Daily user sending limit exceeded. - gsmtp`,
      }),
    );
    expect(notice.recipients).toMatchObject([
      { category: 'sender-limit', hard: false, whoMustAct: 'nobody' },
    ]);
  });

  it('puts a limit that names nobody on all the mail was meant for', () => {
    const notice = readNotice(
      bytes(`Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: rep@seller.example
Subject: Delivery Status Notification (Failure)
In-Reply-To: <sent-2@mail.gmail.com>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

** Message not delivered **

You have reached a limit for sending mail. Your message was not sent.

--b
Content-Type: message/rfc822

From: rep@seller.example
To: Kim <kim@customer.example>, Lee <lee@customer.example>
Message-ID: <sent-2@mail.gmail.com>

--b--
`),
    );
    expect(notice).toMatchObject({ kind: 'bounce', messageId: 'sent-2@mail.gmail.com' });
    expect(notice.recipients).toMatchObject([
      { address: 'kim@customer.example', category: 'sender-limit', hard: false },
      { address: 'lee@customer.example', category: 'sender-limit', hard: false },
    ]);
  });

  it('reads the words of notices before 2017', () => {
    const notice = readNotice(
      bytes(`From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: rep@seller.example
X-Failed-Recipients: full@customer.example
Subject: Delivery Status Notification (Failure)
Content-Type: text/plain; charset=UTF-8

Delivery to the following recipient failed permanently:

     full@customer.example

Technical details of permanent failure:
Google tried to deliver your message, but it was rejected by the server for the recipient domain.

The error that the other server returned was:
552 5.2.2 <full@customer.example>: Mailbox full

----- Original message -----

X-Received: by 192.0.2.9 with SMTP id x;
Message-ID: <old-1@mail.gmail.com>
From: rep@seller.example
To: full@customer.example
`),
    );
    expect(notice.messageId).toBe('old-1@mail.gmail.com');
    expect(notice.recipients).toMatchObject([
      { address: 'full@customer.example', status: '5.2.2', category: 'mailbox-full', hard: false },
    ]);
  });

  it('sends what looks like a notice to be read, and leaves a reply alone', () => {
    expect(
      verdictOfHeaders(from('Mail Delivery Subsystem <mailer-daemon@googlemail.com>')),
    ).toEqual({
      kind: 'read-raw',
      evidence: 'From: mailer-daemon',
    });
    expect(verdictOfHeaders(from('Ann <ann@customer.example>')).kind).toBe('none');
    expect(
      verdictOfHeaders([
        ...from('Ann <ann@customer.example>'),
        { name: 'Auto-Submitted', value: 'auto-replied' },
      ]).kind,
    ).toBe('auto-reply');
  });
});
