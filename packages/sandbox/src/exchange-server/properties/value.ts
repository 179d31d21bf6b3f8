import { EwsError } from '../ews-error.ts';
import { extendedValue, kindOfType } from './extended.ts';
import { fieldAt } from './fields.ts';
import type { ItemView } from './item-view.ts';
import type { PropertyPath } from './path.ts';
import type { Scalar } from './scalar.ts';

/** A property that items can be searched and sorted by. */
export type Comparable = {
  readonly valueOf: (view: ItemView) => Scalar | null;
  /** Constants are read as values of this kind; null where it shows in the value. */
  readonly kind: Scalar['kind'] | null;
};

/** Looks up a property to search or sort by. */
export const comparable = (path: PropertyPath): Comparable => {
  if (path.kind === 'extended')
    return { valueOf: (view) => extendedValue(path, view), kind: kindOfType(path.type) };
  const scalar = path.kind === 'field' ? fieldAt(path.uri)?.scalar : undefined;
  if (!scalar)
    throw new EwsError(
      'ErrorUnsupportedPathForQuery',
      'The property cannot be used for searching or sorting.',
    );
  return { valueOf: scalar, kind: null };
};
