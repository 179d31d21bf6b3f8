import { composeRoot } from '../gmail-selectors.ts';
import { createRestingNotice } from './resting-notice.ts';

const lookEveryMs = 3000;
const recogniseWithinMs = 12_000;

/**
 * Says "resting" under every compose window that has no strip after a while. It looks a few times a minute and
 * only in a visible tab, because an observer of Gmail's whole page would cost every tab far more than it is worth.
 */
export function watchUnrecognised(signal: AbortSignal): void {
  const firstSeenAt = new WeakMap<Element, number>();
  const look = () => {
    if (document.hidden) return;
    for (const root of document.querySelectorAll(composeRoot)) {
      // A window may hold its own region, which matches, too: the inner one counts.
      if (root.querySelector(composeRoot)) continue;
      const notice = root.querySelector('[data-postrider-resting]');
      const recognised = root.querySelector('[data-postrider-strip]') !== null;
      const seenAt = firstSeenAt.get(root) ?? performance.now();
      firstSeenAt.set(root, seenAt);
      if (recognised) notice?.remove();
      else if (!notice && performance.now() - seenAt >= recogniseWithinMs) {
        root.append(createRestingNotice());
      }
    }
  };
  const timer = setInterval(look, lookEveryMs);
  signal.addEventListener('abort', () => clearInterval(timer));
}
