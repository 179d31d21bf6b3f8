/** @typedef {Readonly<Record<string, string | boolean | number | readonly string[]>>} RegistryValues */

/**
 * A .reg file that sets each key anew, so that nothing of an earlier version stays behind. Chrome reads a
 * boolean and a number from a DWORD and a list from a sub-key with the values "1", "2", … (Chromium, registry_dict.cc).
 * @param {Readonly<Record<string, RegistryValues>>} keys
 */
export function registryFile(keys) {
  return withHeader(Object.entries(keys).flatMap(([key, values]) => sections(key, values)));
}

/**
 * @param {string} key
 * @param {RegistryValues} values
 * @returns {readonly string[]}
 */
function sections(key, values) {
  const entries = Object.entries(values);
  const single = entries.filter(([, value]) => !Array.isArray(value));
  const lists = entries.flatMap(([name, value]) =>
    Array.isArray(value) ? [section(`${key}\\${name}`, numbered(value))] : [],
  );
  return [`[-${key}]\n`, section(key, single), ...lists];
}

/** @param {readonly string[]} list @returns {readonly (readonly [string, string])[]} */
function numbered(list) {
  return list.map((one, at) => [String(at + 1), one]);
}

/** A .reg file that takes keys away, with all that is below them. @param {readonly string[]} keys */
export function removingRegistryFile(keys) {
  return withHeader(keys.map((key) => `[-${key}]\n`));
}

/** @param {readonly string[]} parts */
function withHeader(parts) {
  return ['Windows Registry Editor Version 5.00', '', ...parts].join('\n').replaceAll('\n', '\r\n');
}

/**
 * @param {string} key
 * @param {readonly (readonly [string, unknown])[]} values
 */
function section(key, values) {
  return [`[${key}]`, ...values.map(([name, value]) => `${quoted(name)}=${data(value)}`), ''].join(
    '\n',
  );
}

/** @param {unknown} value */
function data(value) {
  if (typeof value === 'boolean' || typeof value === 'number') {
    return `dword:${Number(value).toString(16).padStart(8, '0')}`;
  }
  return quoted(String(value));
}

/** @param {string} text */
function quoted(text) {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
