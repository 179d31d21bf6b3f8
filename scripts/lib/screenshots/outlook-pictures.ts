import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import { startSandbox } from '@postrider/sandbox/sandbox';
import { chromium, type Page } from 'playwright';

import { entraClientId } from '../../play/outlook/cast.ts';
import { outlookScenes } from './outlook-scenes.ts';

/** How a state is shown: the pane alone unless `of` says the page, in these colours and at this width. */
export type OutlookLook = {
  readonly of?: 'page';
  readonly scheme?: 'dark';
  /** In forced colours, as Windows' contrast themes. */
  readonly contrast?: boolean;
  /** Of the pane, px. */
  readonly width?: number;
};

/** Plays a scene in a sandbox and a browser of its own and gives its picture; in its world it is `at` (epoch ms) when it begins. */
export async function outlookPicture(
  places: { readonly top: string; readonly chromium: string },
  state: { readonly scene: string; readonly look: OutlookLook; readonly at: number },
): Promise<Buffer> {
  const { scene: name, look, at } = state;
  const scene = outlookScenes[name];
  if (scene === undefined) throw new Error(`There is no scene ${name} of Outlook.`);
  const { policy = {}, play } = scene;
  const ahead = at - Date.now();
  const sandbox = await startSandbox({
    clock: () => Date.now() + ahead,
    outlook: {
      manifest: `${places.top}manifest.xml`,
      addin: `${places.top}packages/outlook-addin/dist/`,
      files:
        policy === null ? {} : { '/policy.json': JSON.stringify({ entraClientId, ...policy }) },
    },
  });
  const { outlook } = sandbox;
  try {
    if (outlook === null) throw new Error('The sandbox has no Outlook.');
    const { context, close } = await openBrowser(chromium, {
      sandbox,
      executablePath: places.chromium,
      viewport: { width: 1100, height: 800 },
    });
    try {
      await context.clock.install({ time: at });
      const page = await play({ context, sandbox: { ...sandbox, outlook } });
      return await taken(page, look);
    } finally {
      await close();
    }
  } finally {
    await sandbox.close();
  }
}

async function taken(page: Page, look: OutlookLook): Promise<Buffer> {
  await page.emulateMedia({
    colorScheme: look.scheme ?? 'light',
    forcedColors: look.contrast === true ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  const pane = page.locator('iframe.addin-pane');
  if (look.of === 'page' || (await pane.count()) === 0) return page.screenshot();
  await pane.contentFrame().getByText('Looking…').first().waitFor({ state: 'hidden' });
  const { width } = look;
  if (width !== undefined) {
    await pane.evaluate((frame, px) => void (frame.style.width = `${px}px`), width);
  }
  return pane.screenshot();
}
