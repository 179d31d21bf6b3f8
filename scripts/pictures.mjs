/** `npm run pictures`: takes the README's pictures anew, of the built products on the sandbox. */
import { ensureChromium } from './chromium.mjs';
import { buildAll } from './lib/build.mjs';
import { placesOf } from './lib/places.mjs';
import { importTypeScript } from './run-ts.mjs';

await buildAll();
const places = placesOf(ensureChromium(), 'docs/images/');
/** @type {typeof import('./play/gmail/pictures.ts')} */
const gmail = await importTypeScript(new URL('./play/gmail/pictures.ts', import.meta.url));
await gmail.takePictures(places);
/** @type {typeof import('./play/outlook/pictures.ts')} */
const outlook = await importTypeScript(new URL('./play/outlook/pictures.ts', import.meta.url));
await outlook.takePictures(places);
