import { join } from 'node:path';

import { lintEvents } from './lint-events.mjs';
import { lintResources } from './lint-resources.mjs';
import { pngSize } from './png-size.mjs';
import { readXml, within } from './xml-tree.mjs';

/** @import { Element } from './xml-tree.mjs' */

/**
 * What a manifest is held against: the add-in's folder of icons, and the functions of the built script (null = not built).
 * @typedef {{ publicFolder: string, functions: ReadonlySet<string> | null }} Product
 */

/**
 * Everything that is wrong with a manifest and that neither Microsoft's schemas nor its converter say.
 * @param {string} xml @param {Product} product
 * @returns {readonly string[]}
 */
export function lint(xml, product) {
  const { publicFolder, functions } = product;
  const top = readXml(xml);
  const all = within(top);
  const overrides = all.filter(({ name }) => name === 'VersionOverrides');
  return [
    ...(overrides.length === 0 ? ['There are no VersionOverrides.'] : []),
    ...overrides.flatMap((one) => lintOverrides(one, product)),
    ...lintTop(top, publicFolder),
    ...lintHosts(all),
    ...unusedFunctions(all, functions),
  ];
}

/** @param {Element} overrides @param {Product} product @returns {readonly string[]} */
function lintOverrides(overrides, { publicFolder, functions }) {
  const where = (overrides.attributes['type'] ?? 'VersionOverrides')
    .replace('VersionOverridesV', 'Overrides ')
    .replace('_', '.');
  return lintResources(overrides, where).concat(
    lintEvents(overrides, where, functions),
    lintIcons(overrides, where, publicFolder),
    lintControls(overrides, where),
  );
}

/** @param {Element} overrides @param {string} where @param {string} publicFolder */
function lintIcons(overrides, where, publicFolder) {
  const elements = within(overrides, ({ name }) => name === 'VersionOverrides');
  const addresses = new Map(
    elements.map(({ attributes: { id = '', DefaultValue = '' } }) => [id, DefaultValue]),
  );
  return elements.flatMap(({ name, attributes: { size, resid = '' } }) => {
    const address = addresses.get(resid);
    if (name !== 'Image' || size === undefined || address === undefined) return [];
    return iconFault(address, size, publicFolder).map((fault) => `${where}: ${fault}`);
  });
}

/** @param {Element} top @param {string} publicFolder */
function lintTop(top, publicFolder) {
  const value = (/** @type {string} */ name) =>
    top.children.find((child) => child.name === name)?.attributes['DefaultValue'] ?? '';
  const faults = /** @type {const} */ ([
    ['DisplayName', 125],
    ['Description', 250],
  ]).flatMap(([name, most]) =>
    value(name).length > most ? [`${name} has more than ${most} characters.`] : [],
  );
  return [
    ...faults,
    ...iconFault(value('IconUrl'), '64', publicFolder),
    ...iconFault(value('HighResolutionIconUrl'), '128', publicFolder),
  ];
}

/** @param {string} address @param {string} size @param {string} publicFolder @returns {readonly string[]} */
function iconFault(address, size, publicFolder) {
  const file = /\/(icons\/[\w-]+\.png)$/.exec(address)?.[1];
  const found = file === undefined ? null : pngSize(join(publicFolder, file));
  if (found === `${size}x${size}`) return [];
  return [`the icon ${address} must be a PNG of ${size}x${size}, but ${found ?? 'there is none'}.`];
}

/** @param {Element} overrides @param {string} where */
function lintControls(overrides, where) {
  const ids = within(overrides, ({ name }) => name === 'VersionOverrides')
    .filter(({ name }) => name === 'Control' || name === 'Group')
    .map(({ attributes: { id = '' } }) => id);
  return ids
    .filter((id, at) => id === '' || ids.indexOf(id) !== at)
    .map((id) => `${where}: the control id "${id}" is empty or given twice.`);
}

/** Every address is https, and all but AppDomain lie on one host. @param {readonly Element[]} all */
function lintHosts(all) {
  const addresses = all.flatMap(({ name, text, attributes: { DefaultValue = '' } }) =>
    /^[a-z]+:\/\//.test(DefaultValue) || name === 'AppDomain'
      ? [{ name, address: name === 'AppDomain' ? text : DefaultValue }]
      : [],
  );
  const own = new Set(
    addresses
      .filter(({ name }) => name !== 'AppDomain')
      .map(({ address }) => new URL(address).origin),
  );
  return [
    ...addresses
      .filter(({ address }) => !address.startsWith('https://'))
      .map(({ address }) => `${address} is not https.`),
    ...(own.size > 1 ? [`the files lie on more than one host: ${[...own].join(', ')}.`] : []),
  ];
}

/** @param {readonly Element[]} all @param {ReadonlySet<string> | null} functions */
function unusedFunctions(all, functions) {
  const wanted = new Set(
    all.map(({ name, text, attributes: { FunctionName } }) =>
      name === 'FunctionName' ? text : FunctionName,
    ),
  );
  return [...(functions ?? [])]
    .filter((name) => !wanted.has(name))
    .map((name) => `nothing starts the function ${name} of the built commands.js.`);
}
