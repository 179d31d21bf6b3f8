import type { Clock } from './clock.ts';
import type { Outcome } from './outcome.ts';

/** Who carries a mailbox's queue out. Times are epoch ms. */
export type LeaseAnswer =
  | {
      readonly kind: 'mine';
      readonly until: number;
      /** It was not one's own before: another may have carried mail out, so Sent and the drafts are read first. */
      readonly taken: boolean;
      /** The provider's time, measured when the lease was written: one's own clock may be wrong, or jump. */
      readonly clock: Clock;
    }
  /** Another browser or computer does; it may be taken over from `freeAt` on, and only after Sent was read. */
  | { readonly kind: 'others'; readonly freeAt: number };

/**
 * One carrier for each mailbox, wherever it runs: the lease lies in the mailbox itself, as a draft of its own that names
 * the carrier and until when. Two carriers that ask at the same instant both find both drafts, and the same one gives way.
 */
export type CarrierLease = {
  /** Takes the lease, or renews one's own. */
  hold(): Promise<Outcome<LeaseAnswer>>;
  /** Sent and the drafts were read after it was taken; until then every answer says `taken`, after a restart too. */
  settled(): void;
  /** Gives it back where it is one's own. */
  release(): Promise<Outcome<null>>;
};
