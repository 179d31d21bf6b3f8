import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build } from 'vite';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../packages/shared/src/domain/bounce/', import.meta.url));

/** One module that holds all of the folder: what its files export, so that nothing is left out as unused. */
const everything = {
  name: 'everything',
  resolveId: (id: string) => (id.endsWith('/everything') ? '\0everything' : null),
  load: (id: string) =>
    id === '\0everything'
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
          .map((name, index) => `export * as file${index} from ${JSON.stringify(folder + name)};`)
          .join('\n')
      : null,
};

it('keeps the whole of the bounce detection under 25 kB, minified and compressed', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [everything],
    build: {
      write: false,
      // A script is minified to the last space; Vite leaves spaces in modules of libraries.
      lib: { entry: `${folder}everything`, formats: ['iife'], name: 'bounce', fileName: 'bounce' },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const code = outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
  expect(code.length).toBeGreaterThan(10_000);
  expect(gzipSync(code).length).toBeLessThanOrEqual(25_000);
});
