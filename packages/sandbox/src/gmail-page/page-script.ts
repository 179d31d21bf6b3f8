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

const styleSheets = [
  'frame',
  'navigation',
  'list',
  'thread',
  'compose',
  'compose-extras',
  'editor',
  'overlays',
];

/** The page's style sheets, as one. */
export async function readPageStyle(): Promise<string> {
  const texts = styleSheets.map((name) =>
    readFile(join(browserFolder, 'styles', `${name}.css`), 'utf8'),
  );
  return (await Promise.all(texts)).join('\n');
}
