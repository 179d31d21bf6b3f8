import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { extensionId } from '../../scripts/lib/pack/extension-id.mjs';

const folder = fileURLToPath(new URL('../../packages/gmail-extension/dist/', import.meta.url));

/** The built extension, as it ships. */
export type BuiltExtension = { readonly folder: string; readonly id: string };

/** Where the build stands, and the id that the manifest's key gives it. */
export function builtExtension(): BuiltExtension {
  const manifestPath = `${folder}manifest.json`;
  if (!existsSync(manifestPath)) throw new Error('No built extension. Run `npm run build` first.');
  const manifest: { readonly key: string } = JSON.parse(readFileSync(manifestPath, 'utf8'));
  return { folder, id: extensionId(Buffer.from(manifest.key, 'base64')) };
}
