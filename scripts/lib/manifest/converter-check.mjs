import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import converter from 'office-addin-manifest-converter';

/** The version of the unified manifest that the converter writes. */
const unifiedVersion = '1.17';
const require = createRequire(import.meta.url);
/** @type {Readonly<Record<string, unknown>>} */
const unifiedSchema = require('@microsoft/app-manifest/build/json-schemas/teams/v1.17/MicrosoftTeams.schema.json');

/**
 * What Microsoft's converter to the unified manifest says against a manifest, and Microsoft's schema against what it
 * makes of it. No network: the schema is the one in the package.
 * @param {string} xml
 * @returns {Promise<readonly string[]>}
 */
export async function converterFaults(xml) {
  const folder = mkdtempSync(join(tmpdir(), 'postrider-manifest-'));
  try {
    writeFileSync(join(folder, 'manifest.xml'), xml);
    const said = await quietly(() =>
      converter.convert(join(folder, 'manifest.xml'), folder, false),
    );
    const unified = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return [...said, ...unifiedFaults(unified)];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {Readonly<Record<string, unknown>>} unified @returns {readonly string[]} */
function unifiedFaults(unified) {
  if (unified['manifestVersion'] !== unifiedVersion) {
    return [`unified manifest: not of version ${unifiedVersion}, whose schema is checked.`];
  }
  // It names draft 4 and uses nothing that later drafts read otherwise.
  const { $schema: _draft, ...schema } = unifiedSchema;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.validate(schema, unified);
  return (ajv.errors ?? []).map(
    ({ instancePath, message = '' }) => `unified manifest ${instancePath}: ${message}`,
  );
}

/** The converter's warnings; it writes them to the console and nowhere else. @param {() => Promise<void>} work @returns {Promise<readonly string[]>} */
async function quietly(work) {
  /** @type {string[]} */
  const lines = [];
  const { log, warn, error } = console;
  const keep = (/** @type {readonly unknown[]} */ ...words) => void lines.push(words.join(' '));
  Object.assign(console, { log: keep, warn: keep, error: keep });
  try {
    await work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
  return lines.filter((line) => /warning|error/i.test(line));
}
