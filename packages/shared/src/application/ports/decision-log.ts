import type { EventId, MailboxAddress, MailboxMessageId } from '../../domain/ids.ts';
import type { SuppressionCause } from '../../domain/sending/send-guard.ts';

/**
 * What people decided, as opposed to what mail proves: it cannot be read back from the mailbox,
 * so it is exported and later synced. Newer decisions about the same subject overrule older ones.
 */
export type Decision = {
  readonly v: 1;
  /**
   * Random, so that two devices never write the same one; for what the product decides, made from its evidence, so that
   * the same evidence seen twice decides once.
   */
  readonly id: string;
  readonly decidedAt: number;
  /** `product`: a rule of ours acted, and the person can undo it. */
  readonly by: 'person' | 'admin' | 'product';
  /** Words to show: the other server's, or what a person noted. May be empty. */
  readonly why: string;
} & (
  | {
      readonly kind: 'suppress';
      /** Lower case. */
      readonly address: string;
      readonly because: SuppressionCause;
      /** The event that it rests on; absent where a person decided, and in what was written before version 2. */
      readonly eventId?: EventId;
    }
  | {
      readonly kind: 'unsuppress';
      readonly address: string;
      /** Evidence that does not suppress again, in whatever order decisions of several devices arrive. */
      readonly eventIds?: readonly EventId[];
    }
  | {
      /** Takes these decisions to unsuppress back: what they had overruled holds again, on hold or suppressed. */
      readonly kind: 'put-back';
      readonly address: string;
      readonly decisionIds: readonly string[];
    }
  | {
      /** The notice is about this mail. */
      readonly kind: 'match-notice';
      readonly mailbox: MailboxAddress;
      readonly noticeId: MailboxMessageId;
      readonly sentEventId: EventId;
    }
  | {
      /** Takes the match or the dismissal back. */
      readonly kind: 'unmatch-notice';
      readonly mailbox: MailboxAddress;
      readonly noticeId: MailboxMessageId;
    }
  | {
      /** The notice is about nothing of ours. */
      readonly kind: 'dismiss-notice';
      readonly mailbox: MailboxAddress;
      readonly noticeId: MailboxMessageId;
    }
);

/** What decisions are about notices. */
export type NoticeDecision = Extract<Decision, { readonly noticeId: MailboxMessageId }>;

/** The small log of decisions; never cleared together with the evidence. */
export type DecisionLog = {
  /** Adds a decision; one whose id is there already changes nothing. */
  append(decision: Decision): Promise<void>;
  /** All of them, oldest first. */
  all(): Promise<readonly Decision[]>;
  /** The newest one, or null. */
  last(): Promise<Decision | null>;
  /** The newest decision about a notice, or null. */
  ofNotice(mailbox: MailboxAddress, noticeId: MailboxMessageId): Promise<NoticeDecision | null>;
};
