/** Runs one look at a time. */
export type SingleFlight = {
  /**
   * Resolves when a look that began after this call has ended: who asks during a look cannot know whether it
   * has passed the place already, so one more follows it.
   */
  run(): Promise<void>;
  running(): boolean;
};

/** Wraps a look so that calls never overlap, and calls made meanwhile share the next one. */
export function singleFlight(look: () => Promise<void>): SingleFlight {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const begin = () => {
    current = look().finally(() => {
      current = null;
    });
    return current;
  };
  const after = async (before: Promise<void>) => {
    await before.catch(() => undefined);
    next = null;
    return begin();
  };
  return {
    run() {
      if (current === null) return begin();
      next ??= after(current);
      return next;
    },
    running: () => current !== null,
  };
}
