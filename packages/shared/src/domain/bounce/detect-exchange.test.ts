import { describe, expect, it } from 'vitest';

import { readNotice } from './detect.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The words of an Exchange notice in a language: its subject and its headings. */
type Words = {
  readonly subject: string;
  readonly failed: string;
  readonly diagnostics: string;
  readonly headers: string;
};

const english: Words = {
  subject: 'Undeliverable',
  failed: 'Delivery has failed to these recipients or groups:',
  diagnostics: 'Diagnostic information for administrators:',
  headers: 'Original message headers:',
};

const french: Words = {
  subject: 'Non remis',
  failed: '=C9chec de la remise pour ces destinataires ou groupes=A0:',
  diagnostics: 'Informations de diagnostic pour les administrateurs=A0:',
  headers: "En-t=EAtes de message d'origine=A0:",
};

/** A notice as Exchange Online writes it when neither report fields nor the mail come along. */
function onlyWords(words: Words, reply: string): Uint8Array {
  return bytes(`From: <postmaster@seller.example>
To: <rep@seller.example>
Content-Type: multipart/report; report-type=delivery-status; boundary="r"
X-MS-Exchange-Message-Is-Ndr:
Subject: ${words.subject}: Offer
Auto-Submitted: auto-replied

--r
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

${words.failed}

kim@customer.example<mailto:kim@customer.example>
See below.

${words.diagnostics}

Generating server: AM0PR01MB0001.eurprd01.prod.exchangelabs.com

kim@customer.example
Remote Server returned '${reply}'

${words.headers}

Received: from AM0PR01MB0001.eurprd01.prod.exchangelabs.com by
 AM0PR01MB0002.eurprd01.prod.exchangelabs.com; Mon, 2 Mar 2026 09:00:00 +0000
From: Rep <rep@seller.example>
To: Kim <kim@customer.example>
Subject: Offer
Message-ID: <AM0PR01MB0001ABCDEF0123456789ABCDEF0123456789@AM0PR01MB0001.eurpr=
d01.prod.exchangelabs.com>
--r--
`);
}

describe('notices of Exchange', () => {
  it.each([
    [
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      '5.1.10',
      'unknown-user',
      true,
    ],
    ['550 5.2.2 STOREDRV.Deliver; mailbox full', '5.2.2', 'mailbox-full', false],
    [
      '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
      '5.7.1',
      'blocked-policy',
      false,
    ],
    [
      '550 5.4.316 Message expired, connection refused(Socket error code 10061)',
      '5.4.316',
      'expired',
      false,
    ],
    [
      "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
      '5.1.90',
      'sender-limit',
      false,
    ],
    [
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
      '5.7.133',
      'sender-not-allowed',
      false,
    ],
  ])('reads %s', (reply, status, category, hard) => {
    const notice = readNotice(onlyWords(english, reply));
    expect(notice.kind).toBe('bounce');
    expect(notice.messageId).toBe(
      'AM0PR01MB0001ABCDEF0123456789ABCDEF0123456789@AM0PR01MB0001.eurprd01.prod.exchangelabs.com',
    );
    expect(notice.recipients).toMatchObject([
      { address: 'kim@customer.example', status, replyCode: '550', category, hard },
    ]);
  });

  it('reads a notice in French the same', () => {
    const reply = '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found';
    const { messageId, recipients } = readNotice(onlyWords(french, reply));
    const same = readNotice(onlyWords(english, reply));
    expect(messageId).toBe(same.messageId);
    expect(recipients).toMatchObject([{ category: 'unknown-user', hard: true, status: '5.1.1' }]);
  });

  it('reads a failure in a language it has no word of, by the code beside the recipient', () => {
    const finnish: Words = {
      subject: 'Ei voi toimittaa',
      failed: 'Viestin toimitus vastaanottajille ei onnistunut:',
      diagnostics: 'Vianm=E4=E4ritystiedot j=E4rjestelm=E4nvalvojille:',
      headers: 'Alkuper=E4isen viestin otsikot:',
    };
    const reply = '550 5.2.3 RESOLVER.RST.RecipSizeLimit; too large';
    expect(readNotice(onlyWords(finnish, reply))).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: 'kim@customer.example', status: '5.2.3', category: 'too-large' }],
    });
  });

  it('takes the diagnosis of a delay for a delay in every language', () => {
    const notice = readNotice(
      onlyWords({ ...french, subject: 'Retard' }, '400 4.4.7 Message delayed'),
    );
    expect(notice).toMatchObject({ kind: 'delayed', recipients: [{ status: '4.4.7' }] });
  });

  it('reads Exchange 2003, which has no codes', () => {
    const notice = readNotice(
      bytes(`From: System Administrator <postmaster@customer.example>
To: rep@seller.example
Subject: Undeliverable: Offer
X-MS-Embedded-Report:
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset="iso-8859-1"

Your message

  To:      rep-list@seller.example
  Subject: Offer
  Sent:    Mon, 2 Mar 2026 09:00:00 -0000

did not reach the following recipient(s):

kim@customer.example on Mon, 2 Mar 2026 09:00:09 -0000
    The recipient name is not recognized
    MSEXCH:IMS:CUSTOMER:SITE:SERVER 0 (000C05A6) Unknown Recipient

--b
Content-Type: message/rfc822

Message-ID: <x1@seller.example>
From: rep@seller.example

--b--
`),
    );
    expect(notice.messageId).toBe('x1@seller.example');
    expect(notice.recipients).toMatchObject([
      { address: 'kim@customer.example', status: null, category: 'unknown-user', hard: true },
    ]);
  });

  it('keeps both names where the final recipient is not the one we wrote to', () => {
    const notice = readNotice(
      bytes(`From: postmaster@customer.example
Subject: Undeliverable: Offer
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns;mail.customer.example

Original-Recipient: rfc822;kim@customer.example
Final-Recipient: rfc822;kim@inside.customer.example
Action: failed
Status: 5.2.1
Diagnostic-Code: smtp;550 5.2.1 mailbox disabled

--b--
`),
    );
    expect(notice.recipients).toMatchObject([
      {
        address: 'kim@customer.example',
        alternates: ['kim@inside.customer.example'],
        category: 'mailbox-disabled',
        hard: false,
      },
    ]);
  });
});
