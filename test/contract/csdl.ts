import { readFileSync } from 'node:fs';

import { XMLParser } from 'fast-xml-parser';

import { contractAt, isThere } from '../support/is-there.ts';

type Property = { readonly '@Name': string; readonly '@Type': string };

type Type = {
  readonly '@Name': string;
  readonly '@BaseType'?: string;
  readonly Property?: readonly Property[];
  readonly NavigationProperty?: readonly Property[];
};

type EnumType = {
  readonly '@Name': string;
  readonly Member?: readonly { readonly '@Name': string }[];
};

type Operation = {
  readonly '@Name': string;
  readonly Parameter?: readonly Property[];
};

type Schema = {
  readonly '@Namespace': string;
  readonly EntityType?: readonly Type[];
  readonly ComplexType?: readonly Type[];
  readonly EnumType?: readonly EnumType[];
  readonly Action?: readonly Operation[];
  readonly Function?: readonly Operation[];
};

/** Microsoft's description of Graph v1.0. */
export type Csdl = {
  /** What is wrong with a value of a type ("graph.message"); empty when it is as promised. Unknown properties are wrong too. */
  faults(type: string, value: unknown): readonly string[];
  /** The type behind a segment of an address, from the type before it: a property, or what an operation is bound to. Undefined = there is no such segment. */
  segment(type: string, name: string): string | undefined;
};

const path = contractAt('graph-v1.0.csdl.xml');

const many = new Set([
  'Schema',
  'EntityType',
  'ComplexType',
  'EnumType',
  'Property',
  'NavigationProperty',
  'Member',
  'Action',
  'Function',
  'Parameter',
]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value);

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': (value) => Number.isInteger(value),
  'Edm.Int64': (value) => Number.isInteger(value),
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.DateTimeOffset': (value) =>
    isText(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)$/),
  'Edm.Binary': (value) => isText(value, /^[\w+/-]*={0,2}$/),
  'Edm.Guid': (value) => isText(value, /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i),
};

const byName = <Named extends { readonly '@Name': string }>(list: readonly Named[] = []) =>
  new Map(list.map((one) => [`graph.${one['@Name']}`, one]));

const memberOf = (type: string): string | undefined => /^Collection\((.+)\)$/.exec(type)?.[1];

/** Reads the description; undefined (and a word in the report) on a machine that does not have it. */
export const readCsdl = (): Csdl | undefined => {
  if (!isThere(path, 'Microsoft’s description of Graph')) return undefined;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => many.has(name),
  });
  const document: {
    'edmx:Edmx': { 'edmx:DataServices': { Schema: readonly Schema[] } };
  } = parser.parse(readFileSync(path));
  const schema = document['edmx:Edmx']['edmx:DataServices'].Schema.find(
    (one) => one['@Namespace'] === 'microsoft.graph',
  );
  const types = new Map([...byName(schema?.EntityType), ...byName(schema?.ComplexType)]);
  const enums = byName(schema?.EnumType);
  const operations = [...(schema?.Action ?? []), ...(schema?.Function ?? [])];

  const propertiesOf = (name: string): ReadonlyMap<string, string> => {
    const type = types.get(name);
    if (!type) return new Map();
    const base = type['@BaseType'];
    return new Map([
      ...(base === undefined ? [] : propertiesOf(base)),
      ...[...(type.Property ?? []), ...(type.NavigationProperty ?? [])].map(
        (property) => [property['@Name'], property['@Type']] as const,
      ),
    ]);
  };

  const derivesFrom = (name: string, base: string): boolean => {
    const parent = types.get(name)?.['@BaseType'];
    return name === base || (parent !== undefined && derivesFrom(parent, base));
  };

  const faultsOf = (type: string, value: unknown, at: string): readonly string[] => {
    const member = memberOf(type);
    if (member !== undefined)
      return Array.isArray(value)
        ? value.flatMap((one, index) => faultsOf(member, one, `${at}/${index}`))
        : [`${at} is no collection`];
    if (value === null) return [];
    const members = enums.get(type)?.Member;
    if (members)
      return members.some((one) => one['@Name'] === value) ? [] : [`${at} is no ${type}`];
    if (!types.has(type)) {
      const fits = primitives[type];
      if (!fits) return [`${at}: type ${type} is not known`];
      return fits(value) ? [] : [`${at} is no ${type}`];
    }
    if (!isRecord(value)) return [`${at} is no ${type}`];
    const named = value['@odata.type'];
    const own = typeof named === 'string' ? named.replace(/^#microsoft\./, '') : type;
    if (!derivesFrom(own, type)) return [`${at}: ${own} is no ${type}`];
    const properties = propertiesOf(own);
    return Object.entries(value)
      .filter(([name]) => !name.includes('@'))
      .flatMap(([name, inside]) => {
        const known = properties.get(name);
        return known === undefined
          ? [`${at}/${name} is not in ${own}`]
          : faultsOf(known, inside, `${at}/${name}`);
      });
  };

  return {
    faults: (type, value) => faultsOf(type, value, ''),
    segment: (type, name) => {
      const bound = operations.find(
        (operation) => operation['@Name'] === name && operation.Parameter?.[0]?.['@Type'] === type,
      );
      if (bound) return bound['@Name'];
      const member = memberOf(type);
      return member === undefined ? propertiesOf(type).get(name) : undefined;
    },
  };
};
