import { canonicalProperty, propertyOf } from '../mail/properties.ts';
import { messageProperties } from '../message-json.ts';
import type { ViewedItem } from '../view.ts';
import type { Literal } from './filter.ts';
import type { Readable } from './match.ts';

const times: Readonly<Record<string, (view: ViewedItem) => number>> = {
  receivedDateTime: ({ item }) => item.receivedAt,
  sentDateTime: ({ item }) => item.sentAt ?? item.createdAt,
  createdDateTime: ({ item }) => item.createdAt,
  lastModifiedDateTime: ({ item }) => item.modifiedAt,
};

const literal = (value: unknown): Literal | undefined => {
  if (value === undefined || value === null) return null;
  const simple =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return simple ? value : undefined;
};

const inside = (value: unknown, path: readonly string[]): Literal | undefined => {
  const [name, ...rest] = path;
  if (name === undefined) return literal(value);
  if (value === undefined || value === null) return null;
  return typeof value === 'object' && !Array.isArray(value) && name in value
    ? inside(Object.entries(value).find(([key]) => key === name)?.[1], rest)
    : undefined;
};

const simple = (values: Readonly<Record<string, Literal>>): Readable => ({
  value: (path) => values[path],
  members: () => [],
});

const numeric = (id: string, value: string): Literal =>
  /^(?:Integer|Long|Short) /.test(id) ? Number(value) : value;

/** A message as filters and orders read it: times to the millisecond, though Graph shows whole seconds. */
export const readableMessage = (view: ViewedItem): Readable => ({
  value: (path) => {
    const time = times[path];
    if (time) return { at: time(view) };
    const [name = '', ...rest] = path.split('/');
    const read = messageProperties[name];
    return read ? inside(read(view), rest) : undefined;
  },
  members: (path, asked) => {
    if (path === 'categories')
      return view.item.categories.map((category) => simple({ '': category }));
    if (path !== 'singleValueExtendedProperties') return [];
    return asked.flatMap((id) => {
      const canonical = canonicalProperty(id);
      const value = propertyOf(view.mailbox, view.item, canonical, view.switches);
      return value === undefined ? [] : [simple({ id, value: numeric(canonical, value) })];
    });
  },
});
