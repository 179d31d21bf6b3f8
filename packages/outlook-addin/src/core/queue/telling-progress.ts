import type { DeferredSending } from '@postrider/shared/application/deferred-send/deferred-send';
import type { Clock } from '@postrider/shared/application/ports/clock';

/** A run may hand over hundreds: pages hear of it so often, ms. */
const everyMs = 2000;

/** Sending later with word now and then while mail is handed over, so that a page can be watched. */
export function tellingProgress(
  deferred: DeferredSending,
  changed: () => void,
  clock: Clock,
): DeferredSending {
  let toldAt = -Infinity;
  return {
    ...deferred,
    async handOver(...wish) {
      const outcome = await deferred.handOver(...wish);
      if (clock() - toldAt >= everyMs) {
        toldAt = clock();
        changed();
      }
      return outcome;
    },
  };
}
