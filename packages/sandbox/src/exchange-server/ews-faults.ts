import { ConnectionLost } from '../faults.ts';
import type { Timers } from '../later.ts';
import { EwsError } from './ews-error.ts';

/** A call that has come in. */
export type EwsCall = {
  readonly mailbox: string;
  /** "SendItem". */
  readonly operation: string;
};

/** What a request comes to: an HTTP status, and the text of the answer. */
export type EwsAnswer = { readonly status: number; readonly body: string };

/**
 * What goes wrong. An `EwsFault` is a SOAP fault, any other `EwsError` the error of each response message; `hang` never
 * answers; `delayMs` is late but right.
 */
export type EwsFaultResponse =
  | EwsError
  | EwsAnswer
  | 'hang'
  | 'drop'
  | 'malformed-xml'
  | { readonly delayMs: number };

/** A fault that waits for its call. */
type Fault = {
  /** Which calls it strikes; all when left out. */
  readonly match?: (call: EwsCall) => boolean;
  /** How many of them; 1 when left out. */
  readonly times?: number;
  readonly response: EwsFaultResponse;
  /** Carry the call out first, then let this stand in for the answer. */
  readonly after?: boolean;
};

/** The faults that wait, struck in the order in which they were set. */
export type EwsFaults = {
  next(fault: Fault): void;
  clear(): void;
};

const isDelay = (response: EwsFaultResponse): response is { readonly delayMs: number } =>
  typeof response === 'object' && 'delayMs' in response;

const strike = (
  response: Exclude<EwsFaultResponse, { readonly delayMs: number }>,
): Promise<EwsAnswer> => {
  if (response === 'hang') return new Promise<never>(() => {});
  if (response === 'drop') throw new ConnectionLost('The line was cut');
  if (response === 'malformed-xml')
    return Promise.resolve({ status: 200, body: '<?xml version="1.0"?><s:Envelope xmlns:s=' });
  if (response instanceof EwsError) throw response;
  return Promise.resolve(response);
};

/** An empty queue, and the function that lets a call pass through it. */
export const createEwsFaults = (
  timers: Timers,
): EwsFaults & {
  through(call: EwsCall, carryOut: () => Promise<EwsAnswer>): Promise<EwsAnswer>;
} => {
  const waiting: { fault: Fault; left: number }[] = [];

  const take = (call: EwsCall): Fault | undefined => {
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
        return strike(response);
      }
      const early = after ? await carryOut() : undefined;
      await new Promise<void>((resolve) => timers.start(resolve, response.delayMs));
      return early ?? carryOut();
    },
  };
};
