import { openGmail } from '@postrider/sandbox/driver/gmail-page';

import { untilAttached } from './attached.ts';
import { type Bench, median, percentile } from './figure.ts';
import { withRep } from './rep.ts';

const windows = 20;

/**
 * From InboxSDK's mark on a compose window (the class it sets when it has recognised it, just before it reports it)
 * until the strip is under the window and painted. An observer in the page takes both times.
 */
export const measureStrip: Bench = (places) =>
  withRep(places, {}, async (rep) => {
    await rep.connect();
    await rep.context.addInitScript(observeStrips);
    const page = await openGmail(rep.context);
    await untilAttached(page);
    const times: number[] = [];
    for (let no = 0; no < windows; no += 1) {
      await page.locator('[gh=cm]').click();
      const shown = await page.waitForFunction((count) => {
        const strips: readonly number[] = Reflect.get(globalThis, 'stripTimes') ?? [];
        return strips.length > count ? strips.at(-1) : undefined;
      }, no);
      times.push(Number(await shown.jsonValue()));
      const compose = page.locator('[role=dialog]').last();
      await compose.getByLabel('Save & close').click();
      await compose.waitFor({ state: 'detached' });
    }
    const figure = 'strip shown after InboxSDK recognised the window';
    return [
      { figure: `${figure}, median of 20`, measured: median(times), unit: 'ms', limit: 100 },
      { figure: `${figure}, p95`, measured: percentile(times, 95), unit: 'ms', limit: 100 },
    ];
  });

/** Runs in the page: notes how long each compose window waited for its strip. */
function observeStrips(): void {
  const times: number[] = [];
  Reflect.set(globalThis, 'stripTimes', times);
  const recognisedAt = new Map<Element, number>();
  const look = () => {
    const now = performance.now();
    for (const compose of document.querySelectorAll('.inboxsdk__compose')) {
      if (!recognisedAt.has(compose)) recognisedAt.set(compose, now);
      const strip = compose.querySelector('[data-postrider-strip]:not([data-timed])');
      const group = strip?.shadowRoot?.querySelector('[role=group]');
      if (!strip || !group) continue;
      strip.setAttribute('data-timed', '');
      const start = recognisedAt.get(compose) ?? now;
      const painted = () => {
        if (group.getBoundingClientRect().height === 0) requestAnimationFrame(painted);
        else times.push(performance.now() - start);
      };
      // The frame after the next one begins when this one has been painted.
      requestAnimationFrame(() => requestAnimationFrame(painted));
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class'],
  });
}
