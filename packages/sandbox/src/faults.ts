import type { Timers } from './later.ts';

/** The line was cut: whoever serves the provider's answers must close the socket without one. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** An error as a provider writes it. */
export type ErrorAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What goes wrong. `hang` answers only when the caller gives up; `delayMs` is late but right. */
type FaultResponse =
  | ErrorAnswer
  | 'hang'
  | 'drop'
  | 'malformed-json'
  | { readonly delayMs: number };

/** A fault that waits for its request. */
type Fault = {
  /** Which requests it strikes; all when left out. Batch parts are asked one by one. */
  readonly match?: (request: Request) => boolean;
  /** How many of them; 1 when left out. */
  readonly times?: number;
  readonly response: FaultResponse;
  /** Carry the request out first, then let this stand in for the answer. */
  readonly after?: boolean;
};

/** The faults that wait, struck in the order in which they were set. */
export type Faults = {
  next(fault: Fault): void;
  clear(): void;
};

const isDelay = (response: FaultResponse): response is { readonly delayMs: number } =>
  typeof response === 'object' && 'delayMs' in response;

const untilAborted = (request: Request): Promise<never> =>
  new Promise((_resolve, reject) => {
    const lost = (): void => {
      reject(new ConnectionLost('The caller gave up'));
    };
    if (request.signal.aborted) lost();
    request.signal.addEventListener('abort', lost);
  });

const malformed = (): Response =>
  new Response('{"id": "18c2f', { headers: { 'content-type': 'application/json' } });

const strike = (
  request: Request,
  response: Exclude<FaultResponse, { readonly delayMs: number }>,
) => {
  if (response === 'hang') return untilAborted(request);
  if (response === 'drop') throw new ConnectionLost('The line was cut');
  if (response === 'malformed-json') return malformed();
  const { status, headers = {} } = response;
  return Response.json(response.body, { status, headers });
};

/** An empty queue, and the function that lets a request pass through it. */
export const createFaults = (
  timers: Timers,
): Faults & {
  through(request: Request, carryOut: () => Promise<Response>): Promise<Response>;
} => {
  const waiting: { fault: Fault; left: number }[] = [];

  const take = (request: Request): Fault | undefined => {
    const index = waiting.findIndex(({ fault }) => fault.match?.(request) ?? true);
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
    through: async (request, carryOut) => {
      const fault = take(request);
      if (!fault) return carryOut();
      const { response, after = false } = fault;
      if (!isDelay(response)) {
        if (after) await carryOut();
        return strike(request, response);
      }
      const early = after ? await carryOut() : undefined;
      await new Promise<void>((resolve) => timers.start(resolve, response.delayMs));
      return early ?? carryOut();
    },
  };
};
