import { element, type XmlElement } from '../xml/element.ts';

function comparison(name: string, path: XmlElement, value: string): XmlElement {
  return element(name, {}, [
    path,
    element('t:FieldURIOrConstant', {}, [element('t:Constant', { Value: value })]),
  ]);
}

/** True where a property has this value. */
export function isEqualTo(path: XmlElement, value: string): XmlElement {
  return comparison('t:IsEqualTo', path, value);
}

/** True where a time is this one (epoch ms) or later. */
export function isSince(path: XmlElement, at: number): XmlElement {
  return comparison('t:IsGreaterThanOrEqualTo', path, new Date(at).toISOString());
}

/** True where any of the expressions is; one alone stands for itself, since EWS wants two in an Or. */
export function anyOf(expressions: readonly XmlElement[]): XmlElement {
  const [only] = expressions;
  return expressions.length === 1 && only !== undefined ? only : element('t:Or', {}, expressions);
}

/** True where a text begins so, in any case. */
export function beginsWith(path: XmlElement, start: string): XmlElement {
  return element(
    't:Contains',
    { ContainmentMode: 'Prefixed', ContainmentComparison: 'IgnoreCase' },
    [path, element('t:Constant', { Value: start })],
  );
}
