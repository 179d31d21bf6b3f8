import type { ConnectOutcome, PanelStatus } from '../../application/panel.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import type { FeedFilter } from './feed-filter.ts';
import type { FeedState } from './feed-state.ts';

/** Everything the panel shows. */
export type PanelState = {
  /** Null until the program behind the panel has answered once. */
  readonly status: PanelStatus | null;
  /** The program behind the panel did not answer the last question. */
  readonly unreachable: boolean;
  readonly feed: FeedState;
  readonly filter: FeedFilter;
  /** The rep is at the provider's sign-in page. */
  readonly connecting: boolean;
  /** How the last wish to connect ended, until it is put away; a success is not kept. */
  readonly outcome: Exclude<ConnectOutcome, { readonly kind: 'connected' }> | null;
  readonly lookAsked: boolean;
  /** The latest entries that came while the panel was open, newest first; a new list for each arrival. */
  readonly news: readonly MailEvent[];
};
