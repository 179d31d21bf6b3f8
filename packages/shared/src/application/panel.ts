import type { AddressStanding } from '../domain/analytics/address-standing.ts';
import type { MailEvent } from '../domain/analytics/event.ts';
import type { EventId, MailboxAddress, MailboxMessageId } from '../domain/ids.ts';
import type { SendBudget } from '../domain/sending/budget.ts';
import type { GuardedAddress, SendGuard } from '../domain/sending/send-guard.ts';
import type { SendingGate } from '../domain/sending/sending-gate.ts';
import type { PanelHealth } from './panel/health.ts';
import type { Suppression } from './panel/suppression.ts';
import type { MatchOutcome, UnmatchedNotice } from './panel/unmatched-notice.ts';
import type { FeedQuery } from './ports/event-log.ts';
import type { FollowedMail } from './ports/followed-mails.ts';
import type { CallFailure } from './ports/outcome.ts';

/** Whether a mailbox is connected, and what the rep could do about it where it is not. */
export type Connection =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'connected'; readonly account: MailboxAddress }
  | { readonly kind: 'reconnect-needed'; readonly account: MailboxAddress }
  /** The company has narrowed its domains since: nothing is read or sent, and the grant is kept. */
  | { readonly kind: 'not-allowed'; readonly account: MailboxAddress };

/**
 * `full`: the browser gives no more room, so the mailbox is not read; nothing is lost. `lost`: it was emptied from
 * outside not long ago; what mail proves is read again, and what a person decided is gone.
 * `newer`: a newer version of this program wrote it, so this one touches nothing.
 */
export type StorageTrouble = 'full' | 'lost' | 'newer';

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
  /** What is left of the provider's limit of messages; null where no mailbox is connected or nothing is counted yet. */
  readonly budget: SendBudget | null;
  /** The mailbox's server names no limit: how much left in the last 24 hours; absent = it names one, or nothing is counted yet. */
  readonly unlimited?: { readonly sent: number; readonly complete: boolean };
  /** The provider has stopped this mailbox's sending for its own limit; null = it has not. */
  readonly sendingGate: SendingGate | null;
  /** How many notices wait to be matched by hand. */
  readonly unmatched: number;
  /** Nobody has seen the first-run screens in this browser, and the company has not answered them all; absent = they are not due. */
  readonly firstRun?: true;
  /** What is the matter with the browser's storage; absent = nothing. */
  readonly storage?: StorageTrouble;
  /** Whether mail is followed in the host's pages; absent = nothing speaks against it. */
  readonly health?: PanelHealth;
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
  /** The account signed in at the provider is not the mailbox that is open in the mail program; nothing was taken. */
  | { readonly kind: 'other-mailbox'; readonly account: string; readonly open: MailboxAddress }
  /** The account belongs to an organisation that the company does not allow; nothing was taken. */
  | { readonly kind: 'tenant-not-allowed'; readonly account: string }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** What the panel asks of the program behind it, in whichever plugin it stands. */
export type PanelBackend = {
  status(): Promise<PanelStatus>;
  feed(query: Omit<FeedQuery, 'mailbox'>): Promise<readonly MailEvent[]>;
  connect(): Promise<ConnectOutcome>;
  disconnect(): Promise<void>;
  /** Reads the mailbox now; resolves when it was read through or could not be. */
  lookNow(): Promise<void>;
  /** Opens the conversation of an event or a notice in the host's own mail page. */
  openMail(evidence: Pick<MailEvent, 'mailbox' | 'threadId' | 'evidenceId'>): void;
  openSettings(): void;
  /** Addresses that are suppressed or on hold, newest first. */
  suppressions(): Promise<readonly Suppression[]>;
  /** By the person, for good until undone. `why` is their own note and may be empty. */
  suppress(address: string, why: string): Promise<void>;
  /**
   * Takes an address off the list or off hold; the evidence that put it there will not put it there again. `why` is the
   * person's own note and may be left out.
   */
  unsuppress(address: string, why?: string): Promise<void>;
  /** Takes that back: the address is on the list or on hold again, for the reason it was. */
  putBack(address: string): Promise<void>;
  /** Notices that could not be tied to a mail, newest first, and those matched by hand within the last week. */
  unmatched(): Promise<readonly UnmatchedNotice[]>;
  /** A person says which mail a notice is about; its events and consequences follow as if it had said so itself. */
  matchNotice(noticeId: MailboxMessageId, sentEventId: EventId): Promise<MatchOutcome>;
  /** Takes a match back, with its events and what they led to. */
  unmatchNotice(noticeId: MailboxMessageId): Promise<void>;
  /** Takes a notice off the list: it is about nothing of ours. */
  dismissNotice(noticeId: MailboxMessageId): Promise<void>;
  /** What a compose window keeps in memory to decide at Send; `subscribe` says when it may have changed. */
  sendGuard(): Promise<SendGuard>;
  /** The same for named recipients only, where the guard is not complete. */
  guardFor(recipients: readonly string[]): Promise<readonly GuardedAddress[]>;
  /** How things stand with an address, from all that happened: whether a reply or a later mail has cleared a bounce. */
  standing(address: string): Promise<AddressStanding>;
  /** Throws away what was counted of Sent and counts it from the beginning. */
  recount(): Promise<void>;
  /** Calls back whenever status or feed may have changed; gives back how to stop that. */
  subscribe(listener: () => void): () => void;
};
