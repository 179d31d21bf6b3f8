/**
 * Lets scripts use the project's TypeScript on a Node that cannot strip types (20.19): the module is bundled once by
 * Vite into node_modules/.cache and bundled anew when one of its files has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { top } from './lib/run.mjs';

/** @typedef {{ output: string, files: Record<string, string> }} Manifest */

const cache = new URL('node_modules/.cache/postrider/run-ts/', top);

/**
 * Imports a TypeScript module of this project with everything it imports; packages stay outside the bundle.
 * @template {object} [T=Record<string, unknown>]
 * @param {URL} entry The module's file URL.
 * @returns {Promise<T>}
 */
export async function importTypeScript(entry) {
  const key = createHash('sha256').update(entry.href).digest('hex').slice(0, 16);
  const manifestFile = new URL(`${key}.json`, cache);
  const known = readManifest(manifestFile);
  const manifest =
    known !== null && isFresh(known) ? known : await bundle(entry, key, manifestFile);
  return import(new URL(manifest.output, cache).href);
}

/**
 * @param {URL} file
 * @returns {Manifest | null}
 */
function readManifest(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {Manifest} manifest */
function isFresh(manifest) {
  return (
    existsSync(new URL(manifest.output, cache)) &&
    Object.entries(manifest.files).every(([file, stamp]) => stampOf(file) === stamp)
  );
}

/** @param {string} file */
function stampOf(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.mtimeMs}-${stat.size}`;
}

/**
 * @param {URL} entry
 * @param {string} key
 * @param {URL} manifestFile
 * @returns {Promise<Manifest>}
 */
async function bundle(entry, key, manifestFile) {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    root: fileURLToPath(top),
    logLevel: 'error',
    publicDir: false,
    build: { ssr: fileURLToPath(entry), write: false, minify: false, target: 'node20' },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`Nothing was built from ${entry.href}.`);
  const content = createHash('sha256').update(chunk.code).digest('hex').slice(0, 16);
  const files = chunk.moduleIds.filter((id) => existsSync(id)).map((id) => [id, stampOf(id)]);
  const manifest = { output: `${key}-${content}.mjs`, files: Object.fromEntries(files) };
  mkdirSync(cache, { recursive: true });
  writeWhole(new URL(manifest.output, cache), chunk.code);
  writeWhole(manifestFile, JSON.stringify(manifest));
  return manifest;
}

/**
 * Two commands may bundle at the same time: a file appears whole or not at all.
 * @param {URL} file
 * @param {string} text
 */
function writeWhole(file, text) {
  const part = new URL(`${file.href}.${process.pid}`);
  writeFileSync(part, text);
  renameSync(part, file);
}
