/** How the sandbox waits. Replaced in tests that must not touch real time. */
export type Timers = {
  start(run: () => void, ms: number): unknown;
  stop(handle: unknown): void;
};

/** Node's timers, which never keep the process alive. */
export const unrefTimers: Timers = {
  start: (run, ms) => setTimeout(run, Math.min(ms, 0x7fffffff)).unref(),
  stop: (handle) => {
    clearTimeout(handle as NodeJS.Timeout);
  },
};

/** Something that waits for its time. */
export type Waiting = { cancel(): void; dueAt(): number };

/** Work that is carried out when the clock reaches its time. */
export type Later = {
  at(dueAt: number, run: () => void | Promise<void>): Waiting;
  /** Carries out all that is due, in the order of its time, and resolves when it is done. */
  settle(): Promise<void>;
  /** Lets `ms` of everybody's wait pass at once, then settles. */
  advance(ms: number): Promise<void>;
  /** Forgets what waits. */
  close(): void;
};

type Entry = { dueAt: number; readonly run: () => void | Promise<void> };

/** Makes a queue on a clock: a timer wakes it, but only the clock decides what is due. */
export const createLater = (options: { clock: () => number; timers?: Timers }): Later => {
  const { clock, timers = unrefTimers } = options;
  const entries = new Set<Entry>();
  let timer: unknown;
  let settling: Promise<void> = Promise.resolve();

  const next = (): Entry | undefined => [...entries].toSorted((a, b) => a.dueAt - b.dueAt)[0];

  const arm = (): void => {
    if (timer !== undefined) timers.stop(timer);
    const first = next();
    timer = first
      ? timers.start(() => void settle(), Math.max(1, first.dueAt - clock()))
      : undefined;
  };

  const drain = async (): Promise<void> => {
    for (let entry = next(); entry && entry.dueAt <= clock(); entry = next()) {
      entries.delete(entry);
      await entry.run();
    }
    arm();
  };

  // One at a time, so that whoever settles also waits for what somebody else set going.
  const settle = (): Promise<void> => {
    settling = settling.catch(() => undefined).then(drain);
    return settling;
  };

  return {
    at: (dueAt, run) => {
      const entry: Entry = { dueAt, run };
      entries.add(entry);
      arm();
      return {
        cancel: () => {
          entries.delete(entry);
          arm();
        },
        dueAt: () => entry.dueAt,
      };
    },
    settle,
    advance: (ms) => {
      for (const entry of entries) entry.dueAt -= ms;
      return settle();
    },
    close: () => {
      entries.clear();
      arm();
    },
  };
};
