import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { attributeOf, childOf, descendant, element, textElement } from './element.ts';
import { readXml } from './read-xml.ts';
import { readEnvelope, writeEnvelope } from './soap.ts';
import { writeXml } from './write-xml.ts';

/** What XML can hold: the writer leaves out the rest. */
const writable = (text: string) =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

const anyText = oneof(
  string({ unit: 'binary' }),
  string({ unit: constantFrom('<', '>', '&', '"', "'", ']', ';', '#', 'x', '0', '\n', '!') }),
);

test('whatever stands in a text or an attribute is read as it was written', () => {
  assert(
    property(anyText, anyText, (text, value) => {
      const written = writeXml(element('m:A', { Id: value }, [textElement('t:B', text)]));
      expect(written).toMatch(/^\p{ASCII}*$/u);
      const read = readXml(written);
      expect(read?.name).toBe('A');
      expect(attributeOf(read ?? undefined, 'Id')).toBe(writable(value));
      expect(childOf(read ?? undefined, 'B')?.text).toBe(writable(text));
    }),
  );
});

test('what is no XML is read as nothing and never throws', () => {
  assert(
    property(anyText, (text) => {
      readXml(text);
      readXml(`<a>${text}</a>`);
      expect(readEnvelope(text)).toBeNull();
    }),
  );
});

describe('reading', () => {
  it('drops prefixes and keeps the order', () => {
    const root = readXml('<?xml version="1.0"?><a:r xmlns:a="x"><a:two/><b:one y="1"/></a:r>');
    expect(root?.children.map(({ name }) => name)).toEqual(['two', 'one']);
    expect(attributeOf(descendant(root ?? undefined, 'one'), 'y')).toBe('1');
  });

  it('knows numbers as characters, also those that Exchange writes and XML forbids', () => {
    expect(readXml('<a>&#x41;&#66;&#x1F;&#xD800;&#x110000;&amp;lt;&nbsp;</a>')?.text).toBe(
      'AB\u{FFFD}\u{FFFD}\u{FFFD}&lt;&nbsp;',
    );
  });

  it.each([
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a document type in small letters', '<!doctype a><a></a>'],
    ['a document that was cut off', '<a><b>text</b>'],
    ['a cut in a text', '<a><b>te'],
    ['two roots', '<a></a><b></b>'],
    ['no element', 'Service Unavailable'],
    ['nothing', ''],
    ['a name that means something to JavaScript', '<a><__proto__ x="1">y</__proto__></a>'],
    ['too much depth', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`],
    ['too much text', `<a>${'x'.repeat(6_000_000)}</a>`],
  ])('gives nothing for %s', (_name, text) => {
    expect(readXml(text)).toBeNull();
  });

  it('lets nothing near the prototypes', () => {
    readXml('<a constructor="1"><prototype>x</prototype><toString>y</toString></a>');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    expect(Object.prototype.toString.call({})).toBe('[object Object]');
  });
});

test('an envelope names the version whose schema it keeps to', () => {
  const envelope = writeEnvelope(element('m:GetItem', {}));
  expect(envelope).toContain('<t:RequestServerVersion Version="Exchange2013_SP1"/>');
  expect(envelope).toContain('<t:DateTimePrecision>Milliseconds</t:DateTimePrecision>');
  expect(readEnvelope(envelope)?.name).toBe('GetItem');
  expect(readEnvelope('<html></html>')).toBeNull();
});
