import { mkdirSync } from 'node:fs';

import { say } from '../lib/say.mjs';
import { company, type Places, setStage, type Stage } from './stage.ts';
import { type Step, story } from './story.ts';

/** Plays the story headless; gives whether every step went well by the sandbox's record. */
export async function demo(places: Places, options: { readonly json: boolean }): Promise<boolean> {
  const folder = places.screenshots;
  mkdirSync(folder, { recursive: true });
  const stage = await setStage(places, true);
  const stop = onInterrupt(stage);
  let ok = true;
  try {
    for (const [index, step] of story(stage).entries()) {
      say(`${index + 1}. ${step.says}.`);
      const shot = `${folder}${index + 1}-${step.step}.png`;
      const went = await playStep(step, shot, options.json);
      if (!went) {
        ok = false;
        break;
      }
    }
  } finally {
    stop();
    await stage.close();
  }
  say(`Screenshots: ${folder}`);
  return ok;
}

async function playStep(step: Step, shot: string, json: boolean): Promise<boolean> {
  const startedAt = Date.now();
  try {
    const { ok, detail, show } = await step.run();
    const ms = Date.now() - startedAt;
    await show.bringToFront();
    // A page that was behind lays itself out with its first frames in front.
    await show.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await show.screenshot({ path: shot });
    if (json) console.log(JSON.stringify({ step: step.step, ok, ms, detail }));
    say(`   ${ok ? 'ok' : 'FAILED'} after ${ms} ms: ${JSON.stringify(detail)}`);
    return ok;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const ms = Date.now() - startedAt;
    if (json) console.log(JSON.stringify({ step: step.step, ok: false, ms, detail: { reason } }));
    say(`   FAILED after ${ms} ms: ${reason}`);
    return false;
  }
}

/** Opens the sandbox for a person and stays until the browser is closed or Ctrl+C is pressed. */
export async function byHand(places: Places): Promise<void> {
  const stage = await setStage(places, false);
  await stage.context
    .pages()
    .find((page) => page.url() === 'about:blank')
    ?.close();
  onInterrupt(stage);
  say(
    `
Chromium is open on a sandbox: Ana's mailbox (${stage.rep.address}). Nothing leaves this machine.

  1. Click Postrider's icon (puzzle piece, then pin it). In its settings enter
       client ID      ${company.clientId}
       client secret  ${company.clientSecret}
     and connect ${stage.rep.address}.
  2. Write to kim@globex.example. The strip under the compose window says "Follow". Send, or try Undo.
  3. Write to j.doe@initech.example: it bounces. maya@soylent.example answers after five seconds,
     robin@vandelay.example is out of office, pat@umbrella.example is delayed.
  4. https://mail.google.com/mail/u/2/ is Dana's mailbox, to answer by hand.

Close the browser or press Ctrl+C to end.`.trim(),
  );
  await new Promise<void>((resolve) => {
    stage.context.on('close', () => resolve());
  });
  await stage.close();
}

/** Ends everything on Ctrl+C; gives back how to stop listening. */
function onInterrupt(stage: Stage): () => void {
  const end = () => {
    say('Closing.');
    void stage.close().finally(() => process.exit(130));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  return () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  };
}
