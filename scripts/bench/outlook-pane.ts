import { closePane, openPane } from '@postrider/sandbox/driver/outlook-addin';
import { openMessage } from '@postrider/sandbox/driver/outlook-page';
import type { Frame, Page } from 'playwright';

import { eva } from '../play/outlook/cast.ts';
import { connect } from '../play/outlook/connect.ts';
import { setStage } from '../play/outlook/stage.ts';
import { type Bench, type Figure, median, percentile } from './figure.ts';

const opens = 20;
const addin = 'https://addin.postrider.example';

/** One row of text and nothing else, on the add-in's own host and under its own header lines. */
const bare = {
  '/bare.html': '<!doctype html><title>Bare</title><body><script src="bare.js"></script>',
  '/bare.js':
    "const row = document.createElement('article'); row.textContent = 'One row'; document.body.append(row);",
};

/** What is measured of one opening, ms since the frame's navigation began. */
type Opening = { readonly paint: number; readonly row: number };

/**
 * The task pane in the sandbox's Outlook, beside a message, connected, with a row in its feed: from the navigation of its frame to its first
 * paint, by Chromium's own record, and to the frame after the first row of the feed; in turns with a frame in the same
 * page that holds one row. Once with the files in the browser's cache, as for every message but the first, once without.
 */
export const measureOutlookPane: Bench = async ({ top, chromium, extension }) => {
  const folder = `${top}packages/outlook-addin/dist/`;
  const places = { chromium, extension, addin: folder, manifest: `${top}manifest.xml` };
  const stage = await setStage({ ...places, screenshots: top }, true, bare);
  try {
    const { context, outlook } = stage;
    context.setDefaultTimeout(60_000);
    await context.addInitScript(observeFirstRow);
    await outlook.reload();
    const pane = await connect(outlook);
    await pane.getByRole('button', { name: 'Send me a test mail' }).click();
    await pane.getByText(`Sent to ${eva.address}`).first().waitFor();
    await closePane(outlook);
    await openMessage(outlook, 'Purchase order');
    return [...(await openings(outlook, 'cached')), ...(await openings(outlook, 'not cached'))];
  } finally {
    await stage.close();
  }
};

async function openings(page: Page, cache: 'cached' | 'not cached'): Promise<readonly Figure[]> {
  const browser = await page.context().newCDPSession(page);
  const emptied = () =>
    cache === 'cached' ? Promise.resolve() : browser.send('Network.clearBrowserCache');
  const pane: Opening[] = [];
  const reference: Opening[] = [];
  // The first of each only warms up.
  for (let no = 0; no <= opens; no += 1) {
    await emptied();
    const opened = await timesOf(await openPane(page, 'Open feed'));
    await closePane(page);
    await emptied();
    const beside = await timesOf(await openBare(page));
    await page.locator('iframe#bare').evaluate((frame) => frame.remove());
    if (no === 0) continue;
    pane.push(opened);
    reference.push(beside);
  }
  const line = (
    what: string,
    limit: number | null,
    of: (all: readonly Opening[]) => number,
  ): Figure => ({
    figure: `task pane, files ${cache}: ${what}`,
    measured: of(pane),
    unit: 'ms',
    limit,
    reference: { what: 'bare page', value: of(reference) },
  });
  return [
    line('first paint, median of 20', 300, (all) => median(all.map(({ paint }) => paint))),
    line('first paint, p95', null, (all) =>
      percentile(
        all.map(({ paint }) => paint),
        95,
      ),
    ),
    line('first row, median of 20', null, (all) => median(all.map(({ row }) => row))),
  ];
}

async function openBare(page: Page): Promise<Frame> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { id: 'bare', src });
    frame.style.cssText = 'position: fixed; inset: 0 0 auto auto; width: 340px; height: 600px;';
    document.body.append(frame);
  }, `${addin}/bare.html`);
  const handle = await page.locator('iframe#bare').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === undefined || frame === null) throw new Error('The bare page has no frame.');
  return frame;
}

async function timesOf(frame: Frame): Promise<Opening> {
  const shown = await frame.waitForFunction(
    () => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const row: unknown = Reflect.get(globalThis, 'firstRowAt');
      return paint !== undefined && typeof row === 'number' && { paint: paint.startTime, row };
    },
    undefined,
    { polling: 50 },
  );
  const times = await shown.jsonValue();
  if (times === false) throw new Error('The pane was not painted.');
  return times;
}

/** Runs in each frame: notes when the first row was painted, ms since the navigation began. */
function observeFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('article') === null) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => Reflect.set(globalThis, 'firstRowAt', performance.now())),
    );
  });
  observer.observe(document, { subtree: true, childList: true });
}
