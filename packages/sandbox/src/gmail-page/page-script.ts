import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'vite';

import { packageRoot } from '../package-root.ts';

const browserFolder = join(packageRoot, 'src/gmail-page/browser');

/** The page's script, bundled from its source into one plain script, as Gmail's are. */
export async function bundlePageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    root: browserFolder,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(browserFolder, 'main.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error('The page has no script.');
  return first.output[0].code;
}

/** The page's style sheet. */
export function readPageStyle(): Promise<string> {
  return readFile(join(browserFolder, 'page.css'), 'utf8');
}
