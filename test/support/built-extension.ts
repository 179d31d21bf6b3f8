import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../packages/gmail-extension/dist/', import.meta.url));

/** The built extension, as it ships. */
export type BuiltExtension = { readonly folder: string; readonly id: string };

/** Where the build stands, and the id that the manifest's key gives it (first half of the key's SHA-256, in a to p). */
export function builtExtension(): BuiltExtension {
  const manifestPath = `${folder}manifest.json`;
  if (!existsSync(manifestPath)) throw new Error('No built extension. Run `npm run build` first.');
  const manifest: { readonly key: string } = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const digest = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
  const id = digest
    .slice(0, 32)
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  return { folder, id };
}
