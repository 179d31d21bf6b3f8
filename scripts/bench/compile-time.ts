import type { BrowserContext, CDPSession } from 'playwright';

import { untilAttached } from './attached.ts';

/** The inbox of the first account. */
export const inbox = 'https://mail.google.com/mail/u/0/#inbox';

/**
 * How long Chromium's main thread compiles a script while Gmail loads in a new tab, ms, by its own trace. The sampling
 * profiler does not see this work.
 */
export async function compileTime(
  context: BrowserContext,
  browser: CDPSession,
  script: string,
): Promise<number> {
  const page = await context.newPage();
  let microseconds = 0;
  const hear = ({ value }: { readonly value: readonly object[] }) => {
    for (const event of value) microseconds += isCompileOf(event, script) ? event.dur : 0;
  };
  browser.on('Tracing.dataCollected', hear);
  const complete = new Promise<void>((resolve) => {
    browser.once('Tracing.tracingComplete', () => resolve());
  });
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['v8', 'devtools.timeline'] },
  });
  await page.goto(inbox);
  await untilAttached(page);
  await browser.send('Tracing.end');
  await complete;
  await page.close();
  browser.off('Tracing.dataCollected', hear);
  return microseconds / 1000;
}

function isCompileOf(event: object, script: string): event is { readonly dur: number } {
  if (!('name' in event) || event.name !== 'v8.compile') return false;
  return 'dur' in event && 'args' in event && JSON.stringify(event.args).includes(script);
}
