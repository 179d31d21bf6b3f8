import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until it is so. Gives whether it was so before the deadline.
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} withinMs
 * @param {number} [everyMs]
 */
export async function waitFor(condition, withinMs, everyMs = 100) {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) return false;
    await pause(everyMs);
  }
  return true;
}
