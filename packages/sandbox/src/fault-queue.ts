import type { Timers } from './later.ts';

/** Late, but right. */
type Delay = { readonly delayMs: number };

/** A fault that waits for its call. `Trouble` is whatever goes wrong other than a delay. */
type Fault<Call, Trouble> = {
  /** Which calls it strikes; all when left out. */
  readonly match?: (call: Call) => boolean;
  /** How many of them; 1 when left out. */
  readonly times?: number;
  readonly response: Trouble | Delay;
  /** Carry the call out first, then let this stand in for the answer. */
  readonly after?: boolean;
};

/** The faults that wait, struck in the order in which they were set. */
export type FaultQueue<Call, Trouble> = {
  next(fault: Fault<Call, Trouble>): void;
  clear(): void;
};

/** Lets a call pass through the faults that wait for it. */
type Passage<Call, Answer> = {
  through(call: Call, carryOut: () => Promise<Answer>): Promise<Answer>;
};

const isDelay = (response: string | object): response is Delay =>
  typeof response === 'object' && 'delayMs' in response;

/** An empty queue. `strike`: what a trouble makes of a call, an answer or an error. */
export const createFaultQueue = <Call, Trouble extends string | object, Answer>(
  timers: Timers,
  strike: (trouble: Trouble, call: Call) => Promise<Answer>,
): FaultQueue<Call, Trouble> & Passage<Call, Answer> => {
  const waiting: { fault: Fault<Call, Trouble>; left: number }[] = [];

  const take = (call: Call): Fault<Call, Trouble> | undefined => {
    const index = waiting.findIndex(({ fault }) => fault.match?.(call) ?? true);
    const entry = waiting[index];
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) waiting.splice(index, 1);
    return entry.fault;
  };

  return {
    next: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      waiting.length = 0;
    },
    through: async (call, carryOut) => {
      const fault = take(call);
      if (!fault) return carryOut();
      const { response, after = false } = fault;
      if (!isDelay(response)) {
        if (after) await carryOut();
        return strike(response, call);
      }
      const early = after ? await carryOut() : undefined;
      await new Promise<void>((resolve) => timers.start(resolve, response.delayMs));
      return early ?? carryOut();
    },
  };
};
