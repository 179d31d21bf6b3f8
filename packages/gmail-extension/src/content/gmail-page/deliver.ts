import type { Asked } from '../../bus/ask.ts';
import type { PageRequests } from '../../bus/page-catalogue.ts';

type Ask = (kind: string, request: unknown) => Promise<Asked<unknown>>;

/** Hands word to the worker, in the order given, each until the worker has taken it or never will. */
export type Deliver = <Kind extends keyof PageRequests>(
  kind: Kind,
  request: PageRequests[Kind],
) => void;

const longestPauseMs = 30_000;

/** One queue for the whole page: it outlives the compose window, which closes before the mail has left. */
export function deliverer(ask: Ask, signal: AbortSignal): Deliver {
  let before: Promise<void> = Promise.resolve();
  return (kind, request) => {
    before = before.then(() => untilTaken(() => ask(kind, request), signal));
  };
}

async function untilTaken(send: () => Promise<Asked<unknown>>, signal: AbortSignal): Promise<void> {
  for (let pauseMs = 1000; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const { kind } = await send();
    if (kind !== 'failed') return;
    await pause(pauseMs, signal);
  }
}

function pause(pauseMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
