import type { Comparison, Filter, Literal, TextTest } from './filter.ts';
import { invalidFilter } from './tokens.ts';

/** How a filter's paths are read from what it is applied to. */
export type Readable = {
  /** The value at a path; a time as `{ at }`. Undefined = there is no such property. */
  value(path: string): Literal | undefined;
  /** The members of a collection, for `any`. `asked` are the values that the filter compares `id` with. */
  members(path: string, asked: readonly string[]): readonly Readable[];
};

const typeName = (value: Literal): string => {
  if (typeof value === 'object' && value !== null) return 'Edm.DateTimeOffset';
  if (typeof value === 'string') return 'Edm.String';
  return typeof value === 'boolean' ? 'Edm.Boolean' : 'Edm.Int32';
};

// Exchange compares text without regard to case.
const comparable = (value: Literal): string | number | boolean | null => {
  if (typeof value === 'object' && value !== null) return value.at;
  return typeof value === 'string' ? value.toLowerCase() : value;
};

const words: Readonly<Record<Comparison, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

const compare = (value: Literal, by: Comparison, to: Literal): boolean => {
  if (value !== null && to !== null && typeName(value) !== typeName(to))
    throw invalidFilter(
      `A binary operator with incompatible types was detected. Found operand types '${typeName(value)}' and '${typeName(to)}' for operator kind '${words[by]}'.`,
    );
  const [left, right] = [comparable(value), comparable(to)];
  if (by === 'eq') return left === right;
  if (by === 'ne') return left !== right;
  if (left === null || right === null) return false;
  if (by === 'gt') return left > right;
  if (by === 'ge') return left >= right;
  return by === 'lt' ? left < right : left <= right;
};

const tests: Readonly<Record<TextTest, (text: string, of: string) => boolean>> = {
  startswith: (text, of) => text.startsWith(of),
  endswith: (text, of) => text.endsWith(of),
  contains: (text, of) => text.includes(of),
};

const idsAsked = (filter: Filter): readonly string[] => {
  if (filter.kind === 'and' || filter.kind === 'or')
    return [...idsAsked(filter.left), ...idsAsked(filter.right)];
  return filter.kind === 'compare' && filter.path === 'id' && typeof filter.to === 'string'
    ? [filter.to]
    : [];
};

/** Does something pass a filter? Throws Graph's 400 for a property that there is not, or for types that do not meet. */
export const matches = (filter: Filter, on: Readable): boolean => {
  switch (filter.kind) {
    case 'and':
      return matches(filter.left, on) && matches(filter.right, on);
    case 'or':
      return matches(filter.left, on) || matches(filter.right, on);
    case 'not':
      return !matches(filter.filter, on);
    case 'any':
      return on
        .members(filter.path, idsAsked(filter.filter))
        .some((member) => matches(filter.filter, member));
    case 'text':
    case 'compare': {
      const value = on.value(filter.path);
      if (value === undefined)
        throw invalidFilter(
          `Could not find a property named '${filter.path}' on type 'Microsoft.OutlookServices.Message'.`,
        );
      if (filter.kind === 'compare') return compare(value, filter.by, filter.to);
      return (
        typeof value === 'string' &&
        tests[filter.test](value.toLowerCase(), filter.of.toLowerCase())
      );
    }
  }
};
