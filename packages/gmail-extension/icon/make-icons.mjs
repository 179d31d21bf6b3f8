/** Draws public/icons/*.png from icon.svg in Chromium: `node packages/gmail-extension/icon/make-icons.mjs`. */
import { readFileSync } from 'node:fs';

import { chromium } from 'playwright';

import { ensureChromium } from '../../../scripts/chromium.mjs';

const svg = readFileSync(new URL('./icon.svg', import.meta.url), 'utf8');
const browser = await chromium.launch({ executablePath: ensureChromium() });
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  const path = new URL(`../public/icons/${size}.png`, import.meta.url).pathname;
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}
await browser.close();
