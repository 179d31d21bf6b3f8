import { createHash } from 'node:crypto';

import { rep } from './world.mjs';

/**
 * One mail and the notices it must lead to, in their order. `bytes` is the least size of its text; `utf8`: an address
 * needs SMTPUTF8 (RFC 6531).
 * @typedef {{ name: string, to: readonly string[], notices: readonly string[], bytes?: number, utf8?: true }} Case
 */

/** Everything a server is put through. @type {readonly Case[]} */
export const cases = [
  single('unknown-user', 'nobody.here@customer.example'),
  single('unknown-user-bare-code', 'left@customer.example'),
  single('mailbox-full', 'full@customer.example'),
  { ...single('over-size', 'reader@small.example'), bytes: 6000 },
  single('over-size-after-data', 'large@customer.example'),
  single('refused-by-policy', 'strict@customer.example'),
  single('unknown-host', 'someone@no-such-host.invalid'),
  single('no-mail-domain', 'someone@nomail.example'),
  {
    name: 'greylisted',
    to: ['greylist@customer.example'],
    notices: ['delayed', 'delayed-then-expired'],
  },
  {
    name: 'no-answer',
    to: ['someone@down.example'],
    notices: ['no-answer-delayed', 'no-answer-then-expired'],
  },
  {
    name: 'two-of-three',
    to: ['good@customer.example', 'nobody.here@customer.example', 'full@customer.example'],
    notices: ['two-of-three'],
  },
  { ...single('utf8-address', 'jürgen@customer.example'), utf8: true },
];

/** The names of all notices, in the order of the table. */
export const noticeNames = cases.flatMap((one) => one.notices);

/** @param {string} name @param {string} to @returns {Case} */
function single(name, to) {
  return { name, to: [to], notices: [name] };
}

/**
 * The Message-ID of a case's mail, without brackets: the same in every capture, so that what is expected stays true.
 * @param {string} mta
 * @param {Case} one
 */
export function messageIdOf(mta, one) {
  return `${one.name}.${mta}@sender.example`;
}

/**
 * The mail itself, lines ended by CRLF.
 * @param {string} mta
 * @param {Case} one
 * @param {Date} now
 */
export function mailOf(mta, one, now) {
  const id = messageIdOf(mta, one);
  const mailId = createHash('sha256').update(id).digest().subarray(0, 16).toString('base64url');
  const line = 'The offer we spoke about is attached; tell me what you think of it.';
  const lines = Math.max(1, Math.ceil((one.bytes ?? 0) / (line.length + 2)));
  return [
    `From: Robin Rep <${rep}>`,
    `To: ${one.to.join(', ')}`,
    `Subject: Our offer (${one.name})`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}>`,
    `X-Postrider-Mail: ${mailId}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    ...Array.from({ length: lines }, () => line),
    '',
  ].join('\r\n');
}
