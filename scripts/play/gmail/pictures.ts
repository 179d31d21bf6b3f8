import { openCompose, writeMail } from '@postrider/sandbox/driver/gmail-page';
import type { Page } from 'playwright';

import type { Places } from '../places.ts';
import { setStage } from './stage.ts';
import { story } from './story.ts';

const panelWidth = 380;
const height = 800;

/** Plays the story and takes the README's pictures of the real thing: Gmail with the panel beside it, and the strip. */
export async function takePictures(places: Places): Promise<void> {
  const stage = await setStage(places, true);
  try {
    for (const step of story(stage)) {
      const { ok } = await step.run();
      if (!ok) throw new Error(`The story failed at "${step.step}"; play the demo to see why.`);
    }
    const panel = stage.context.pages().find((page) => page.url().includes('side-panel'));
    if (panel === undefined) throw new Error('The panel is not open.');
    await panel.setViewportSize({ width: panelWidth, height });
    const { gmail } = stage;
    await gmail.setViewportSize({ width: 1280 - panelWidth, height });
    const compose = await openCompose(gmail);
    await writeMail(compose, {
      to: ['maya@soylent.example'],
      subject: 'The pilot for your support team',
      body: 'Hi Maya, here is the plan for the first two weeks.',
    });
    await gmail.bringToFront();
    const left = await gmail.screenshot();
    const window = await compose.screenshot();
    await panel.bringToFront();
    const right = await panel.screenshot();
    const table = await stage.context.newPage();
    await sideBySide(table, left, right, `${places.screenshots}gmail-with-panel.png`);
    await show(table, [window], 'padding: 0', `${places.screenshots}compose-strip.png`);
  } finally {
    await stage.close();
  }
}

/** Headless Chromium draws no side panel of its own, so the two are laid beside each other as the browser would. */
async function sideBySide(table: Page, left: Buffer, right: Buffer, path: string): Promise<void> {
  await table.setViewportSize({ width: 1280, height });
  await show(table, [left, right], 'border-left: 1px solid #c4c7c5', path);
}

async function show(
  table: Page,
  images: readonly Buffer[],
  style: string,
  path: string,
): Promise<void> {
  const tags = images.map(
    (image) => `<img style="${style}" src="data:image/png;base64,${image.toString('base64')}">`,
  );
  await table.setContent(`<style>body{margin:0;display:inline-flex}</style>${tags.join('')}`);
  await table.locator('body').screenshot({ path });
}
