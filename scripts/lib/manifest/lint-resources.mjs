import { within } from './xml-tree.mjs';

/** @import { Element } from './xml-tree.mjs' */

/** Where each kind of reference finds what it names. @type {Readonly<Record<string, string>>} */
const lists = {
  Image: 'Images',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  Runtime: 'Urls',
  Override: 'Urls',
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
};

/** Most characters of a string, by its list (Microsoft, add-in only manifest reference, Resources). */
const longest = new Map([
  ['ShortStrings', 125],
  ['LongStrings', 250],
  ['Urls', 2048],
  ['Images', 2048],
]);

/**
 * What is wrong between one VersionOverrides and its own resources: references to nothing, resources that nothing
 * names, names given twice, strings that are too long.
 * @param {Element} overrides @param {string} where
 * @returns {readonly string[]}
 */
export function lintResources(overrides, where) {
  const elements = within(
    overrides,
    (inner) => inner.name === 'VersionOverrides' || inner.name === 'Resources',
  );
  const stored = overrides.children
    .filter(({ name }) => name === 'Resources')
    .flatMap(({ children }) => children)
    .flatMap((list) => list.children.map((one) => ({ list: list.name, ...named(one) })));
  const wanted = elements.flatMap(({ name, attributes: { resid } }) =>
    resid === undefined ? [] : [{ name, resid, list: lists[name] ?? '' }],
  );
  return [
    ...wanted
      .filter(({ resid, list }) => !stored.some((one) => one.list === list && one.id === resid))
      .map(
        ({ name, resid, list }) =>
          `${where}: ${name} names the resid "${resid}", which is not in ${list || 'any list'}.`,
      ),
    ...stored
      .filter(({ id, list }) => !wanted.some((one) => one.list === list && one.resid === id))
      .map(({ id, list }) => `${where}: nothing names "${id}" in ${list}.`),
    ...stored
      .filter(({ id }, at) => stored.findIndex((one) => one.id === id) !== at)
      .map(({ id }) => `${where}: the id "${id}" is given twice.`),
    ...stored
      .filter(({ id }) => id.length > 32)
      .map(({ id }) => `${where}: the id "${id}" has more than 32 characters.`),
    ...stored
      .filter(({ list, value }) => value.length === 0 || value.length > (longest.get(list) ?? 0))
      .map(
        ({ id, list }) =>
          `${where}: "${id}" in ${list} is empty or has more than ${longest.get(list) ?? 0} characters.`,
      ),
  ];
}

/** @param {Element} element */
function named({ attributes: { id = '', DefaultValue = '' } }) {
  return { id, value: DefaultValue };
}
