import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

const source = fileURLToPath(new URL('.', import.meta.url));

/**
 * Builds an add-in that does nothing but call Office.js: a second opinion on the sandbox's Outlook that does not pass
 * through our own code. Its pages have the names that the product's manifest gives. Gives its folder.
 */
export async function buildOfficeProbe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postrider-office-probe-'));
  for (const name of ['pane', 'commands', 'dialog']) {
    await build({
      configFile: false,
      root: source,
      logLevel: 'error',
      publicDir: false,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: {
          input: join(source, `${name}.ts`),
          output: { format: 'iife', entryFileNames: `${name}.js` },
        },
      },
    });
  }
  await cp(join(source, 'pane.html'), join(folder, 'taskpane.html'));
  for (const name of ['commands.html', 'dialog.html'])
    await cp(join(source, name), join(folder, name));
  return folder;
}
