/** `npm run pictures`: takes the README's pictures anew, of the built product on the sandbox. */
import { fileURLToPath } from 'node:url';

import { ensureChromium } from './chromium.mjs';
import { buildAll } from './lib/build.mjs';
import { top } from './lib/run.mjs';
import { importTypeScript } from './run-ts.mjs';

await buildAll();
/** @type {typeof import('./play/pictures.ts')} */
const { takePictures } = await importTypeScript(new URL('./play/pictures.ts', import.meta.url));
await takePictures({
  chromium: ensureChromium(),
  extension: fileURLToPath(new URL('packages/gmail-extension/dist/', top)),
  screenshots: fileURLToPath(new URL('docs/images/', top)),
});
