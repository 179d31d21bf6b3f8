import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { hostUrl } from '../host-url.mjs';
import { Fault } from '../pack/fault.mjs';
import { top } from '../run.mjs';

/** @import { Company } from './company-copy.mjs' */

const usage = `npm run manifest -- --host https://addin.example.com [--client-id GUID] [--name NAME]
                    [--version 1.0.0.0] [--new-id] [--out FILE]

  --host       the https address at which the add-in's files are served
  --client-id  of your app registration in Entra ID; leave it out for an Exchange Server on-premises
  --name       what reps read in Outlook (default: Postrider)
  --version    four numbers; higher than before, or Outlook keeps the manifest that it has
  --new-id     an id of its own, so that it can be installed beside the add-in that is there
  --out        the file to write (default: ../postrider-outlook.xml)`;

/** Beside the repository, as the packed extension. */
const usualOut = fileURLToPath(new URL('../postrider-outlook.xml', top));

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/**
 * Reads the command line. Paths count from `from`, the folder in which the command was given.
 * @param {readonly string[]} words @param {string} from
 * @returns {Company & { out: string }}
 */
export function readManifestOptions(words, from) {
  const values = parse(words);
  const clientId = values['client-id'];
  if (clientId !== undefined && !guid.test(clientId)) {
    throw new Fault(
      `--client-id is 32 digits with hyphens, as Entra ID shows it, not "${clientId}".`,
    );
  }
  const { version, name } = values;
  if (version !== undefined && !/^(\d{1,5}\.){3}\d{1,5}$/.test(version)) {
    throw new Fault(`--version takes four numbers with dots, such as 1.0.0.0, not "${version}".`);
  }
  if (name !== undefined && (name.trim() === '' || name.length > 30)) {
    throw new Fault('--name takes 1 to 30 characters: Outlook cuts longer ones.');
  }
  return {
    host: hostUrl(values.host, {
      missing: `Say where the add-in's files are served, with --host.\n\n${usage}`,
      example: 'https://addin.example.com',
    }),
    clientId: clientId?.toLowerCase(),
    name: name?.trim(),
    version,
    id: values['new-id'] === true ? randomUUID() : undefined,
    out: resolve(from, values.out ?? usualOut),
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
        'client-id': text,
        name: text,
        version: text,
        'new-id': { type: 'boolean' },
        out: text,
      },
    }).values;
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}
