import { mkdirSync } from 'node:fs';

import { say } from '../lib/say.mjs';
import type { Places } from './places.ts';
import { open, type Opened, type ShowName } from './show.ts';
import type { Step } from './step.ts';

/** Plays these stories headless, one after the other; gives whether every step went well by the sandbox's record. */
export async function demo(
  names: readonly ShowName[],
  places: Places,
  options: { readonly json: boolean },
): Promise<boolean> {
  mkdirSync(places.screenshots, { recursive: true });
  let ok = true;
  for (const name of names) ok = ok && (await playStory(name, places, options.json));
  say(`Screenshots: ${places.screenshots}`);
  return ok;
}

async function playStory(name: ShowName, places: Places, json: boolean): Promise<boolean> {
  const opened = await open(name, places, true);
  const stop = onInterrupt(opened);
  try {
    for (const [index, step] of opened.steps.entries()) {
      say(`${name} ${index + 1}. ${step.says}.`);
      const shot = `${places.screenshots}${name}-${index + 1}-${step.step}.png`;
      if (!(await playStep(name, step, shot, json))) return false;
    }
    return true;
  } finally {
    stop();
    await opened.close();
  }
}

async function playStep(show: ShowName, step: Step, shot: string, json: boolean): Promise<boolean> {
  const startedAt = Date.now();
  const tell = (ok: boolean, detail: object) => {
    const ms = Date.now() - startedAt;
    if (json) console.log(JSON.stringify({ show, step: step.step, ok, ms, detail }));
    say(`   ${ok ? 'ok' : 'FAILED'} after ${ms} ms: ${JSON.stringify(detail)}`);
    return ok;
  };
  try {
    const { ok, detail, show: page } = await step.run();
    await page.bringToFront();
    // A page that was behind lays itself out with its first frames in front.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.screenshot({ path: shot });
    return tell(ok, detail);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return tell(false, { reason });
  }
}

/** Opens the sandbox for a person and stays until the browser is closed or Ctrl+C is pressed. */
export async function byHand(name: ShowName, places: Places): Promise<void> {
  const opened = await open(name, places, false);
  const { context } = opened;
  await context
    .pages()
    .find((page) => page.url() === 'about:blank')
    ?.close();
  onInterrupt(opened);
  say(opened.byHand);
  await new Promise<void>((resolve) => {
    context.on('close', () => resolve());
  });
  await opened.close();
}

/** Ends everything on Ctrl+C; gives back how to stop listening. */
function onInterrupt({ close }: Opened): () => void {
  const end = () => {
    say('Closing.');
    void close().finally(() => process.exit(130));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  return () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  };
}
