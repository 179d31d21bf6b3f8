import { createFaultQueue, type FaultQueue } from './fault-queue.ts';
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

/** What goes wrong. `hang` answers only when the caller gives up. */
type Trouble = ErrorAnswer | 'hang' | 'drop' | 'malformed-json';

/** Faults of an API of JSON over HTTP. The parts of a batch are struck one by one. */
export type Faults = FaultQueue<Request, Trouble>;

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

const strike = async (trouble: Trouble, request: Request): Promise<Response> => {
  if (trouble === 'hang') return untilAborted(request);
  if (trouble === 'drop') throw new ConnectionLost('The line was cut');
  if (trouble === 'malformed-json') return malformed();
  const { status, headers = {} } = trouble;
  return Response.json(trouble.body, { status, headers });
};

/** An empty queue, and the function that lets a request pass through it. */
export const createFaults = (timers: Timers) => createFaultQueue(timers, strike);
