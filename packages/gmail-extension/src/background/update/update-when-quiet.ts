const key = 'updateWaiting';

/** A departure older than this is no send in flight any more: its tab was closed, and only Sent can tell of it, ms. */
const inFlightMs = 10 * 60_000;

/** What waits for a mail to be on its way. */
export type Leaving = readonly { readonly changedAt: number }[];

/** Puts an update off until nothing is leaving and nothing of the queue is about to. */
export type UpdateGate = {
  /** Takes the update now if one waits and nothing is leaving; a reload ends the worker. */
  tryNow(): Promise<void>;
};

/**
 * Chrome has an update ready (`runtime.onUpdateAvailable`) and would take it whenever the worker rests; that it waits
 * is remembered over the worker's end. `leaving` throws where the data cannot be read: then nothing can be lost.
 */
export function updateWhenQuiet(parts: {
  readonly leaving: () => Promise<Leaving>;
  /** Whether the queue sends now or in a moment; throws like `leaving`. */
  readonly sending: () => Promise<boolean>;
  readonly now: () => number;
}): UpdateGate {
  async function tryNow(): Promise<void> {
    if ((await chrome.storage.session.get(key))[key] !== true) return;
    const leaving = await parts.leaving().catch((): Leaving => []);
    if (leaving.some(({ changedAt }) => parts.now() - changedAt < inFlightMs)) return;
    if (await parts.sending().catch(() => false)) return;
    await chrome.storage.session.remove(key);
    chrome.runtime.reload();
  }
  chrome.runtime.onUpdateAvailable.addListener(() => {
    void chrome.storage.session
      .set({ [key]: true })
      .then(tryNow)
      .catch((error: unknown) => reportError(error));
  });
  return { tryNow };
}
