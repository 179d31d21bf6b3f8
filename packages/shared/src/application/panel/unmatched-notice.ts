import type { MailEvent } from '../../domain/analytics/event.ts';
import type { BounceCategory } from '../../domain/bounce/category.ts';
import type { EventId, MailboxAddress, MailboxMessageId, ThreadId } from '../../domain/ids.ts';

/** A mail that a notice may be about. */
export type MatchCandidate = {
  readonly sent: Extract<MailEvent, { readonly kind: 'sent' }>;
  /** 0 … 1; what is sure enough is matched without asking, so these are guesses, best first. */
  readonly confidence: number;
};

/** A bounce or delay that could not be tied to a mail. */
export type UnmatchedNotice = {
  readonly mailbox: MailboxAddress;
  readonly id: MailboxMessageId;
  /** To open it in the mailbox. */
  readonly threadId: ThreadId;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly kind: 'bounce' | 'delayed' | 'complaint';
  /** Addresses that it names, lower case; empty where it names none. */
  readonly people: readonly string[];
  /** Why, of the first one it names. */
  readonly category: BounceCategory;
  /** The other server's words, or empty. */
  readonly diagnostic: string;
  /** Subject of the mail it speaks of, where it says so. */
  readonly subject: string | null;
  /** Null until a person has matched it; then it can be taken back. */
  readonly matched: { readonly sentEventId: EventId; readonly at: number } | null;
  readonly candidates: readonly MatchCandidate[];
};

/** What became of matching a notice by hand. `gone`: the notice or the mail is not there any more. */
export type MatchOutcome = { readonly kind: 'matched' } | { readonly kind: 'gone' };
