import {
  array,
  assert,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  string,
  uint8Array,
} from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readNotice } from './detect.ts';
import type { Notice } from './notice.ts';
import { faultsOf, mostMs } from './testing/notice-faults.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Reads and measures; a slow reading is repeated, because a busy machine is not the reader's fault. */
function readInTime(raw: Uint8Array): Notice {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && best > mostMs; attempt += 1) {
    const start = performance.now();
    readNotice(raw);
    best = Math.min(best, performance.now() - start);
  }
  expect(best).toBeLessThanOrEqual(mostMs);
  return readNotice(raw);
}

const sample = `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.seller.example>
To: rep@seller.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<kim@customer.example>: host mx.customer.example[192.0.2.4] said: 550 5.1.1=
 <kim@customer.example>: User unknown (in reply to RCPT TO command)

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.seller.example

Final-Recipient: rfc822; kim@customer.example
Original-Recipient: rfc822;kim@customer.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b1
Content-Type: message/rfc822

Message-ID: <sent@seller.example>
From: rep@seller.example
To: kim@customer.example
Subject: =?utf-8?B?T2ZmZXI=?=

Hello
--b1--
`;

const daemon = 'Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failure notice\n';

function nested(depth: number): string {
  let text = `${daemon}Content-Type: multipart/mixed; boundary=b0\n\n`;
  for (let level = 1; level <= depth; level += 1) {
    text += `--b${level - 1}\nContent-Type: multipart/mixed; boundary=b${level}\n\n`;
  }
  return `${text}deep\n`;
}

const evil: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a megabyte of one header', `${daemon}X-Long: ${'a'.repeat(1_000_000)}\n\nbody`],
  ['a megabyte of short headers', `${daemon}${'X-A: b\n'.repeat(150_000)}\nbody`],
  ['a megabyte of folded lines', `${daemon}X-A:${'\n b'.repeat(300_000)}\n\nbody`],
  ['a megabyte of lines that are no header', `${daemon}${'no field here\n'.repeat(80_000)}`],
  [
    'ten thousand parts',
    `${daemon}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(10_000)}`,
  ],
  ['a thousand levels', nested(1000)],
  [
    'boundaries that begin alike',
    `${daemon}Content-Type: multipart/mixed; boundary=b\n\n${'--bb\n'.repeat(100_000)}`,
  ],
  [
    'a boundary of dashes',
    `${daemon}Content-Type: multipart/mixed; boundary=-\n\n${'-'.repeat(500_000)}`,
  ],
  ['missing boundaries', `${daemon}Content-Type: multipart/mixed\n\n${'--x\n'.repeat(100_000)}`],
  ['signs of addresses', `${daemon}\n${'@'.repeat(400_000)}`],
  ['one endless address', `${daemon}\n${'a'.repeat(200_000)}@${'b'.repeat(200_000)}`],
  ['many addresses in one line', `${daemon}\n${'<a@b.example>: 550 5.1.1 '.repeat(20_000)}`],
  ['many addresses in many lines', `${daemon}\n${'<a@b.example>: 550 5.1.1\n'.repeat(20_000)}`],
  [
    'many different recipients',
    `${daemon}\n${Array.from({ length: 20_000 }, (_, n) => `<a${n}@b.example>:\nno\n`).join('')}`,
  ],
  [
    'many reported recipients',
    `${daemon}Content-Type: message/delivery-status\n\n${Array.from({ length: 20_000 }, (_, n) => `Final-Recipient: rfc822;a${n}@b.example\nAction: failed\n\n`).join('')}`,
  ],
  [
    'many failed recipients in a header',
    `X-Failed-Recipients: ${Array.from({ length: 4000 }, (_, n) => `a${n}@b.example`).join(',\n ')}\n${daemon}\nno`,
  ],
  ['spaces', `${daemon}\n${' '.repeat(500_000)}x`],
  [
    'spaces in lines',
    `${daemon}\n${`${' '.repeat(500)}x@y.example${' '.repeat(500)}z\n`.repeat(500)}`,
  ],
  ['dashes', `${daemon}\n${`${'-'.repeat(190)}x\n`.repeat(2500)}`],
  ['codes', `${daemon}\n<a@b.example>: ${'5.1.1.'.repeat(80_000)}`],
  ['replies', `${daemon}\n<a@b.example>: ${'550 '.repeat(100_000)}`],
  ['encoded words', `${daemon.replace('failure notice', '=?utf-8?Q?'.repeat(100_000))}\n`],
  [
    'a half of an encoded word',
    `${daemon.replace('failure notice', `=?utf-8?Q?${'a'.repeat(500_000)}`)}\n`,
  ],
  ['open brackets', `${daemon}\n${'<'.repeat(400_000)}`],
  ['HTML without an end', `${daemon}Content-Type: text/html\n\n${'<a '.repeat(100_000)}`],
  ['HTML styles', `${daemon}Content-Type: text/html\n\n${'<style>'.repeat(60_000)}`],
  ['entities', `${daemon}Content-Type: text/html\n\n${'&#'.repeat(200_000)}`],
  ['parameters', `${daemon}Content-Type: multipart/report; ${'a="'.repeat(100_000)}\n\n`],
  [
    'quoted-printable',
    `${daemon}Content-Transfer-Encoding: quoted-printable\n\n${'='.repeat(400_000)}`,
  ],
  ['base64', `${daemon}Content-Transfer-Encoding: base64\n\n${'QUJD'.repeat(200_000)}`],
  [
    'a charset nobody knows',
    `${daemon}Content-Type: text/plain; charset=${'x'.repeat(3000)}\n\nhello`,
  ],
  [
    'JSON that goes deep',
    `X-Amz-Sns-Message-Id: 1\n${daemon}\n{"notificationType":${'['.repeat(30_000)}}`,
  ],
  [
    'words that almost fit',
    `${daemon}\n<a@b.example>: ${'mailbox exceed account user '.repeat(20_000)}`,
  ],
  ['headers in the text', `${daemon}\n${'Received: x\nSubject: y\nFrom: z\n'.repeat(15_000)}`],
];

describe('any input', () => {
  it.each(evil)('bears %s', (_, text) => {
    expect(faultsOf(readInTime(bytes(text)))).toEqual([]);
  });

  it('reads a message of 35 MB no slower than its first parts', () => {
    const raw = new Uint8Array(35_000_000).fill(65);
    raw.set(bytes(sample));
    const notice = readInTime(raw);
    expect(notice.kind).toBe('bounce');
    expect(notice.limitsReached).toContain('bytes');
  });

  it('bears bytes of any kind', () => {
    assert(
      property(uint8Array({ maxLength: 5000 }), (raw) => {
        expect(faultsOf(readNotice(raw))).toEqual([]);
        expect(faultsOf(readNotice(new Uint8Array([...bytes(`${daemon}\n`), ...raw])))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('bears a notice cut, doubled, swapped and overwritten', () => {
    const size = bytes(sample).length;
    const at = integer({ min: 0, max: size });
    const mutation = record({
      kind: constantFrom('cut', 'double', 'remove', 'overwrite', 'swap'),
      from: at,
      to: at,
      byte: integer({ min: 0, max: 255 }),
    });
    assert(
      property(array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        let text = [...bytes(sample)];
        for (const { kind, from, to, byte } of mutations) {
          const [start, end] = [Math.min(from, to), Math.max(from, to)];
          const middle = text.slice(start, end);
          if (kind === 'cut') text = text.slice(0, end);
          else if (kind === 'remove') text = [...text.slice(0, start), ...text.slice(end)];
          else if (kind === 'double') text = [...text.slice(0, end), ...middle, ...text.slice(end)];
          else if (kind === 'overwrite') text.fill(byte, start, Math.min(end, start + 20));
          else text = [...text.slice(end), ...middle, ...text.slice(0, start)];
        }
        expect(faultsOf(readNotice(new Uint8Array(text)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('reads lines of any length and order around a recipient', () => {
    const line = oneof(
      string({ maxLength: 80 }),
      constantFrom('', '550 5.1.1 User unknown', '> <a@b.example>', 'To: a@b.example', '---'),
    );
    assert(
      property(array(line, { maxLength: 60 }), (lines) => {
        expect(faultsOf(readNotice(bytes(`${daemon}\n${lines.join('\n')}`)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the recipient of the untouched notice', () => {
    expect(readNotice(bytes(sample)).recipients).toMatchObject([
      { address: 'kim@customer.example', category: 'unknown-user', hard: true },
    ]);
  });
});
