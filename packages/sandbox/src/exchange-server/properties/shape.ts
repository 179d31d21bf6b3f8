import { EwsError, schemaFault } from '../ews-error.ts';
import { childAt, childOf, type XmlNode } from '../xml/read.ts';
import { element, type XmlElement } from '../xml/write.ts';
import { extendedElement } from './extended.ts';
import { fieldAt, fields, type Asked, type Field } from './fields.ts';
import type { ItemView } from './item-view.ts';
import { readPath, type PropertyPath } from './path.ts';

/** What a request wants of each item. */
export type Shape = {
  readonly asked: Asked;
  readonly fields: readonly Field[];
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
  return {
    asked: { by, bodyType: childOf(shape, 'BodyType')?.text.trim() },
    fields: fields.filter((field) => wanted.has(field)),
    extended: paths.filter((path) => path.kind === 'extended'),
    headers: paths.flatMap((path) =>
      path.kind === 'indexed' && path.uri === 'item:InternetMessageHeader' ? [path.index] : [],
    ),
  };
};

const singleHeaders = (view: ItemView, names: readonly string[]): readonly XmlElement[] => {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const [all] =
    fieldAt('item:InternetMessageHeaders')?.write(view, {
      by: 'GetItem',
      bodyType: undefined,
    }) ?? [];
  const found = (all?.content ?? []).filter(
    (entry) =>
      typeof entry !== 'string' && wanted.has((entry.attributes['HeaderName'] ?? '').toLowerCase()),
  );
  return found.length === 0 ? [] : [element('t:InternetMessageHeaders', {}, ...found)];
};

const AFTER_HEADERS = 'item:DateTimeSent';
const AFTER_EXTENDED = 'item:LastModifiedTime';

const orderOf = (uri: string): number => fields.findIndex((field) => field.uri === uri);

/** An item in the wanted shape, its elements in the order of the schema. */
export const itemElement = (view: ItemView, shape: Shape): XmlElement => {
  const before = (from: string | null, to: string | null): readonly XmlElement[] =>
    shape.fields
      .filter((field) => {
        const place = orderOf(field.uri);
        return (
          place >= (from === null ? 0 : orderOf(from)) &&
          place < (to === null ? fields.length : orderOf(to))
        );
      })
      .flatMap((field) => field.write(view, shape.asked));
  const hasAll = shape.fields.some(({ uri }) => uri === 'item:InternetMessageHeaders');
  return element(
    't:Message',
    {},
    ...before(null, AFTER_HEADERS),
    ...(hasAll ? [] : singleHeaders(view, shape.headers)),
    ...before(AFTER_HEADERS, AFTER_EXTENDED),
    ...shape.extended.flatMap((path) => extendedElement(path, view)),
    ...before(AFTER_EXTENDED, null),
  );
};
