import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';

import { messageSchema, userSchema, folderSchema } from './answers.ts';

/** Graph's own description of itself, v1.0; not part of the repository. */
const file = fileURLToPath(
  new URL('../../../../../../shared/contracts/graph-v1.0.csdl.xml', import.meta.url),
);

type Type = {
  readonly '@Name': string;
  readonly '@BaseType'?: string;
  readonly Property?: readonly Property[];
  readonly NavigationProperty?: readonly Property[];
};
type Property = { readonly '@Name': string; readonly '@Type': string };

/** The type of each property of an entity or complex type, those of its base types too. */
function propertiesOf(types: ReadonlyMap<string, Type>, name: string): Map<string, string> {
  const type = types.get(name);
  if (type === undefined) throw new Error(`Graph has no type ${name}`);
  const base = type['@BaseType']?.replace(/^graph\./, '');
  const known = base === undefined ? new Map<string, string>() : propertiesOf(types, base);
  for (const property of [...(type.Property ?? []), ...(type.NavigationProperty ?? [])]) {
    known.set(property['@Name'], property['@Type']);
  }
  return known;
}

function readTypes(): ReadonlyMap<string, Type> {
  const many = new Set(['Schema', 'EntityType', 'ComplexType', 'Property', 'NavigationProperty']);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => many.has(name),
  });
  const parsed: {
    'edmx:Edmx': {
      'edmx:DataServices': {
        Schema: readonly {
          '@Namespace': string;
          EntityType: readonly Type[];
          ComplexType: readonly Type[];
        }[];
      };
    };
  } = parser.parse(readFileSync(file));
  const schemas = parsed['edmx:Edmx']['edmx:DataServices'].Schema;
  const graph = schemas.find((schema) => schema['@Namespace'] === 'microsoft.graph');
  const types = [...(graph?.EntityType ?? []), ...(graph?.ComplexType ?? [])];
  return new Map(types.map((type) => [type['@Name'], type]));
}

/** What is read of each type, and as what. */
const used: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  message: {
    id: 'Edm.String',
    changeKey: 'Edm.String',
    conversationId: 'Edm.String',
    parentFolderId: 'Edm.String',
    receivedDateTime: 'Edm.DateTimeOffset',
    sentDateTime: 'Edm.DateTimeOffset',
    isDraft: 'Edm.Boolean',
    internetMessageId: 'Edm.String',
    subject: 'Edm.String',
    from: 'graph.recipient',
    toRecipients: 'Collection(graph.recipient)',
    ccRecipients: 'Collection(graph.recipient)',
    bccRecipients: 'Collection(graph.recipient)',
    internetMessageHeaders: 'Collection(graph.internetMessageHeader)',
    singleValueExtendedProperties: 'Collection(graph.singleValueLegacyExtendedProperty)',
  },
  recipient: { emailAddress: 'graph.emailAddress' },
  emailAddress: { address: 'Edm.String', name: 'Edm.String' },
  internetMessageHeader: { name: 'Edm.String', value: 'Edm.String' },
  singleValueLegacyExtendedProperty: { id: 'Edm.String', value: 'Edm.String' },
  user: { mail: 'Edm.String', proxyAddresses: 'Collection(Edm.String)' },
  mailFolder: { id: 'Edm.String' },
};

test('every property that is read exists in Graph with that type', (task) => {
  task.skip(!existsSync(file), 'Graph’s description is not on this machine');
  const types = readTypes();
  for (const [name, properties] of Object.entries(used)) {
    const known = propertiesOf(types, name);
    const found = Object.keys(properties).map((property) => [property, known.get(property)]);
    expect({ name, ...Object.fromEntries(found) }).toEqual({ name, ...properties });
  }
});

const names = (schema: { readonly entries: object }) => Object.keys(schema.entries).toSorted();

test('the table above names all that the schemas read', () => {
  expect(names(messageSchema)).toEqual(Object.keys(used['message'] ?? {}).toSorted());
  expect(names(userSchema)).toEqual(Object.keys(used['user'] ?? {}).toSorted());
  expect(names(folderSchema)).toEqual(Object.keys(used['mailFolder'] ?? {}).toSorted());
});
