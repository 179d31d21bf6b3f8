/** Draws public/icons/*.png from the extension's icon.svg in Chromium: `node packages/outlook-addin/icon/make-icons.mjs`. */
import { readFileSync } from 'node:fs';

import { chromium } from 'playwright';

import { ensureChromium } from '../../../scripts/chromium.mjs';

const svg = readFileSync(new URL('../../gmail-extension/icon/icon.svg', import.meta.url), 'utf8');
const browser = await chromium.launch({ executablePath: ensureChromium() });
for (const size of [16, 32, 64, 80, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  const path = new URL(`../public/icons/${size}.png`, import.meta.url).pathname;
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}
await browser.close();
