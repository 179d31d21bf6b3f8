import { expect, it } from 'vitest';

import { allParts, mimeTree, textOf } from './mime-tree.ts';

const mail = Buffer.from(
  [
    'Content-Type: multipart/mixed; boundary="a+b"',
    '',
    'preamble',
    '--a+b',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'caf=E9 au=',
    ' lait',
    '--a+b',
    'Content-Type: message/rfc822',
    '',
    'Subject: inside',
    'Content-Type: text/html',
    '',
    '<p>in</p>',
    '--a+b',
    "Content-Type: application/pdf; name*=utf-8''%C3%A9t%C3%A9.pdf",
    'Content-Transfer-Encoding: base64',
    '',
    'aGVsbG8=',
    '--a+b--',
    'epilogue',
  ].join('\r\n'),
);

it('reads parts as they are nested, a message inside included', () => {
  const shape = (part: ReturnType<typeof mimeTree>): unknown =>
    part.parts.length > 0 ? [part.mimeType, ...part.parts.map(shape)] : part.mimeType;
  expect(shape(mimeTree(mail))).toEqual([
    'multipart/mixed',
    'text/plain',
    ['message/rfc822', 'text/html'],
    'application/pdf',
  ]);
});

it('reads encodings, charsets and names', () => {
  const [text, , pdf] = mimeTree(mail).parts;
  expect(text && textOf(text)).toBe('café au lait');
  expect(pdf?.content.toString()).toBe('hello');
  expect(pdf?.filename).toBe('été.pdf');
});

it('stops at a depth that no honest mail has', () => {
  const nested = Array.from({ length: 60 }, () => 'Content-Type: message/rfc822\r\n\r\n').join('');
  expect(allParts(mimeTree(Buffer.from(nested)))).toHaveLength(21);
});

it('reads a part that was cut in half', () => {
  const cut = mail.subarray(0, mail.indexOf('lait'));
  expect(mimeTree(cut).parts[0]?.content.toString('latin1')).toBe('caf\u00e9 au ');
});

it('a soft line break takes nothing with it but what was added behind it (RFC 2045 section 6.7)', () => {
  const raw = Buffer.from(
    'Content-Transfer-Encoding: quoted-printable\r\n\r\none =\r\ntwo=  \r\n three=20\r\n',
  );
  expect(textOf(mimeTree(raw))).toBe('one two three \r\n');
});

it.each(['windows-1252', 'iso-8859-1'])('reads what %s has beyond latin1', (charset) => {
  const head = `Content-Type: text/plain; charset=${charset}\r\n\r\n`;
  const text = Buffer.from('wasn\u0092t \u0096 5 \u0080 \u008E\u0081', 'latin1');
  const part = mimeTree(Buffer.concat([Buffer.from(head), text]));
  expect(textOf(part)).toBe('wasn’t – 5 € Ž\u0081');
});
