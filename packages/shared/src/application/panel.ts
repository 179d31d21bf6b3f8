import type { MailEvent } from '../domain/analytics/event.ts';
import type { MailboxAddress } from '../domain/ids.ts';
import type { FeedQuery } from './ports/event-log.ts';
import type { FollowedMail } from './ports/followed-mails.ts';
import type { CallFailure } from './ports/outcome.ts';

/** Whether a mailbox is connected, and what the rep could do about it where it is not. */
export type Connection =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'connected'; readonly account: MailboxAddress }
  | { readonly kind: 'reconnect-needed'; readonly account: MailboxAddress };

/** What the head of the panel shows. */
export type PanelStatus = {
  readonly connection: Connection;
  /** Domains whose accounts may be connected; empty = any. */
  readonly allowedDomains: readonly string[];
  /** When the mailbox was last read through; epoch ms; null = never. */
  readonly lookedAt: number | null;
  readonly looking: boolean;
  /** Why the last look did not succeed, or null. */
  readonly problem: CallFailure | null;
  /** How many messages could not be read even after many tries; absent = none. The rest of the watch goes on. */
  readonly unreadable?: number;
  /** Mails that have been sent in the page and are not yet seen in Sent (Undo may still take them back). */
  readonly leaving: readonly FollowedMail[];
};

/** What became of the rep's wish to connect. */
export type ConnectOutcome =
  | { readonly kind: 'connected'; readonly account: MailboxAddress }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-configured' }
  | {
      readonly kind: 'domain-not-allowed';
      readonly account: string;
      readonly allowedDomains: readonly string[];
    }
  /** Another account is connected already; nothing was changed. */
  | { readonly kind: 'other-account'; readonly account: string; readonly connected: MailboxAddress }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** What the panel asks of the program behind it, in whichever plugin it stands. */
export type PanelBackend = {
  status(): Promise<PanelStatus>;
  feed(query: Omit<FeedQuery, 'mailbox'>): Promise<readonly MailEvent[]>;
  connect(): Promise<ConnectOutcome>;
  disconnect(): Promise<void>;
  /** Reads the mailbox now; resolves when it was read through or could not be. */
  lookNow(): Promise<void>;
  /** Opens the evidence of an event in the host's own mail page. */
  openMail(event: MailEvent): void;
  openSettings(): void;
  /** Calls back whenever status or feed may have changed; gives back how to stop that. */
  subscribe(listener: () => void): () => void;
};
