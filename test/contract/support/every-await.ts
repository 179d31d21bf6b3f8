import { mortalWorker, type MortalWorker } from './mortal-worker.ts';

/** How many places there were to end a worker, and at how many of them one was ended. */
export type Share = {
  /** What was waited for, without repetitions. */
  readonly kinds: readonly string[];
  readonly awaits: number;
  readonly hit: number;
  /** For the report: "ended at 98 of 98 awaits (27 kinds), before and after each". */
  readonly words: string;
};

/**
 * Runs `life` once undisturbed to count its awaits, then again and again with a worker that ends at each of them in
 * turn: once before and once after what it waited for was carried out. `life` sets the scene anew, lets the worker
 * live, and afterwards judges what is left, where `where` names the place of the death.
 */
export async function endAtEveryAwait(
  life: (worker: MortalWorker, where: string) => Promise<'done' | 'ended'>,
): Promise<Share> {
  const whole = mortalWorker(null);
  await life(whole, 'never ended');
  let hit = 0;
  for (let at = 0; at < whole.awaits.length; at += 1) {
    const ends: ('done' | 'ended')[] = [];
    for (const moment of ['before', 'after'] as const) {
      const worker = mortalWorker({ at, moment });
      ends.push(await life(worker, `ended ${moment} await ${at}, ${whole.awaits[at]}`));
    }
    if (ends.every((end) => end === 'ended')) hit += 1;
  }
  const kinds = [...new Set(whole.awaits)].toSorted();
  const awaits = whole.awaits.length;
  const words = `ended at ${hit} of ${awaits} awaits (${kinds.length} kinds), before and after each`;
  return { kinds, awaits, hit, words };
}
