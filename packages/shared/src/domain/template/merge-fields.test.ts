import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  fieldsOf,
  mergeHeader,
  mergeText,
  parseTemplate,
  type TemplatePart,
} from './merge-fields.ts';
import { mergeHtml } from './merge-html.ts';

function parts(text: string): readonly TemplatePart[] {
  const parsed = parseTemplate(text);
  if (parsed.kind !== 'parsed') throw new Error(parsed.kind);
  return parsed.parts;
}

const values = (entries: Readonly<Record<string, string>>) => new Map(Object.entries(entries));

const html = (text: string, entries: Readonly<Record<string, string>>) =>
  mergeHtml(parts(text), values(entries));

describe('merge fields', () => {
  it('are filled in, or fall back', () => {
    const hello = parts('Hi {{First name|there}}, how is {{ company }}?');
    expect(mergeText(hello, values({ first_name: 'Kim', company: 'Globex' }))).toEqual({
      text: 'Hi Kim, how is Globex?',
      missing: [],
    });
    expect(mergeText(hello, values({ first_name: '  ' }))).toEqual({
      text: 'Hi there, how is ?',
      missing: ['company'],
    });
    expect(fieldsOf(hello)).toEqual(['first_name', 'company']);
  });

  it.each(['{{}}', '{{ | }}', '{{a', '{ {a} }', '{{a{b}}', '{{a}', '{{-a}}'])(
    '%s is no field and stays as it is',
    (text) => {
      expect(mergeText(parts(text), values({ a: 'x' }))).toEqual({ text, missing: [] });
    },
  );

  it('a value that looks like a field is text', () => {
    const merged = mergeText(parts('{{a}}'), values({ a: '{{b}}', b: 'never' }));
    expect(merged.text).toBe('{{b}}');
  });

  it('an empty fallback asks for nothing', () => {
    expect(mergeText(parts('Hi{{name|}}'), values({}))).toEqual({ text: 'Hi', missing: [] });
  });

  it('says where there are too many, or too much', () => {
    expect(parseTemplate('{{a}}'.repeat(10_000)).kind).toBe('parsed');
    expect(parseTemplate('{{a}}'.repeat(10_001)).kind).toBe('too-many-fields');
    expect(parseTemplate('x'.repeat(2_000_001)).kind).toBe('too-long');
  });

  it('whatever stands in a text without a field, it comes out again', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const given = text.replaceAll('{{', '{ {');
        expect(mergeText(parts(given), values({})).text).toBe(given);
      }),
    );
  });
});

describe('in a header', () => {
  it('no value begins a line of its own', () => {
    const merged = mergeHeader(
      parts('Offer for {{company}}'),
      values({ company: 'A\r\nBcc: x@y.example' }),
    );
    expect(merged.text).toBe('Offer for A Bcc: x@y.example');
  });

  it('control characters and turned text are left out', () => {
    const company = 'A\u0000\u0007B\u202Egpj.exe';
    expect(mergeHeader(parts('{{company}}'), values({ company })).text).toBe('ABgpj.exe');
  });
});

describe('in HTML', () => {
  it('a value is text, with its lines', () => {
    expect(html('<p>Hi {{a}}</p>', { a: '<img src=x onerror=alert(1)>\n&' }).text).toBe(
      '<p>Hi &lt;img src=x onerror=alert(1)&gt;<br>&amp;</p>',
    );
  });

  it.each([
    ['https://globex.example/a?b=1&c', '<a href="https://globex.example/a?b=1&amp;c">x</a>', []],
    ['javascript:alert(1)', '<a href="">x</a>', ['u']],
    [' javascript:alert(1)', '<a href="">x</a>', ['u']],
    ['data:text/html,x', '<a href="">x</a>', ['u']],
    ['"><script>', '<a href="">x</a>', ['u']],
  ])('a link of %s', (u, text, missing) => {
    expect(html('<a href="{{u}}">x</a>', { u })).toEqual({ text, missing });
  });

  it('further on in a link a value is encoded', () => {
    expect(html("<a href='https://a.example/?q={{q}}'>x</a>", { q: `a&b"'<>` }).text).toBe(
      "<a href='https://a.example/?q=a%26b%22%27%3C%3E'>x</a>",
    );
  });

  it('anywhere else inside a tag it is left out', () => {
    for (const text of [
      '<p style="{{a}}">x</p>',
      '<p {{a}}>x</p>',
      '<{{a}}>x',
      '<a href={{a}}>x</a>',
      '<p onclick="f(\'{{a}}\')">x</p>',
    ]) {
      const merged = html(text, { a: 'https://a.example' });
      expect(merged.text).toBe(text.replace('{{a}}', ''));
      expect(merged.missing).toEqual(['a']);
    }
  });

  it('a quoted > does not end the tag', () => {
    expect(html('<p title="a > {{a}}">{{a}}</p>', { a: 'v' })).toEqual({
      text: '<p title="a > ">v</p>',
      missing: ['a'],
    });
  });
});
