import { expect, it } from 'vitest';

import { branded } from '../../domain/brand.ts';
import type { DraftId, MailId } from '../../domain/ids.ts';
import { personalise } from './personalise.ts';
import { readSourceMail, type SourceMail } from './source-mail.ts';

const mailId = branded<MailId>('AAAAAAAAAAAAAAAAAAAAAA');

function source(lines: readonly string[]): SourceMail {
  const raw = new TextEncoder().encode(lines.join('\r\n'));
  const read = readSourceMail({ id: branded<DraftId>('r1'), raw });
  if (read.kind !== 'ok') throw new Error(read.why);
  return read.mail;
}

const plain = (subject: string, text: string, headers: readonly string[] = []) =>
  source([
    'From: Ana Silva <ana@acme.example>',
    'To: everybody@acme.example',
    'Bcc: boss@acme.example',
    'Message-ID: <draft@acme.example>',
    'In-Reply-To: <other@acme.example>',
    ...headers,
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  ]);

const to = (name: string, fields: Readonly<Record<string, string>> = {}) => ({
  person: { address: 'kim@initech.example', name },
  fields,
});

const headOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n'));

it('writes a header of its own, and nothing of the draft’s but From and Reply-To', () => {
  const mail = plain('Hello', 'text', ['Reply-To: sales@acme.example', 'X-Mailer: other']);
  expect(headOf(personalise(mail, to('Kim Lee'), mailId).raw).split('\r\n')).toEqual([
    'From: Ana Silva <ana@acme.example>',
    'Reply-To: sales@acme.example',
    'To: "Kim Lee"',
    ' <kim@initech.example>',
    'Subject: Hello',
    `x-postrider-mail: ${mailId}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]);
});

it('lets no value begin a header, and names no second recipient', () => {
  const mail = plain('For {{name}}', 'text');
  const { raw, subject } = personalise(
    mail,
    to('Kim"\r\nBcc: eve@evil.example, <x@y.example>', { name: 'a\r\nBcc: eve@evil.example' }),
    mailId,
  );
  expect(subject).toBe('For a Bcc: eve@evil.example');
  expect(headOf(raw)).not.toMatch(/^bcc/im);
  expect(raw.match(/^To:/gim)).toHaveLength(1);
});

it('encodes what is not in ASCII, in lines that any server takes', () => {
  const name = 'Zoë Łukasiewicz 字'.repeat(9);
  const { raw } = personalise(plain('{{name}}', '{{name}}'), to(name, { name }), mailId);
  expect(raw).toMatch(/^[\r\n\x20-\x7E]*$/);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(raw.endsWith('\r\n')).toBe(true);
});

it('names what is missing, each once', () => {
  const mail = plain('{{company}} {{first_name|there}}', '{{company}} {{city}}');
  expect(mail.fields).toEqual(['company', 'first_name', 'city']);
  expect(mail.needed).toEqual(['company', 'city']);
  expect(personalise(mail, to('', { company: ' ' }), mailId).missing).toEqual(['company', 'city']);
});

it('fills in HTML as editors write it: fields in links, spaces and entities in them', () => {
  const mail = source([
    'From: ana@acme.example',
    'Subject: x',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>{{first&nbsp;name|R&amp;D}}</p><a href="https://x.example/%7B%7Bcity%7D%7D">x</a>',
  ]);
  const written = (fields: Readonly<Record<string, string>>) => {
    const { raw, text } = personalise(mail, to('', fields), mailId);
    const encoded = raw.slice(raw.indexOf('\r\n\r\n')).trim();
    return { html: Buffer.from(encoded, 'base64').toString(), text };
  };
  expect(written({ city: 'São Paulo' })).toEqual({
    html: '<p>R&amp;D</p><a href="https://x.example/S%C3%A3o%20Paulo">x</a>',
    text: 'R&D\nx',
  });
  expect(written({ first_name: '<b>', city: '"' }).html).toBe(
    '<p>&lt;b&gt;</p><a href="https://x.example/%22">x</a>',
  );
});

it('counts what is attached as it will be, and takes no text for an attachment', () => {
  const mail = source([
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Hello {{name}}',
    '--b',
    'Content-Type: text/plain; name="notes.txt"',
    'Content-Disposition: attachment; filename="notes.txt"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('{{name}} stays').toString('base64'),
    '--b--',
  ]);
  expect(mail.attachmentBytes).toBe(14);
  const { raw } = personalise(mail, to('', { name: 'Kim' }), mailId);
  expect(raw).toContain(Buffer.from('{{name}} stays').toString('base64'));
  expect(raw).toContain(Buffer.from('Hello Kim').toString('base64'));
});
