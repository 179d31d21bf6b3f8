import { describe, expect, it } from 'vitest';

import { headerValue } from '../../message/headers.ts';
import { limits } from '../limits.ts';
import { parseContentType } from './content-type.ts';
import { decodeBase64, decodeQuotedPrintable, partText } from './decode.ts';
import { readRawHeaderBlock } from './header-block.ts';
import { readParts } from './parts.ts';
import { openSource } from './source.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (raw: Uint8Array) => new TextDecoder().decode(raw);

function partsOf(raw: Uint8Array) {
  const source = openSource(raw, limits.messageBytes);
  const { headers, bodyAt } = readRawHeaderBlock(source, 0, source.text.length);
  const parts = readParts(source, headers, bodyAt);
  return {
    parts,
    texts: parts.map((part) => partText(source, part).trim()),
    reached: source.reached,
  };
}

describe('headers', () => {
  it('unfolds, keeps order, and reads 8-bit values as UTF-8', () => {
    const source = openSource(bytes('A: one\r\n two\r\nno field\r\nB: grün\r\n\r\nbody'), 1000);
    const { headers, bodyAt } = readRawHeaderBlock(source, 0, source.text.length);
    expect(headers).toEqual([
      { name: 'A', value: 'one two' },
      { name: 'B', value: 'grün' },
    ]);
    expect(source.text.slice(bodyAt)).toBe('body');
  });

  it('skips the rest of a header that is too long', () => {
    const source = openSource(bytes(`${'A: b\n'.repeat(limits.headerFields + 10)}\nbody`), 100_000);
    const { headers, bodyAt } = readRawHeaderBlock(source, 0, source.text.length);
    expect(headers).toHaveLength(limits.headerFields);
    expect(source.text.slice(bodyAt)).toBe('body');
    expect([...source.reached]).toEqual(['header']);
  });
});

describe('Content-Type', () => {
  it.each([
    ['multipart/report; report-type=delivery-status; boundary="a;b"', 'boundary', 'a;b'],
    ['Multipart/Mixed;\tBOUNDARY=x', 'boundary', 'x'],
    ["text/plain; name*0*=utf-8''a%20; name*1=b", 'name', 'a b'],
    ['text/plain charset=utf-8; format=flowed', 'format', 'flowed'],
    ['text/plain; charset="unclosed', 'charset', 'unclosed'],
  ])('reads %s', (value, name, wanted) => {
    expect(parseContentType(value).parameters.get(name)).toBe(wanted);
  });
});

describe('parts', () => {
  it('walks nested parts and leaves a returned mail closed', () => {
    const { parts, texts } = partsOf(
      bytes(
        'Content-Type: multipart/mixed; boundary=a\n\npreamble\n--a\nContent-Type: multipart/alternative; boundary=ab\n\n--ab\n\none\n--ab\nContent-Type: text/html\n\n<p>two\n--ab--\n--a\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nhidden\n--a--\nepilogue',
      ),
    );
    expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'text/html', 'message/rfc822']);
    expect(texts.slice(0, 2)).toEqual(['one', '<p>two']);
  });

  it('reads charsets and transfer encodings', () => {
    const { texts } = partsOf(
      bytes(
        'Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ngr=FCn=\n er\n--a\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\nZ3LDvG4=\n--a\nContent-Type: text/plain; charset=no-such\n\nplain\n--a--',
      ),
    );
    expect(texts).toEqual(['grün er', 'grün', 'plain']);
  });

  it('stops at too many levels', () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
    );
    expect([...partsOf(bytes(`${levels.join('')}\nend`)).reached]).toEqual(['depth']);
  });
});

describe('encodings', () => {
  it.each([
    ['Z3LDvG4=', 'grün'],
    ['Z3LD\nvG4', 'grün'],
    ['', ''],
  ])('reads base64 %s', (encoded, wanted) => {
    expect(text(decodeBase64(encoded))).toBe(wanted);
  });

  it.each([
    ['gr=C3=BCn', 'grün'],
    ['one=\r\n two=\n three', 'one two three'],
    ['50 = half =zz =', '50 = half =zz ='],
  ])('reads quoted-printable %s', (encoded, wanted) => {
    expect(text(decodeQuotedPrintable(bytes(encoded)))).toBe(wanted);
  });

  it('keeps one character for each byte in a source', () => {
    const raw = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(openSource(raw, 1000).text).toHaveLength(256);
    expect(headerValue([{ name: 'A', value: 'b' }], 'a')).toBe('b');
  });
});
