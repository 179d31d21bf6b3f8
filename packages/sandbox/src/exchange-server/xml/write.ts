import { XMLBuilder } from 'fast-xml-parser';

import { namespaces } from './names.ts';

/** An element to be written. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (XmlElement | string)[];
};

/** An element with what stands in it; an attribute that is undefined is left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...content: readonly (XmlElement | string)[]
): XmlElement => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  ),
  content,
});

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
});

// XML 1.0 section 2.2: the other control characters and halves of a pair cannot stand in a document in any form.
const isWritable = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
};

const clean = (text: string): string =>
  text.replaceAll(/[^\t\n\r -~]/gu, (character) => (isWritable(character) ? character : '\ufffd'));

const asOrdered = (node: XmlElement | string): Readonly<Record<string, unknown>> => {
  if (typeof node === 'string') return { '#text': clean(node) };
  const attributes = Object.entries(node.attributes).map(([name, value]) => [name, clean(value)]);
  return { [node.name]: node.content.map(asOrdered), ':@': Object.fromEntries(attributes) };
};

/** The document; the namespaces of EWS are declared on its root. */
export const writeXml = (root: XmlElement): string => {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]);
  const attributes = { ...Object.fromEntries(declared), ...root.attributes };
  return `<?xml version="1.0" encoding="utf-8"?>${builder.build([asOrdered({ ...root, attributes })])}`;
};
