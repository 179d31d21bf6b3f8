import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { top } from '../run.mjs';
import { checkSuccession } from './check-succession.mjs';
import { makeCompanyCopy } from './company-copy.mjs';
import { extensionId, redirectUri } from './extension-id.mjs';
import { readManagedSettings, unfilled, writePlaceholders } from './managed-settings.mjs';
import { policyFiles } from './policy-files.mjs';
import { writeCrx } from './sign.mjs';
import { makeSigningKey, readSigningKey } from './signing-key.mjs';
import { offered, updateManifest } from './update-manifest.mjs';
import { writeAll } from './write-all.mjs';

const extension = new URL('packages/gmail-extension/', top);

/**
 * @typedef {object} Packed
 * @property {string} id
 * @property {string} redirectUri
 * @property {string} version
 * @property {string} updateUrl
 * @property {string} crx Its path.
 * @property {string} keyPath
 * @property {boolean} keyIsNew
 * @property {string} settingsPath
 * @property {readonly string[]} unfilled The settings that still hold placeholders.
 * @property {string | undefined} versionBefore The version that update.xml offered until now.
 */

/**
 * Signs the built extension with the company's key and writes what is hosted (out/host) and rolled out
 * (out/policies). The private key lies beside them, never in them.
 * @param {import('./options.mjs').PackOptions} options
 * @returns {Promise<Packed>}
 */
export async function pack(options) {
  const { out, host } = options;
  const hosted = join(out, 'host');
  mkdirSync(hosted, { recursive: true });

  const keyPath = options.key ?? join(out, 'signing-key.pem');
  const keyIsNew = options.key === undefined && !existsSync(keyPath);
  const { publicKey } = keyIsNew ? makeSigningKey(keyPath) : readSigningKey(keyPath);
  const id = extensionId(publicKey);

  const settingsPath = options.settings ?? join(out, 'settings.json');
  if (options.settings === undefined && !existsSync(settingsPath)) writePlaceholders(settingsPath);
  const schema = JSON.parse(readFileSync(new URL('public/managed-schema.json', extension), 'utf8'));
  const settings = readManagedSettings(settingsPath, schema);

  const updateUrl = new URL('update.xml', host).href;
  const updatePath = join(hosted, 'update.xml');
  const before = existsSync(updatePath) ? offered(readFileSync(updatePath, 'utf8')) : undefined;

  const copy = mkdtempSync(join(tmpdir(), 'postrider-pack-'));
  try {
    const from = fileURLToPath(new URL('dist/', extension));
    const version = makeCompanyCopy({
      from,
      to: copy,
      publicKey,
      updateUrl,
      version: options.version,
    });
    checkSuccession({ id, version }, before);
    const name = `postrider-${version}.crx`;
    await writeCrx({ folder: copy, keyPath, crxPath: join(hosted, name) });
    const codebase = new URL(name, host).href;
    writeFileSync(updatePath, updateManifest({ id, version, codebase }));
    // A client secret stands in them, so only their owner reads them.
    writeAll(join(out, 'policies'), policyFiles({ id, updateUrl, settings }), 0o600);
    return {
      id,
      redirectUri: redirectUri(id),
      version,
      updateUrl,
      crx: join(hosted, name),
      keyPath,
      keyIsNew,
      settingsPath,
      unfilled: unfilled(settings),
      versionBefore: before?.version,
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
