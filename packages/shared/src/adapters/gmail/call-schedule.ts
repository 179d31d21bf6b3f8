import type { Clock, Wait } from '../../application/ports/clock.ts';
import { createUnitBudget } from './unit-budget.ts';

/** Requests that Google is said to carry out at once for one user; more are answered with "Too many concurrent requests". */
const parallel = 10;

/** One of them is never taken by reading, so that a send finds it free at any instant. */
const parallelReads = parallel - 1;

/** Messages that one batch asks for: its parts are carried out at the same time. */
export const batchSize = parallelReads;

/** What a call takes up: requests at the same time, and quota units. */
export type Need = { readonly slots: number; readonly units: number };

/** Makes a call once there is room for it. */
export type Admit = <Result>(need: Need, call: () => Promise<Result>) => Promise<Result>;

/** When the calls of one account may be made. */
export type CallSchedule = {
  /** What a mail needs to leave: goes first and does not wait for the budget, but is counted in it. */
  readonly sends: Admit;
  /** Everything else: one after the other, inside the budget, and only in room that no send wants. */
  readonly reads: Admit;
};

/** For a call that stands alone, as in the middle of connecting. */
export const admitAtOnce: Admit = (_need, call) => call();

/** Keeps one account inside Google's limits: at most ten requests at once and the units of a minute, sends first. */
export function createCallSchedule(clock: Clock, wait: Wait): CallSchedule {
  const budget = createUnitBudget(clock);
  const running = { sends: 0, reads: 0 };
  let sendsWaiting = 0;
  let waiters: (() => void)[] = [];
  let lastRead: Promise<unknown> = Promise.resolve();

  const free = () => parallel - running.sends - running.reads;

  const ended = () =>
    new Promise<void>((resolve) => {
      waiters.push(resolve);
    });

  async function run<Result>(
    kind: 'sends' | 'reads',
    { slots, units }: Need,
    call: () => Promise<Result>,
  ): Promise<Result> {
    running[kind] += slots;
    budget.take(units);
    try {
      return await call();
    } finally {
      running[kind] -= slots;
      const woken = waiters;
      waiters = [];
      for (const wake of woken) wake();
    }
  }

  /** Waits for room and for the budget, and takes both at the same instant: a send may begin in between. */
  async function begin<Result>(need: Need, call: () => Promise<Result>) {
    const { slots, units } = need;
    for (;;) {
      const isRoom =
        sendsWaiting === 0 && running.reads + slots <= parallelReads && slots <= free();
      const waitMs = isRoom ? budget.waitMs(units) : 0;
      if (isRoom && waitMs === 0) return { result: run('reads', need, call) };
      await (isRoom ? wait(waitMs) : ended());
    }
  }

  return {
    async sends(need, call) {
      sendsWaiting += 1;
      while (need.slots > free()) await ended();
      sendsWaiting -= 1;
      return run('sends', need, call);
    },
    async reads(need, call) {
      const begun = lastRead.then(() => begin(need, call));
      lastRead = begun;
      const { result } = await begun;
      return result;
    },
  };
}
