import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { hostUrl } from '../host-url.mjs';
import { top } from '../run.mjs';
import { Fault } from './fault.mjs';

/**
 * @typedef {object} PackOptions
 * @property {URL} host Where the crx and update.xml will be served; ends with a slash.
 * @property {string} out The company's folder, absolute.
 * @property {string | undefined} key The company's signing key, absolute; undefined = the one in `out`.
 * @property {string | undefined} settings The managed settings, absolute; undefined = the ones in `out`.
 * @property {string | undefined} version Replaces the manifest's version in what is packed.
 * @property {boolean} build Whether to install packages where needed and to build first.
 */

const repository = fileURLToPath(top);

const usage = `npm run pack -- --host https://ext.example.com/postrider [--key company.pem] [--out FOLDER]
                [--settings settings.json] [--version 1.2.3] [--no-build]

  --host      the https address from which browsers will fetch the extension and its updates
  --key       your company's signing key; without it one is made in FOLDER and used again from then on
  --out       your company's folder, outside the repository (default: ../postrider-packed)
  --settings  what your company sets for its reps (default: FOLDER/settings.json, written where it is missing)
  --version   a version of your own instead of the manifest's; browsers only move to a higher one
  --no-build  pack what the last build left; installs nothing and builds nothing`;

/**
 * Reads the command line. Paths count from `from`, the folder in which the command was given.
 * @param {readonly string[]} words
 * @param {string} from
 * @returns {PackOptions}
 */
export function readOptions(words, from) {
  const values = parse(words);
  const path = (/** @type {string | undefined} */ given) =>
    given === undefined ? undefined : resolve(from, given);
  const out = path(values.out) ?? resolve(repository, '../postrider-packed');
  if (isInside(out, repository)) {
    throw new Fault(
      `The folder ${out} lies inside the repository, where a signing key must never be. ` +
        'Name one outside it: --out ../postrider-packed',
    );
  }
  return {
    host: hostUrl(values.host, {
      missing: `Say where the extension will be hosted, with --host.\n\n${usage}`,
      example: 'https://ext.example.com/postrider',
    }),
    out,
    key: path(values.key),
    settings: path(values.settings),
    version: values.version === undefined ? undefined : chromeVersion(values.version),
    build: !values['no-build'],
  };
}

/** @param {readonly string[]} words */
function parse(words) {
  try {
    const text = /** @type {const} */ ({ type: 'string' });
    return parseArgs({
      args: [...words],
      options: {
        host: text,
        key: text,
        out: text,
        settings: text,
        version: text,
        'no-build': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/**
 * Chrome's own rule: one to four numbers of at most 65535, not all zero.
 * @param {string} given
 */
function chromeVersion(given) {
  const parts = given.split('.');
  const numbers = parts.every((part) => /^(0|[1-9]\d{0,4})$/.test(part) && Number(part) <= 65_535);
  if (!numbers || parts.length > 4 || parts.every((part) => part === '0')) {
    throw new Fault(
      `--version takes one to four numbers with dots, such as 1.2.3, not "${given}".`,
    );
  }
  return given;
}

/**
 * @param {string} path
 * @param {string} folder
 */
function isInside(path, folder) {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
