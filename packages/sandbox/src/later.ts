/** How the sandbox waits. Replaced in tests that must not touch real time. */
export type Timers = {
  /** Calls `run` once after `ms`, unless the function that it returns is called before. */
  start(run: () => void, ms: number): () => void;
};

/** A longer wait would overflow Node's timer and end at once. */
const LONGEST_TIMER_MS = 0x7fff_ffff;

/** Node's timers, which never keep the process alive. */
export const unrefTimers: Timers = {
  start: (run, ms) => {
    const timer = setTimeout(run, Math.min(ms, LONGEST_TIMER_MS)).unref();
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Something that waits for its time. */
export type Waiting = {
  cancel(): void;
  /** Makes it due at once; it is carried out by the next `settle`. */
  hurry(): void;
};

/** Work that is carried out when the clock reaches its time. */
export type Later = {
  /** `run` is told when it was due, so that what follows can be counted from there. */
  at(dueAt: number, run: (dueAt: number) => void | Promise<void>): Waiting;
  /** The clock, and what `advance` has added to it (epoch ms). */
  now(): number;
  /** Carries out all that is due, in the order of its time, and resolves when it is done. */
  settle(): Promise<void>;
  /** Lets `ms` pass at once for all that waits, then settles. */
  advance(ms: number): Promise<void>;
  /** Forgets what waits. */
  close(): void;
};

type Entry = { dueAt: number; readonly run: (dueAt: number) => void | Promise<void> };

const nothing = (): void => {};

/** Makes a queue on a clock: a timer wakes it, but only the clock decides what is due. */
export const createLater = (options: { clock: () => number; timers?: Timers }): Later => {
  const { clock, timers = unrefTimers } = options;
  const entries = new Set<Entry>();
  let stopTimer = nothing;
  let skipped = 0;
  let settling: Promise<void> = Promise.resolve();

  const now = (): number => clock() + skipped;

  const next = (): Entry | undefined => [...entries].toSorted((a, b) => a.dueAt - b.dueAt)[0];

  const arm = (): void => {
    stopTimer();
    const first = next();
    stopTimer = first
      ? timers.start(() => void settle(), Math.max(1, first.dueAt - now()))
      : nothing;
  };

  const drain = async (): Promise<void> => {
    for (let entry = next(); entry && entry.dueAt <= now(); entry = next()) {
      entries.delete(entry);
      await entry.run(entry.dueAt);
    }
    arm();
  };

  // One at a time, so that whoever settles also waits for what somebody else set going.
  const settle = (): Promise<void> => {
    settling = settling.catch(() => undefined).then(drain);
    return settling;
  };

  return {
    now,
    at: (dueAt, run) => {
      const entry: Entry = { dueAt, run };
      entries.add(entry);
      arm();
      return {
        cancel: () => {
          entries.delete(entry);
          arm();
        },
        hurry: () => {
          entry.dueAt = now();
          arm();
        },
      };
    },
    settle,
    advance: (ms) => {
      skipped += ms;
      return settle();
    },
    close: () => {
      entries.clear();
      arm();
    },
  };
};
