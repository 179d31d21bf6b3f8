import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { openSource } from '../../bounce/reader/source.ts';
import { leavesOf, type MimePart } from './mime-part.ts';
import { contentOf, textOf } from './part-content.ts';
import { readMime } from './read-mime.ts';
import { type Replace, writeMime } from './write-mime.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(raw: Uint8Array | string) {
  const bytes = typeof raw === 'string' ? bytesOf(raw) : raw;
  const source = openSource(bytes, bytes.length);
  const message = readMime(source);
  if (message === null) throw new Error('it cannot be read');
  return { source, message, leaves: leavesOf(message) };
}

const keep: Replace = () => null;
const ofType =
  (type: string, replacement: ReturnType<Replace>): Replace =>
  (part) =>
    part.contentType.type === type ? replacement : null;

const readable = (raw: string) => readMime(openSource(bytesOf(raw), raw.length)) !== null;

const mixed = [
  'From: ana@acme.example',
  'Subject: Offer',
  'Content-Type: multipart/mixed;',
  ' boundary="a b"',
  '',
  'for old readers',
  '--a b',
  'Content-Type: text/plain; charset=iso-8859-1; format=flowed',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=FC=DFe=',
  ' --a b is no delimiter',
  '--a b   ',
  'Content-Type: application/json; name="list.json"',
  'Content-Disposition: attachment',
  'Content-Transfer-Encoding: base64',
  '',
  'e30=',
  '--a b--',
  'behind it',
].join('\r\n');

it('takes a mail apart and undoes encoding and charset', () => {
  const { source, leaves } = read(mixed);
  expect(leaves.map(({ contentType }) => contentType.type)).toEqual([
    'text/plain',
    'application/json',
  ]);
  expect(leaves.map((part) => textOf(source, part))).toEqual(['Grüße --a b is no delimiter', '{}']);
});

it('reads a mail with bare line feeds, and writes CRLF', () => {
  const { source, message, leaves } = read(mixed.replaceAll('\r\n', '\n'));
  expect(leaves).toHaveLength(2);
  expect(writeMime(source, message, keep).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

it('puts text in the place of text, in UTF-8, and keeps how its lines flow', () => {
  const { source, message } = read(mixed);
  const written = writeMime(source, message, ofType('text/plain', { kind: 'text', text: 'Ж\nB' }));
  expect(written).toContain('Content-Type: text/plain; charset=utf-8; format=flowed\r\n');
  const again = read(written);
  expect(again.leaves.map((part) => textOf(again.source, part))).toEqual(['Ж\r\nB', '{}']);
});

it('becomes the one part that is left', () => {
  const { source, message } = read(mixed);
  const written = writeMime(source, message, ofType('application/json', { kind: 'gone' }));
  const again = read(written);
  expect(again.message.body.kind).toBe('leaf');
  expect(again.message.contentType.type).toBe('text/plain');
  expect(textOf(again.source, again.message)).toBe('Grüße --a b is no delimiter');
  expect(written).not.toMatch(/json|boundary/);
});

it('writes only what speaks of the content, folds as they are', () => {
  const { source, message } = read(mixed);
  const written = writeMime(source, message, keep);
  expect(written.startsWith('Content-Type: multipart/mixed;\r\n boundary="a b"\r\n\r\n')).toBe(
    true,
  );
  expect(written).not.toMatch(/From:|Subject:|for old readers|behind it/);
});

it('refuses what is past the bounds, and a multipart without parts', () => {
  expect(readable('Content-Type: multipart/mixed\r\n\r\ntext')).toBe(false);
  expect(readable('Content-Type: multipart/mixed; boundary=b\r\n\r\n--c\r\n')).toBe(false);
  const deep = Array.from({ length: 40 }, (_, no) => [
    `Content-Type: multipart/mixed; boundary=b${no}b`,
    '',
    `--b${no}b`,
  ]).flat();
  expect(readable([...deep, '', 'text'].join('\r\n'))).toBe(false);
  const many = Array.from({ length: 600 }, () => '--b\r\n\r\nx\r\n').join('');
  expect(readable(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${many}--b--`)).toBe(false);
  expect(readable(`${'X-A: b\r\n'.repeat(600)}\r\ntext`)).toBe(false);
});

const attachment = fc.record({
  content: fc.uint8Array({ maxLength: 3000 }),
  encoding: fc.constantFrom('base64', 'binary'),
});

it('keeps every byte of what is attached, however it is encoded', () => {
  fc.assert(
    fc.property(fc.array(attachment, { minLength: 1, maxLength: 4 }), (files) => {
      const boundary = '=_never_in_random_bytes_8f3a';
      const chunks = files.flatMap(({ content, encoding }) => [
        bytesOf(
          `--${boundary}\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`,
        ),
        encoding === 'base64' ? bytesOf(Buffer.from(content).toString('base64')) : content,
        bytesOf('\r\n'),
      ]);
      const head = bytesOf(`Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`);
      const raw = Buffer.concat([head, ...chunks, bytesOf(`--${boundary}--\r\n`)]);
      const { source, message } = read(raw);
      const written = writeMime(source, message, keep);
      const again = read(written);
      const contents = again.leaves.map((part: MimePart) => contentOf(again.source, part));
      expect(contents.map((one) => Buffer.from(one).toString('hex'))).toEqual(
        files.map(({ content }) => Buffer.from(content).toString('hex')),
      );
    }),
  );
});
