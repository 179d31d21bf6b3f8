import { XMLParser } from 'fast-xml-parser';

import { Fault } from '../pack/fault.mjs';

/**
 * An element: its name without prefix, its attributes (`type` for `xsi:type`), its text and its children, in order.
 * @typedef {object} Element
 * @property {string} name
 * @property {Readonly<Record<string, string>>} attributes
 * @property {string} text
 * @property {readonly Element[]} children
 */

const textKey = '#text';
const attributesKey = ':@';

/** The top element of a document. @param {string} xml @returns {Element} */
export function readXml(xml) {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
  });
  /** @type {unknown} */
  const parsed = parser.parse(xml, true);
  const top = elements(parsed)[0];
  if (top === undefined) throw new Fault('There is no element in the manifest.');
  return top;
}

/** @param {unknown} nodes @returns {readonly Element[]} */
function elements(nodes) {
  return (Array.isArray(nodes) ? nodes : []).flatMap(
    (/** @type {Record<string, unknown>} */ node) => {
      const name = Object.keys(node).find((key) => key !== attributesKey && key !== textKey);
      if (name === undefined) return [];
      const inside = node[name];
      const texts = (Array.isArray(inside) ? inside : []).flatMap((child) => child[textKey] ?? []);
      const attributes = Object(node[attributesKey] ?? {});
      return [{ name, attributes, text: texts.join('').trim(), children: elements(inside) }];
    },
  );
}

/** An element and everything in it, in order; not what `isOutside` says. @param {Element} element @param {(inner: Element) => boolean} [isOutside] @returns {readonly Element[]} */
export function within(element, isOutside = () => false) {
  return [
    element,
    ...element.children.flatMap((child) => (isOutside(child) ? [] : within(child, isOutside))),
  ];
}
