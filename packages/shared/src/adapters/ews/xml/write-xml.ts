import { XMLBuilder } from 'fast-xml-parser';

import type { XmlElement } from './element.ts';

/** A node as the builder takes it where order counts: `{name: [children], ':@': {attributes}}` or `{'#text': text}`. */
type BuilderNode = Readonly<Record<string, unknown>>;

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** What XML 1.0 cannot hold (section 2.2), half surrogate pairs included. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Writes an element as XML in ASCII alone: everything else becomes a character reference, because Office clients differ
 * in the encoding they send in (office.js, makeEwsRequestAsync), and what XML cannot hold is left out.
 */
export function writeXml(root: XmlElement): string {
  const text: string = builder.build([builderNode(root)]);
  return text.replaceAll(/[^ -~]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`);
}

function builderNode({ name, attributes, children, text }: XmlElement): BuilderNode {
  const inside = children.map(builderNode);
  return {
    [name]: text === '' ? inside : [{ '#text': text.replaceAll(unwritable, '') }, ...inside],
    ':@': Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, value.replaceAll(unwritable, '')]),
    ),
  };
}
