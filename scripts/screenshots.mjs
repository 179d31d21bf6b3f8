/**
 * `npm run screenshots`: takes a picture of every state of the panel, the settings, the strip and the pane in Outlook, and
 * writes docs/states.md. Outlook shows the add-in as built: `npm run build` first.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { createServer } from 'vite';

import { ensureChromium } from './chromium.mjs';
import { top } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { smallPng } from './lib/screenshots/small-png.mjs';
import { groups, statesPage } from './lib/screenshots/states.mjs';
import { importTypeScript } from './run-ts.mjs';

/** @type {typeof import('./lib/screenshots/strip-pictures.ts')} */
const { withStripCamera } = await importTypeScript(
  new URL('lib/screenshots/strip-pictures.ts', import.meta.url),
);

/** @type {typeof import('./lib/screenshots/outlook-pictures.ts')} */
const { outlookPicture } = await importTypeScript(
  new URL('lib/screenshots/outlook-pictures.ts', import.meta.url),
);

const images = new URL('docs/images/', top);
const mostBytes = 60_000;
// Chromium takes its time zone from here.
process.env['TZ'] = 'UTC';
/** The same instant in every picture, so that one taken anew differs only where the page does. */
const at = '2026-11-23T14:30';

const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('packages/shared/src/ui/gallery/', top)),
  cacheDir: fileURLToPath(new URL('node_modules/.cache/postrider/gallery/', top)),
  plugins: [react()],
  logLevel: 'error',
  server: { host: '127.0.0.1', watch: null, fs: { allow: [fileURLToPath(top)] } },
});
await server.listen();
const [root] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch({ executablePath: ensureChromium() });

try {
  mkdirSync(images, { recursive: true });
  for (const file of readdirSync(images).filter((name) => /^ui-.*\.png$/.test(name))) {
    rmSync(new URL(file, images));
  }
  const states = groups.flatMap((group) => group.states);
  for (const state of states) {
    if (state.strip !== undefined || state.outlook !== undefined) continue;
    keep(state.name, await takePicture(state));
  }
  const places = { top: fileURLToPath(top), chromium: ensureChromium() };
  await withStripCamera(places, async (picture) => {
    for (const { name, scene = name, strip } of states) {
      if (strip === undefined) continue;
      keep(name, await picture({ scene, popOut: strip === 'in a window of its own' }));
    }
  });
  for (const { name, scene = name, outlook } of states) {
    if (outlook === undefined) continue;
    const look = { scene, look: outlook, at: Date.parse(`${at}Z`) };
    keep(name, await outlookPicture(places, look));
  }
  writeFileSync(new URL('docs/states.md', top), statesPage());
  say('Written: docs/states.md and docs/images/ui-*.png');
} finally {
  await browser.close();
  await server.close();
}

/**
 * @param {string} name
 * @param {Buffer} picture
 */
function keep(name, picture) {
  const png = smallPng(picture);
  if (png.length > mostBytes) throw new Error(`ui-${name}.png has ${png.length} bytes.`);
  writeFileSync(new URL(`ui-${name}.png`, images), png);
}

/** @param {import('./lib/screenshots/states.mjs').State} state */
async function takePicture({ name, scene = name, theme = 'light', language, press = [], width }) {
  const page = await browser.newPage({
    viewport: { width: width ?? 360, height: 720 },
    timezoneId: 'UTC',
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const asked = new URLSearchParams({
    scene,
    theme,
    at,
    locale: 'en-US',
    language: language ?? '',
  });
  await page.goto(`${root}?${asked.toString()}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (const words of press) {
    const button = page.getByRole('button', { name: words });
    await button
      .or(page.getByRole('tab', { name: words }))
      .first()
      .click();
  }
  // A page that is loaded when it is first opened.
  if (press.length > 0) await page.waitForFunction(() => !document.querySelector('.skeleton'));
  // What appears late (grey rows) is a motion, too; one that was taken away ends as aborted.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  );
  const png = await page.screenshot();
  await page.close();
  return png;
}
