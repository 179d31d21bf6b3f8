import { schemaFault } from './ews-error.ts';
import type { ItemView } from './properties/item-view.ts';
import { isPath, readPath } from './properties/path.ts';
import { compareScalars } from './properties/scalar.ts';
import { comparable } from './properties/value.ts';
import { childOf, type XmlNode } from './xml/read.ts';

type Order = (one: ItemView, other: ItemView) => number;

const orderBy = (node: XmlNode): Order => {
  const path = node.children.find(isPath);
  const direction = node.attributes['Order'];
  if (!path || (direction !== 'Ascending' && direction !== 'Descending'))
    throw schemaFault('FieldOrder needs a property and an order.');
  const { valueOf } = comparable(readPath(path));
  const sign = direction === 'Ascending' ? 1 : -1;
  return (one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return sign * (Number(a !== null) - Number(b !== null));
    return sign * compareScalars(a, b);
  };
};

/** Reads a SortOrder; without one, the store's own order stays (newest first). */
export const readSortOrder = (operation: XmlNode): Order => {
  const orders = (childOf(operation, 'SortOrder')?.children ?? []).map(orderBy);
  return (one, other) => {
    for (const order of orders) {
      const result = order(one, other);
      if (result !== 0) return result;
    }
    return 0;
  };
};
