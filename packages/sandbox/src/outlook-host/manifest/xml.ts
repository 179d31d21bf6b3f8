import { XMLParser } from 'fast-xml-parser';

/** One element of a manifest: its name without prefix, its attributes, what is in it. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
};

/** Reads XML into elements, in their order. Prefixes are dropped: the manifest's names are unique without them. */
export function readXml(xml: string): Element {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    parseTagValue: false,
    ignoreDeclaration: true,
  });
  const nodes: unknown = parser.parse(xml);
  const [root] = elementsIn(nodes);
  if (root === undefined) throw new Error('The manifest has no root element.');
  return root;
}

/** The elements with this name right below one. */
export function childrenOf(parent: Element | undefined, name: string): readonly Element[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** The first element on this way of names, below one. */
export function childAt(parent: Element | undefined, ...names: readonly string[]) {
  return names.reduce<Element | undefined>((at, name) => childrenOf(at, name)[0], parent);
}

function elementsIn(nodes: unknown): readonly Element[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown): readonly Element[] => {
    if (typeof node !== 'object' || node === null) return [];
    const entry = Object.entries(node).find(([key]) => key !== ':@' && key !== '#text');
    if (entry === undefined || entry[0].startsWith('?')) return [];
    const [name, inside] = entry;
    return [
      {
        name,
        attributes: stringsOf(Object.entries(node).find(([key]) => key === ':@')?.[1]),
        children: elementsIn(inside),
        text: textIn(inside),
      },
    ];
  });
}

function stringsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}

function textIn(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes
    .map((node: unknown) =>
      typeof node === 'object' && node !== null && '#text' in node ? String(node['#text']) : '',
    )
    .join('')
    .trim();
}
