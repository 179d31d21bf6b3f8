import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserContext } from 'playwright';

import { type Bench, type Figure, median, percentile } from './figure.ts';
import { type Rep, withRep } from './rep.ts';
import { seedEvents } from './seeded.ts';

const events = 100_000;
const opens = 20;
const asks = 10;

/**
 * From navigation to the first row in a panel of 100,000 events, in turns with a page of the extension that holds
 * nothing but one row. A row is there in the frame after it was painted.
 */
export const measureFeed: Bench = async (places) => {
  const extension = withBarePage(places.extension);
  try {
    return await withRep(places, { extension }, async (rep) => {
      await rep.connect();
      await seedEvents(places, rep.panel, { address: rep.address, count: events });
      const times: { readonly feed: number[]; readonly bare: number[] } = { feed: [], bare: [] };
      // The first of each only warms up.
      for (let no = 0; no <= opens; no += 1) {
        const feed = await firstRow(rep, 'side-panel/index.html');
        const bare = await firstRow(rep, 'bare.html');
        if (no === 0) continue;
        times.feed.push(feed);
        times.bare.push(bare);
      }
      const settings = await answers(rep, 'settings');
      const status = await answers(rep, 'status', () => rep.ask('look-now'));
      const figure = 'feed of 100,000 events: navigation to first rows';
      const line = (what: string, of: (values: readonly number[]) => number) => ({
        figure: `${figure}, ${what}`,
        measured: of(times.feed),
        unit: 'ms',
        reference: { what: 'bare page', value: of(times.bare) },
      });
      return [
        { ...line('median of 20', median), limit: 150 },
        { ...line('p95', (values) => percentile(values, 95)), limit: null },
        answer('the settings page asks', settings),
        answer('the panel asks as a look begins', status),
      ];
    });
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
};

/** How long the worker takes to answer a page, ms, a few times; `beside` begins just before each. */
async function answers(
  rep: Rep,
  kind: string,
  beside: () => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let no = 0; no < asks; no += 1) {
    const other = beside();
    times.push(
      await rep.panel.evaluate(async (asked) => {
        const from = performance.now();
        await chrome.runtime.sendMessage({ postrider: 1, kind: asked, request: {} });
        return performance.now() - from;
      }, kind),
    );
    await other;
  }
  return times;
}

function answer(what: string, times: readonly number[]): Figure {
  return {
    figure: `over 100,000 events: ${what}, slowest of ${asks}`,
    measured: Math.max(...times),
    unit: 'ms',
    limit: null,
  };
}

/** The same build with one page more, which shows a row and nothing else. */
function withBarePage(extension: string): string {
  const copy = `${mkdtempSync(join(tmpdir(), 'postrider-bench-'))}/`;
  cpSync(extension, copy, { recursive: true });
  // Chromium writes the compiled form of the network rules beside them; a copy of it is refused.
  rmSync(`${copy}_metadata`, { recursive: true, force: true });
  writeFileSync(`${copy}bare.html`, '<!doctype html><body><script src="bare.js"></script>');
  writeFileSync(
    `${copy}bare.js`,
    "const row = document.createElement('article'); row.textContent = 'One row'; document.body.append(row);",
  );
  return copy;
}

async function firstRow(rep: Rep, path: string): Promise<number> {
  const page = await freshPage(rep.context);
  await page.goto(`chrome-extension://${rep.extensionId}/${path}`);
  const shown = await page.waitForFunction(() => Reflect.get(globalThis, 'firstRowAt'));
  const time = Number(await shown.jsonValue());
  await page.close();
  return time;
}

async function freshPage(context: BrowserContext) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 380, height: 800 });
  await page.addInitScript(observeFirstRow);
  return page;
}

/** Runs in the page: notes when the first row was painted, ms since the navigation began. */
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
