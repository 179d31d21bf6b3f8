import type { CurrentWatch } from '@postrider/shared/application/panel-backend';

/**
 * Of several panes and windows on one mailbox, one looks; the others wait until it has, and hear of it. Where the
 * browser has no locks each looks by itself: what two write at once is the same, since event ids are hashes of their
 * evidence.
 */
export function oneLooks(name: string, watch: CurrentWatch, locks?: LockManager): CurrentWatch {
  if (locks === undefined) return watch;
  return {
    isLooking: () => watch.isLooking(),
    async look() {
      const mine = await locks.request(name, { ifAvailable: true }, async (lock) =>
        lock === null
          ? { kind: 'busy' as const }
          : { kind: 'looked' as const, outcome: await watch.look() },
      );
      if (mine.kind === 'looked') return mine.outcome;
      await locks.request(name, { mode: 'shared' }, async () => {});
      return null;
    },
  };
}
