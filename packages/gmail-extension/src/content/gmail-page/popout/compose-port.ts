import type { ComposePort } from '../compose-port.ts';
import { composeRoot, failedExpectations } from '../gmail-selectors.ts';
import { guarded } from '../guarded.ts';
import { popOutWindow, type PopOutWindow } from './compose-window.ts';

/** What following a window and refusing its mail rest on here; by the names of the expectations. */
const needed = /^(?:draft key|send button|recipients):/;

const lookAfterMs = 100;
const askTitleEveryMs = 250;

/** The compose port over a page that holds one compose window or one thread. Resolves when the page's account is known. */
export async function popOutComposePort(
  account: () => string | null,
  signal: AbortSignal,
): Promise<ComposePort> {
  return {
    account: await whenKnown(account, signal),
    onWindow(found) {
      const known = new Map<Element, PopOutWindow>();
      const look = () =>
        guarded(() => {
          for (const [root, window] of known) {
            if (root.isConnected) window.look();
            else {
              known.delete(root);
              window.gone();
            }
          }
          for (const root of usableRoots()) {
            if (known.has(root)) continue;
            const window = popOutWindow(root, signal);
            known.set(root, window);
            found(window.compose);
          }
        });
      const later = coalesced(look, signal);
      const observer = new MutationObserver(later);
      observer.observe(document.body, { childList: true, subtree: true });
      signal.addEventListener('abort', () => observer.disconnect());
      // What is chosen or typed into a field changes no element.
      for (const type of ['input', 'change', 'click'] as const) {
        document.addEventListener(type, later, { capture: true, signal });
      }
      addEventListener('pagehide', () => known.forEach(({ pageLeft }) => guarded(pageLeft)), {
        signal,
      });
      look();
    },
  };
}

function usableRoots(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(composeRoot)].filter(
    (root) =>
      (root.parentElement?.closest(composeRoot) ?? null) === null &&
      !failedExpectations(root).some((failed) => needed.test(failed)),
  );
}

/** Many changes come at once; one look serves them all. */
function coalesced(work: () => void, signal: AbortSignal): () => void {
  let waiting = false;
  return () => {
    if (waiting || signal.aborted) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, lookAfterMs);
  };
}

/** Gmail writes the tab's title late. */
function whenKnown(account: () => string | null, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const ask = () => {
      const known = account();
      if (known === null) return;
      clearInterval(timer);
      resolve(known);
    };
    const timer = setInterval(ask, askTitleEveryMs);
    signal.addEventListener('abort', () => clearInterval(timer));
    ask();
  });
}
