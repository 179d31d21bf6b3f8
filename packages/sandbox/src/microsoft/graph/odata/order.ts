import { badRequest } from '../errors.ts';
import type { Filter } from './filter.ts';
import { pathsIn } from './filter.ts';
import type { Readable } from './match.ts';

/** A property to sort by. */
export type Order = { readonly path: string; readonly descending: boolean };

/** Reads an `$orderby`. */
export const parseOrder = (text: string): readonly Order[] =>
  text.split(',').map((part) => {
    const [path = '', direction = 'asc'] = part.trim().split(/\s+/);
    return { path, descending: direction.toLowerCase() === 'desc' };
  });

/** Properties to sort by must stand in the filter too, first and in the same order (Graph, "List messages": Using filter and orderby in the same query). */
export const checkOrder = (filter: Filter | null, order: readonly Order[]): void => {
  if (filter === null) return;
  const paths = pathsIn(filter);
  if (order.some(({ path }, index) => paths[index] !== path))
    throw badRequest(
      'InefficientFilter',
      'The restriction or sort order is too complex for this operation.',
    );
};

const rank = (readable: Readable, path: string): string | number => {
  const value = readable.value(path) ?? '';
  if (typeof value === 'object') return value.at;
  return typeof value === 'boolean' ? Number(value) : value;
};

/** Compares two messages by an order. */
export const byOrder =
  (order: readonly Order[]) =>
  (left: Readable, right: Readable): number => {
    for (const { path, descending } of order) {
      const [a, b] = [rank(left, path), rank(right, path)];
      if (a !== b) return a < b === descending ? 1 : -1;
    }
    return 0;
  };
