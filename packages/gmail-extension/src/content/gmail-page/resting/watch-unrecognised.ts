import { composeRoot } from '../gmail-selectors.ts';
import { canFollowByTraffic, type PageHealth } from '../health/page-health.ts';
import { createRestingNotice, type RestingNotice } from './resting-notice.ts';

const lookEveryMs = 3000;
const recogniseWithinMs = 12_000;

/**
 * Says under every compose window that has no strip after a while what becomes of its mail. It looks a few times a
 * minute and only in a visible tab, because an observer of Gmail's whole page would cost every tab far more than it
 * is worth.
 */
export function watchUnrecognised(health: PageHealth, signal: AbortSignal): void {
  const firstSeenAt = new WeakMap<Element, number>();
  const notices = new WeakMap<Element, RestingNotice>();

  function lookAt(root: Element): void {
    const notice = notices.get(root);
    const whole = root.closest('[role="dialog"]') ?? root;
    if (whole.querySelector('[data-postrider-strip]') !== null) {
      notice?.element.remove();
      return;
    }
    const seenAt = firstSeenAt.get(root) ?? performance.now();
    firstSeenAt.set(root, seenAt);
    if (performance.now() - seenAt < recogniseWithinMs) return;
    if (!notice) {
      const made = createRestingNotice();
      notices.set(root, made);
      root.append(made.element);
      health.unrecognised(root);
    }
    notices.get(root)?.show(canFollowByTraffic(health.facts()));
  }

  const look = () => {
    if (document.hidden) return;
    for (const root of document.querySelectorAll(composeRoot)) {
      // A window may hold its own region, which matches, too: the inner one counts.
      if (root.querySelector(composeRoot) === null) lookAt(root);
    }
  };
  const timer = setInterval(look, lookEveryMs);
  signal.addEventListener('abort', () => clearInterval(timer));
}
