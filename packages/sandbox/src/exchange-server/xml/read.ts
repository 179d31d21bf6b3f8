import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with its namespace looked up. */
export type XmlNode = {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The text directly in it. */
  readonly text: string;
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Only with this it reads character references too; a DOCTYPE never gets as far as here.
  htmlEntities: true,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Scope = Readonly<Record<string, string>>;

const attributesOf = (entry: Record<string, unknown>): Record<string, string> => {
  const given = entry[':@'];
  return Object.fromEntries(
    Object.entries(isRecord(given) ? given : {}).map(([name, value]) => [name, String(value)]),
  );
};

const textOf = (entries: readonly unknown[]): string =>
  entries
    .map((entry) => (isRecord(entry) && '#text' in entry ? String(entry['#text']) : ''))
    .join('');

const nodesOf = (entries: readonly unknown[], outer: Scope): readonly XmlNode[] =>
  entries.flatMap((entry) => {
    if (!isRecord(entry)) return [];
    const tag = Object.keys(entry).find((key) => key !== ':@' && key !== '#text');
    const inside = tag === undefined ? undefined : entry[tag];
    if (tag === undefined || !Array.isArray(inside)) return [];
    const attributes = attributesOf(entry);
    const scope = { ...outer };
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'xmlns') scope[''] = value;
      if (name.startsWith('xmlns:')) scope[name.slice(6)] = value;
    }
    const colon = tag.indexOf(':');
    return [
      {
        namespace: scope[colon < 0 ? '' : tag.slice(0, colon)] ?? '',
        name: tag.slice(colon + 1),
        attributes,
        children: nodesOf(inside, scope),
        text: textOf(inside),
      },
    ];
  });

/** The root element of a document; undefined where it is not well formed, or brings a DOCTYPE. */
export const readXml = (text: string): XmlNode | undefined => {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) return undefined;
  try {
    const entries: unknown = parser.parse(text);
    const roots = nodesOf(Array.isArray(entries) ? entries : [], {});
    return roots.length === 1 ? roots[0] : undefined;
  } catch {
    return undefined;
  }
};

/** The first child of that name. */
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name);

/** What follows a path of names from an element. */
export const childAt = (node: XmlNode, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>(childOf, node);
