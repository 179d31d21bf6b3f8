import type { ConnectOutcome, PanelStatus } from '../../application/panel.ts';
import type { Suppression } from '../../application/panel/suppression.ts';
import type { UnmatchedNotice } from '../../application/panel/unmatched-notice.ts';
import type { TestMailOutcome } from '../../application/send-test-mail/send-test-mail.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import type { FeedFilter } from './feed-filter.ts';
import type { FeedState } from './feed-state.ts';

/** A page that lies over the feed, with a way back. */
export type PanelPage = 'budget' | 'suppressed' | 'unmatched' | 'report';

/** Everything the panel shows. */
export type PanelState = {
  /** Null until the program behind the panel has answered once. */
  readonly status: PanelStatus | null;
  /** The program behind the panel did not answer the last question. */
  readonly unreachable: boolean;
  readonly feed: FeedState;
  readonly filter: FeedFilter;
  /** The page over the feed; null = the feed itself. */
  readonly page: PanelPage | null;
  /** The first-run screens stand in place of everything else. */
  readonly introducing: boolean;
  /** Addresses suppressed or on hold, newest first; null until read. */
  readonly suppressions: readonly Suppression[] | null;
  /** What was taken off the list last, so that it can be put back. */
  readonly takenOff: Suppression | null;
  /** Domains the company lets no mail leave to. */
  readonly blockedDomains: readonly string[];
  /** Notices to be matched by hand, newest first; null until read. */
  readonly notices: readonly UnmatchedNotice[] | null;
  readonly testMail: { readonly kind: 'none' } | { readonly kind: 'sending' } | TestMailOutcome;
  /** The rep is at the provider's sign-in page. */
  readonly connecting: boolean;
  /** How the last wish to connect ended, until it is put away; a success is not kept. */
  readonly outcome: Exclude<ConnectOutcome, { readonly kind: 'connected' }> | null;
  readonly lookAsked: boolean;
  /** The latest entries that came while the panel was open, newest first; a new list for each arrival. */
  readonly news: readonly MailEvent[];
};
