import type { MailEvent } from '../../domain/analytics/event.ts';

/** The part of the feed that is loaded, newest first. */
export type LoadedFeed = {
  readonly kind: 'ready';
  readonly events: readonly MailEvent[];
  /** Whether there is nothing older. */
  readonly complete: boolean;
  /** What the next older page does. */
  readonly older: 'idle' | 'loading' | 'failed';
  /** Another filter was chosen and its answer is not there yet. */
  readonly stale: boolean;
};

/** The feed as the panel has it. */
export type FeedState = { readonly kind: 'loading' } | { readonly kind: 'failed' } | LoadedFeed;
