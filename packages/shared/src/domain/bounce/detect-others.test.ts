import { describe, expect, it } from 'vitest';

import { readNotice } from './detect.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const report = (
  type: string,
  subtype: string,
  fields: string,
  extra = '',
) => `From: reports@customer.example
To: rep@seller.example
Subject: Report
${extra}Content-Type: multipart/report; report-type=${type}; boundary=b

--b
Content-Type: text/plain

Words.
--b
Content-Type: message/${subtype}

${fields}

--b
Content-Type: text/rfc822-headers

Message-ID: <sent@seller.example>
From: rep@seller.example
To: kim@customer.example

--b--
`;

describe('what is no bounce', () => {
  it('knows a complaint', () => {
    const text = report('feedback-report', 'feedback-report', 'Feedback-Type: abuse\nVersion: 1');
    expect(readNotice(bytes(text))).toMatchObject({
      kind: 'complaint',
      messageId: 'sent@seller.example',
      recipients: [],
    });
  });

  it('knows a read receipt', () => {
    const text = report(
      'disposition-notification',
      'disposition-notification',
      'Final-Recipient: rfc822;kim@customer.example\nDisposition: manual-action/MDN-sent-manually; displayed',
    );
    expect(readNotice(bytes(text)).kind).toBe('read-receipt');
  });

  it('knows a refusal in the form of a receipt (RFC 5429)', () => {
    const text = report(
      'disposition-notification',
      'disposition-notification',
      'Final-Recipient: rfc822;kim@customer.example\nDisposition: automatic-action/MDN-sent-automatically; deleted',
      'Auto-Submitted: auto-replied (rejected)\n',
    );
    expect(readNotice(bytes(text))).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: 'kim@customer.example' }],
    });
  });

  it('knows a report of delivery', () => {
    const text = report(
      'delivery-status',
      'delivery-status',
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822;kim@customer.example\nAction: delivered\nStatus: 2.0.0',
    );
    expect(readNotice(bytes(text))).toMatchObject({ kind: 'delivered', recipients: [] });
  });

  it('lists only the failed of several recipients', () => {
    const text = report(
      'delivery-status',
      'delivery-status',
      `Final-Recipient: rfc822;a@customer.example
Action: relayed
Status: 2.0.0
Final-Recipient: rfc822;b@customer.example
Action: failure
Status: 5.1.1 (no such user)`,
    );
    const notice = readNotice(bytes(text));
    expect(notice.kind).toBe('bounce');
    expect(notice.recipients.map(({ address }) => address)).toEqual(['b@customer.example']);
    expect(notice.recipients[0]?.status).toBe('5.1.1');
  });

  it.each([
    [
      'a person who quotes a notice',
      'From: Kim <kim@customer.example>\nSubject: Re: Undelivered Mail Returned to Sender\n\nI got this:\n> <x@y.example>: host said: 550 5.1.1 User unknown\n',
    ],
    [
      'a person who forwards one',
      'From: Kim <kim@customer.example>\nSubject: Fwd: question\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWhat is this?\n--b\nContent-Type: message/rfc822\n\nFrom: MAILER-DAEMON@x.example\nX-Failed-Recipients: a@b.example\n\n--b--\n',
    ],
    [
      'a letter that talks of a quota',
      'From: <MAILER-DAEMON@somewhere.example>\nSubject: Lunch\nIn-Reply-To: <1@x.example>\n\nIt was a long day.\nYour message to kim@customer.example was rejected because of the mailbox quota\nand so on.\n',
    ],
    [
      'a newsletter about bounces',
      'From: News <news@vendor.example>\nList-Id: <news.vendor.example>\nSubject: Why mail bounces\n\nUser unknown is the commonest reason: postmaster@example.com knows.\n',
    ],
  ])('leaves alone %s', (_, text) => {
    expect(readNotice(bytes(text)).kind).toBe('none');
  });

  it('knows an automatic answer that has an empty return path', () => {
    const text =
      'Return-Path: <>\nFrom: Kim <kim@customer.example>\nSubject: Automatic reply: Offer\nAuto-Submitted: auto-replied\n\nI am away until Monday; write to lee@customer.example.\n';
    expect(readNotice(bytes(text)).kind).toBe('auto-reply');
  });
});

describe('broken and unusual forms', () => {
  it('reads UTF-8 addresses', () => {
    const text = report(
      'delivery-status',
      'global-delivery-status',
      'Final-Recipient: utf-8; j\\x{FC}rgen@customer.example\nAction: failed\nStatus: 5.6.7',
    );
    expect(readNotice(bytes(text)).recipients[0]?.address).toBe('jürgen@customer.example');
  });

  it('reads a notice that is cut within its fields', () => {
    const whole = report(
      'delivery-status',
      'delivery-status',
      'Final-Recipient: rfc822;kim@customer.example\nAction: failed\nStatus: 5.1.1',
    );
    const cut = whole.slice(0, whole.indexOf('Status:') + 13);
    expect(readNotice(bytes(cut))).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: 'kim@customer.example', status: '5.1.1' }],
    });
  });

  it('guesses a boundary that the header does not name', () => {
    const text = report(
      'delivery-status',
      'delivery-status',
      'Final-Recipient: rfc822;kim@customer.example\nAction: failed\nStatus: 5.1.1',
    ).replace('; boundary=b', '');
    expect(
      readNotice(
        bytes(text.replace('--b\nContent-Type: text/plain', '--b\nContent-Type: text/plain')),
      ).kind,
    ).toBe('bounce');
  });

  it('reads Status x.0.0 from the words beside it', () => {
    const text = report(
      'delivery-status',
      'delivery-status',
      'Final-Recipient: rfc822;kim@customer.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 Over quota',
    );
    expect(readNotice(bytes(text)).recipients).toMatchObject([
      { status: '5.2.2', category: 'mailbox-full' },
    ]);
  });

  it('says which bound it reached', () => {
    const many = Array.from({ length: 60 }, (_, index) => `--b\n\npart ${index}\n`).join('');
    const text = `From: MAILER-DAEMON@x.example\nContent-Type: multipart/mixed; boundary=b\n\n${many}--b--\n`;
    expect(readNotice(bytes(text)).limitsReached).toContain('parts');
  });
});

const passedOn = (from: string, quote: string) =>
  new TextEncoder().encode(`From: ${from}
To: rep@seller.example
Subject: Delivery failed again
Content-Type: text/plain

${quote}<kim@customer.example>: 550 5.1.1 User unknown
`);

describe('people who pass a notice on', () => {
  const pasted = [
    'Return-Path: <>',
    'Received: from mx.globex.example by mail.acme.example; Mon, 23 Nov 2026 10:00:00 +0000',
    'From: MAILER-DAEMON@mx.globex.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <n1@mx.globex.example>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; jo@globex.example',
    'Action: failed',
    'Status: 5.1.1',
  ];

  it.each(['Problem with your mail', 'Undelivered mail from your company'])(
    'takes what a postmaster passes on under "%s" for no notice of his',
    (subject) => {
      const own = ['From: postmaster@globex.example', `Subject: ${subject}`, '', 'See below.', ''];
      expect(readNotice(bytes([...own, ...pasted].join('\r\n')))).toMatchObject({
        kind: 'none',
        recipients: [],
      });
    },
  );

  it('takes a sender with a name for a person where only the subject speaks of delivery', () => {
    expect(readNotice(passedOn('Ana <ana@seller.example>', '')).kind).toBe('none');
    expect(readNotice(passedOn('gateway@customer.example', '')).kind).toBe('bounce');
  });

  it('names nobody from lines that are quoted', () => {
    expect(readNotice(passedOn('gateway@customer.example', '> ')).kind).toBe('none');
  });
});
