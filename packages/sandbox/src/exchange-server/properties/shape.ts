import { EwsError, schemaFault } from '../ews-error.ts';
import { childAt, childOf, type XmlNode } from '../xml/read.ts';
import { element, type XmlElement } from '../xml/write.ts';
import { extendedElement } from './extended.ts';
import { fieldAt, fields, headersElement, type Asked, type Field } from './fields.ts';
import { transportHeaders, type ItemView } from './item-view.ts';
import { readPath, type PropertyPath } from './path.ts';

/** What a request wants of each item. */
export type Shape = {
  readonly asked: Asked;
  /** In the schema's order: what stands before single headers, between them and extended properties, and behind these. */
  readonly fields: readonly [readonly Field[], readonly Field[], readonly Field[]];
  readonly extended: readonly Extract<PropertyPath, { readonly kind: 'extended' }>[];
  /** Headers asked for one by one. */
  readonly headers: readonly string[];
};

const widths = ['IdOnly', 'Default', 'AllProperties'];

const inBase = (field: Field, base: string, by: Asked['by']): boolean =>
  field.shape !== 'asked' &&
  widths.indexOf(field.shape) <= widths.indexOf(base) &&
  (by === 'GetItem' || field.find === 'same');

const namedField = (uri: string, by: Asked['by']): readonly Field[] => {
  const field = fieldAt(uri);
  if (!field)
    throw new EwsError(
      'ErrorInvalidPropertyRequest',
      `Property is not valid for this object type, or is not played: ${uri}`,
    );
  if (by === 'FindItem' && field.find === 'error')
    throw new EwsError(
      'ErrorInvalidPropertyForOperation',
      `Property is not valid for this operation: ${uri}`,
    );
  return by === 'FindItem' && field.find === 'nothing' ? [] : [field];
};

const placeOf = (uri: string): number => fields.findIndex((field) => field.uri === uri);

/** The first elements behind the single headers, and behind extended properties. */
const [afterHeaders, afterExtended] = [
  placeOf('item:DateTimeSent'),
  placeOf('item:LastModifiedTime'),
];

const headerNamed = (path: PropertyPath, by: Asked['by']): readonly string[] => {
  if (path.kind !== 'indexed') return [];
  if (by === 'FindItem' || path.uri !== 'item:InternetMessageHeader')
    throw new EwsError(
      'ErrorInvalidPropertyForOperation',
      `Property is not valid for this operation: ${path.uri}`,
    );
  return [path.index];
};

/** Reads an ItemShape. */
export const readShape = (operation: XmlNode, by: Asked['by']): Shape => {
  const shape = childOf(operation, 'ItemShape');
  const base = childOf(shape, 'BaseShape')?.text.trim() ?? '';
  if (!shape || !widths.includes(base)) throw schemaFault('ItemShape has no known BaseShape.');
  const mime = childOf(shape, 'IncludeMimeContent')?.text.trim() === 'true';
  const paths = (childAt(shape, 'AdditionalProperties')?.children ?? []).map(readPath);
  const wanted = new Set([
    ...fields.filter((field) => inBase(field, base, by)),
    ...(mime ? namedField('item:MimeContent', by) : []),
    ...paths.flatMap((path) => (path.kind === 'field' ? namedField(path.uri, by) : [])),
  ]);
  const between = (from: number, to: number): readonly Field[] =>
    fields.slice(from, to).filter((field) => wanted.has(field));
  const hasAllHeaders = [...wanted].some(({ uri }) => uri === 'item:InternetMessageHeaders');
  const headers = paths.flatMap((path) => headerNamed(path, by));
  return {
    asked: { by, bodyType: childOf(shape, 'BodyType')?.text.trim() },
    fields: [
      between(0, afterHeaders),
      between(afterHeaders, afterExtended),
      between(afterExtended, fields.length),
    ],
    extended: paths.filter((path) => path.kind === 'extended'),
    headers: hasAllHeaders ? [] : headers,
  };
};

const singleHeaders = (view: ItemView, names: readonly string[]): readonly XmlElement[] => {
  if (names.length === 0) return [];
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const found = transportHeaders(view).filter(({ name }) => wanted.has(name.toLowerCase()));
  return headersElement(found);
};

/** An item in the wanted shape, its elements in the order of the schema. */
export const itemElement = (view: ItemView, shape: Shape): XmlElement => {
  const [first, second, third] = shape.fields.map((part) =>
    part.flatMap((field) => field.write(view, shape.asked)),
  );
  return element(
    't:Message',
    {},
    ...(first ?? []),
    ...singleHeaders(view, shape.headers),
    ...(second ?? []),
    ...shape.extended.flatMap((path) => extendedElement(path, view)),
    ...(third ?? []),
  );
};
