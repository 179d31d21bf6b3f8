import type { Envelope, Reply } from './envelope.ts';

/**
 * The worker's answer, or why there is none. `outdated`: this script belongs to an extension that was updated or
 * removed. `refused`: the worker does not take this message, now or ever. `failed`: it could not answer this time.
 */
export type Asked<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed' };

const pausesMs = [100, 400, 1500];
const notDelivered = /receiving end does not exist/i;
const outdated = /extension context invalidated/i;

/**
 * Asks the worker. A worker that was stopped in between is asked again: always where the message was
 * not delivered, and where only the answer was lost if `repeatable` says that asking twice does no harm.
 */
export async function ask<Value>(
  kind: string,
  request: unknown,
  { repeatable }: { readonly repeatable: boolean },
): Promise<Asked<Value>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const reply = await chrome.runtime.sendMessage<Envelope, Reply<Value> | undefined>({
        postrider: 1,
        kind,
        request,
      });
      if (reply?.kind === 'ok') return reply;
      if (reply?.kind === 'invalid') return { kind: 'refused' };
      if (reply !== undefined || !repeatable) return { kind: 'failed' };
    } catch (error) {
      // In an orphaned content script `chrome.runtime` itself goes first.
      const words = error instanceof Error ? error.message : '';
      if (outdated.test(words) || chrome.runtime?.id === undefined) return { kind: 'outdated' };
      if (!repeatable && !notDelivered.test(words)) return { kind: 'failed' };
    }
    const pauseMs = pausesMs[attempt];
    if (pauseMs === undefined) return { kind: 'failed' };
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
