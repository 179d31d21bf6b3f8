import { XMLParser } from 'fast-xml-parser';

import type { XmlElement } from './element.ts';

/** Office lets 5 MB through; what is longer was not asked for. */
const maxLength = 6_000_000;

/** EWS nests about a dozen deep. */
const maxDepth = 40;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: maxDepth,
});

/**
 * Reads an XML document, namespaces dropped; null where it is none, cut off, too long, too deep, or has a document type:
 * entities of its own are never expanded, and names that mean something to JavaScript are refused by the parser.
 */
export function readXml(text: string): XmlElement | null {
  if (text.length > maxLength || /<!DOCTYPE/i.test(text)) return null;
  let nodes: unknown;
  try {
    nodes = parser.parse(text);
  } catch {
    return null;
  }
  const roots = Array.isArray(nodes) ? nodes.flatMap(elementsIn) : [];
  const [root] = roots;
  if (root === undefined || roots.length > 1) return null;
  // The parser forgives a document that was cut off.
  const end = /<\/(?:[\w.-]+:)?([\w.-]+)\s*>\s*$/.exec(text.slice(-200))?.[1];
  return end === root.name ? root : null;
}

function elementsIn(node: unknown): readonly XmlElement[] {
  if (typeof node !== 'object' || node === null) return [];
  const entries = Object.entries(node).filter(([key]) => key !== ':@' && key !== '#text');
  return entries.flatMap(([name, inside]: [string, unknown]) => {
    if (!Array.isArray(inside)) return [];
    const nodes: readonly unknown[] = inside;
    const children = nodes.flatMap(elementsIn);
    const text = children.length > 0 ? '' : nodes.map(textIn).join('');
    return [{ name, attributes: attributesIn(node), children, text: decodeReferences(text) }];
  });
}

function textIn(node: unknown): string {
  const text = typeof node === 'object' && node !== null && '#text' in node ? node['#text'] : '';
  return typeof text === 'string' ? text : '';
}

function attributesIn(node: object): XmlElement['attributes'] {
  const found: unknown = ':@' in node ? node[':@'] : {};
  const pairs: readonly (readonly [string, unknown])[] = Object.entries(found ?? {});
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, typeof value === 'string' ? decodeReferences(value) : '']),
  );
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five names and numbers of XML; Exchange also writes numbers that XML forbids (`&#x1F;`), which become U+FFFD. */
function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named.get(name) ?? whole;
      return characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}

function characterOf(code: number): string {
  const isAllowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isAllowed ? String.fromCodePoint(code) : '\u{FFFD}';
}
