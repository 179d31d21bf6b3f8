import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** Where Microsoft's schemas lie, where somebody has put them; they are not ours to ship. */
const usualFolder = fileURLToPath(
  new URL('../../../../shared/contracts/office-manifest/', import.meta.url),
);

/** The outer one; it brings those of both VersionOverrides with it. */
const schemaFile = 'OfficeAppManifest.xsd';

/**
 * What Microsoft's schemas say against a manifest, or null where they are not on this machine.
 * @param {string} xml @param {string} [folder]
 * @returns {readonly string[] | null}
 */
export function schemaFaults(xml, folder = usualFolder) {
  const path = join(folder, schemaFile);
  if (!existsSync(path)) return null;
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  const validator = XsdValidator.fromDoc(schema);
  try {
    const manifest = XmlDocument.fromString(xml);
    try {
      validator.validate(manifest);
    } finally {
      manifest.dispose();
    }
    return [];
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
      .split('\n')
      .filter((line) => line.trim() !== '');
  } finally {
    validator.dispose();
    schema.dispose();
  }
}
