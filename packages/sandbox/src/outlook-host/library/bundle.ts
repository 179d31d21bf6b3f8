import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'vite';

import { packageRoot } from '../../package-root.ts';

const browserFolder = join(packageRoot, 'src/outlook-host/browser');

const bundles = new Map<string, Promise<string>>();

/** One of the host's browser scripts, bundled into one plain script; once in the life of the program. */
export function bundleScript(entry: string): Promise<string> {
  const known = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, known);
  return known;
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: browserFolder,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(browserFolder, entry), output: { format: 'iife' } },
    },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error(`${entry} gives no script.`);
  return first.output[0].code;
}

/** The host page's style sheets, as one. */
export async function readStyle(): Promise<string> {
  const names = ['frame', 'mail', 'compose', 'addin'];
  const texts = names.map((name) => readFile(join(browserFolder, 'styles', `${name}.css`), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}
