import { fileURLToPath } from 'node:url';

import { bundleFunctions } from './bundle-functions.mjs';
import { converterFaults } from './converter-check.mjs';
import { lint } from './lint.mjs';
import { schemaFaults } from './schema-check.mjs';

const addin = new URL('../../../packages/outlook-addin/', import.meta.url);

/**
 * One of the three ways to check: what it found, or why it could not look.
 * @typedef {{ name: string, faults: readonly string[], skipped: string | null }} Check
 */

/**
 * Checks a manifest in three ways. Nothing leaves this machine.
 * @param {string} xml
 * @returns {Promise<readonly Check[]>}
 */
export async function checkManifest(xml) {
  const bySchema = schemaFaults(xml);
  const functions = bundleFunctions(fileURLToPath(new URL('dist/commands.js', addin)));
  return [
    {
      name: 'Microsoft’s schemas',
      faults: bySchema ?? [],
      skipped: bySchema === null ? 'they are not on this machine' : null,
    },
    { name: 'Microsoft’s converter', faults: await converterFaults(xml), skipped: null },
    {
      name: 'our own rules',
      faults: lint(xml, { publicFolder: fileURLToPath(new URL('public/', addin)), functions }),
      skipped:
        functions === null
          ? 'the names of functions, since the add-in is not built (npm run build)'
          : null,
    },
  ];
}

/** The checks as lines for a person. @param {readonly Check[]} checks @returns {string} */
export function checkReport(checks) {
  return checks
    .flatMap(({ name, faults, skipped }) => [
      `${verdict(faults, skipped)} ${name}${skipped === null ? '' : ` (not checked: ${skipped})`}`,
      ...faults.map((fault) => `       ${fault}`),
    ])
    .join('\n');
}

/** @param {readonly string[]} faults @param {string | null} skipped @returns {string} */
function verdict(faults, skipped) {
  if (faults.length > 0) return 'FAILED';
  return skipped === null ? 'ok    ' : '-     ';
}
