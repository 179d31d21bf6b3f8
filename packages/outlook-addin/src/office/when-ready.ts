/** Whether Outlook answers in this page. */
export type OfficeReady =
  | { readonly kind: 'ready' }
  /** The page is not in Outlook: somebody opened its address in a browser. */
  | { readonly kind: 'not-in-outlook' }
  /** Microsoft's library did not load, or Outlook did not answer it in time. */
  | { readonly kind: 'no-answer' };

/** Outlook on a slow line takes some seconds; after this the page says that nothing comes. */
const patienceMs = 20_000;

/** Waits for Microsoft's library, which loads after our own script, and for Outlook to answer it. */
export async function whenOfficeReady(timeoutMs = patienceMs): Promise<OfficeReady> {
  const late = new Promise<OfficeReady>((resolve) => {
    setTimeout(() => resolve({ kind: 'no-answer' }), timeoutMs);
  });
  return Promise.race([late, answered()]);
}

async function answered(): Promise<OfficeReady> {
  await scriptsRun();
  if (typeof Office === 'undefined') return { kind: 'no-answer' };
  const { host } = await Office.onReady();
  return { kind: String(host) === 'Outlook' ? 'ready' : 'not-in-outlook' };
}

/** Deferred scripts have all run, or failed to load, when this event comes. */
function scriptsRun(): Promise<void> {
  if (document.readyState === 'complete' || typeof Office !== 'undefined') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
