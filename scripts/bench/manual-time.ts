/** A clock that moves only when somebody waits, and timers that ring in its order: minutes pass in milliseconds. */
export type ManualTime = {
  readonly clock: () => number;
  wait(ms: number): Promise<void>;
  /** Lets the clock go on to the next thing that is waited for; false where nobody waits. */
  step(): Promise<boolean>;
};

/** Starts one. */
export function manualTime(start: number): ManualTime {
  let now = start;
  const waiting: { readonly at: number; readonly ring: () => void }[] = [];
  return {
    clock: () => now,
    wait: (ms) =>
      new Promise((resolve) => {
        waiting.push({ at: now + ms, ring: resolve });
      }),
    async step() {
      // What was rung has to come to rest first: Google's answers take turns of the event loop.
      for (let turn = 0; turn < 20; turn += 1) {
        await new Promise((resolve) => void setImmediate(resolve));
      }
      const next = waiting.toSorted((one, other) => one.at - other.at)[0];
      if (next === undefined) return false;
      waiting.splice(waiting.indexOf(next), 1);
      now = Math.max(now, next.at);
      next.ring();
      return true;
    },
  };
}
