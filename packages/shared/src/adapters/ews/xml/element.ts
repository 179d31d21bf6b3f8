/** One element of an XML document; mixed content is not kept, EWS has none. */
export type XmlElement = {
  /** To write: with the prefix `m:` or `t:`. As read: the local name alone. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

/** An element that holds others. */
export function element(
  name: string,
  attributes: XmlElement['attributes'],
  children: readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes, children, text: '' };
}

/** An element that holds a text. */
export function textElement(name: string, text: string): XmlElement {
  return { name, attributes: {}, children: [], text };
}

/** The first child of a name, or undefined. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

/** The element at the end of a way down by names, or undefined. */
export function descendant(
  parent: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce(childOf, parent);
}

/** The text of a child, or null where there is no such child. */
export function childText(parent: XmlElement | undefined, name: string): string | null {
  return childOf(parent, name)?.text ?? null;
}

/** An attribute's value, or null. */
export function attributeOf(of: XmlElement | undefined, name: string): string | null {
  return of?.attributes[name] ?? null;
}
