import type { Page } from 'playwright';
import { build } from 'vite';

import type { Places } from './figure.ts';

/** Writes so many events into the extension's own database, by the product's own store, from one of its pages. */
export async function seedEvents(
  places: Places,
  page: Page,
  events: { readonly address: string; readonly count: number },
): Promise<void> {
  const built = await build({
    configFile: false,
    root: places.top,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      rolldownOptions: {
        input: `${places.top}scripts/bench/in-page/seed-events.ts`,
        output: { format: 'iife' },
      },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built to fill the event log.');
  await page.evaluate(chunk.code);
  const { address, count } = events;
  await page.evaluate(([to, many, now]) => Reflect.get(globalThis, 'seedEvents')(to, many, now), [
    address,
    count,
    Date.now(),
  ] as const);
}
