/** Runs one piece of work at a time. */
export type SingleFlight<Result> = {
  /**
   * Gives the result of a run that began after this call: who asks during a run cannot know whether it has passed
   * the place already, so one more follows it.
   */
  run(): Promise<Result>;
  running(): boolean;
};

/** Wraps work so that runs never overlap, and calls made meanwhile share the next one. */
export function singleFlight<Result>(work: () => Promise<Result>): SingleFlight<Result> {
  let current: Promise<Result> | null = null;
  let next: Promise<Result> | null = null;

  const begin = () => {
    current = work().finally(() => {
      current = null;
    });
    return current;
  };
  const after = async (before: Promise<Result>) => {
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
