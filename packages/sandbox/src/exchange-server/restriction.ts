import { EwsError, schemaFault } from './ews-error.ts';
import type { ItemView } from './properties/item-view.ts';
import { isPath, readPath } from './properties/path.ts';
import { compareScalars, scalarLike, type Scalar } from './properties/scalar.ts';
import { comparable, type Comparable } from './properties/value.ts';
import { childAt, childOf, type XmlNode } from './xml/read.ts';

type Test = (view: ItemView) => boolean;

const orders: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['IsEqualTo', (order) => order === 0],
  ['IsNotEqualTo', (order) => order !== 0],
  ['IsGreaterThan', (order) => order > 0],
  ['IsGreaterThanOrEqualTo', (order) => order >= 0],
  ['IsLessThan', (order) => order < 0],
  ['IsLessThanOrEqualTo', (order) => order <= 0],
]);

const propertyOf = (node: XmlNode): Comparable => {
  const path = node.children.find(isPath);
  if (!path) throw schemaFault(`${node.name} names no property.`);
  return comparable(readPath(path));
};

const constantLike = (kind: Scalar['kind'], text: string): Scalar => {
  const constant = scalarLike(kind, text);
  if (!constant)
    throw new EwsError('ErrorInvalidValueForProperty', 'The constant is no value of the property.');
  return constant;
};

const comparison = (node: XmlNode, holds: (order: number) => boolean): Test => {
  const { valueOf, kind } = propertyOf(node);
  const text = childAt(node, 'FieldURIOrConstant', 'Constant')?.attributes['Value'];
  if (text === undefined)
    throw new EwsError('ErrorUnsupportedQueryFilter', 'Only constants can be compared with here.');
  // Refused before any item is looked at, as Exchange refuses it.
  if (kind !== null) constantLike(kind, text);
  return (view) => {
    const value = valueOf(view);
    return value !== null && holds(compareScalars(value, constantLike(value.kind, text)));
  };
};

const containment = (node: XmlNode): Test => {
  const { valueOf } = propertyOf(node);
  const wanted = childOf(node, 'Constant')?.attributes['Value'];
  if (wanted === undefined) throw schemaFault('Contains has no Constant.');
  const { ContainmentMode: mode = 'FullString', ContainmentComparison: how = 'Exact' } =
    node.attributes;
  const folded = (text: string): string => (how === 'Exact' ? text : text.toLowerCase());
  return (view) => {
    const value = valueOf(view);
    if (value?.kind !== 'text') return false;
    const [text, part] = [folded(value.value), folded(wanted)];
    switch (mode) {
      case 'Prefixed':
        return text.startsWith(part);
      case 'PrefixOnWords':
        return text.split(/\s+/).some((word) => word.startsWith(part));
      case 'Substring':
      case 'ExactPhrase':
        return text.includes(part);
      default:
        return text === part;
    }
  };
};

const testOf = (node: XmlNode): Test => {
  const order = orders.get(node.name);
  if (order) return comparison(node, order);
  const inner = (): readonly Test[] => node.children.map(testOf);
  switch (node.name) {
    case 'And': {
      const tests = inner();
      return (view) => tests.every((test) => test(view));
    }
    case 'Or': {
      const tests = inner();
      return (view) => tests.some((test) => test(view));
    }
    case 'Not': {
      const tests = inner();
      return (view) => !tests.every((test) => test(view));
    }
    case 'Contains':
      return containment(node);
    case 'Exists': {
      const { valueOf } = propertyOf(node);
      return (view) => valueOf(view) !== null;
    }
    default:
      throw new EwsError('ErrorUnsupportedQueryFilter', `${node.name} is not played.`);
  }
};

/** Reads a Restriction; everything passes where there is none. */
export const readRestriction = (operation: XmlNode): Test => {
  const condition = childOf(operation, 'Restriction')?.children[0];
  return condition ? testOf(condition) : () => true;
};
