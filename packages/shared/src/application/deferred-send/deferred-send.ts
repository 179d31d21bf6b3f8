import type {
  DraftId,
  MailboxAddress,
  MailboxMessageId,
  MailId,
  ThreadId,
} from '../../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { FollowedMails } from '../ports/followed-mails.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { CallFailure } from '../ports/outcome.ts';

/** What sending later works with. */
export type DeferredSendParts = {
  readonly account: MailboxAddress;
  readonly mailbox: Mailbox;
  readonly followed: FollowedMails;
  readonly clock: Clock;
};

/** A mail to be sent later, as the rep wrote it. Its mailId is fixed before the first call and stands in its draft. */
export type LaterMail = {
  readonly mailId: MailId;
  /** Whether it is followed once it has left. */
  readonly follow: boolean;
  /** Addresses of To, Cc and Bcc. */
  readonly recipients: readonly string[];
  readonly subject: string;
};

/** Where the mail's text is: in a draft of the mailbox that carries the mailId, or still to be made into one. */
export type LaterDraft =
  | { readonly kind: 'saved'; readonly id: DraftId }
  /** A finished RFC 5322 message with our mailId header in it, as `NewDraft` wants it. */
  | { readonly kind: 'new'; readonly raw: string; readonly threadId?: ThreadId };

/** What became of the wish to send a mail later. */
export type HandOverOutcome =
  /** The provider has it and sends it at this instant (epoch ms), with this program closed. */
  | { readonly kind: 'held'; readonly leavesAt: number }
  /** It has left already: seen in Sent. */
  | { readonly kind: 'left' }
  /** Not proved yet. The wish is kept: `settle` carries it on, and handing over again goes on where it stands. */
  | { readonly kind: 'waiting'; readonly problem: CallFailure }
  /** The provider said no; nothing leaves, the draft stays. */
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly recipients: readonly string[];
    }
  /** Somebody deleted it meanwhile: nothing leaves. */
  | { readonly kind: 'gone' }
  /** It lies in Drafts and the provider does not say whether it will leave: a person must look. */
  | { readonly kind: 'unclear' }
  /** This mailbox cannot send later, in words. Nothing was asked. */
  | { readonly kind: 'cannot'; readonly why: string };

/** What became of the wish to take a mail back. */
export type CancelOutcome =
  /** Read: it is gone from Drafts and not in Sent. */
  | { readonly kind: 'cancelled' }
  /** Too late: it is in Sent. */
  | { readonly kind: 'left' }
  /** Deleted or not, nobody has proved it yet. The wish is kept: `settle` carries it on. */
  | { readonly kind: 'unconfirmed'; readonly problem: CallFailure | null }
  /** No such mail was handed over here. */
  | { readonly kind: 'not-known' };

/** How a mail that was to be sent later stands. */
export type WaitingStanding =
  /** It is being handed over; nothing proves yet that it was. */
  | { readonly kind: 'handing-over' }
  | { readonly kind: 'held' }
  /** Its time has passed, and it was not seen in Sent yet. */
  | { readonly kind: 'due' }
  | { readonly kind: 'cancelling' }
  /** Needs a person, each until it is dismissed: see the stages of `HandedOver`. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'missed' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unclear' };

/** One line of the list of mails that wait. */
export type WaitingMail = LaterMail & {
  /** When it is to leave; epoch ms. */
  readonly leavesAt: number;
  readonly standing: WaitingStanding;
  /** When the mailbox was last asked about it; epoch ms. */
  readonly checkedAt: number;
};

/** How a mail stands that was handed over, or was to be; `not-known`: nothing was ever asked of it here. */
export type KnownStanding =
  | { readonly kind: 'cancelled' | 'not-known' | WaitingStanding['kind'] }
  | { readonly kind: 'left'; readonly id: MailboxMessageId | null };

/** What one reading of the mailbox found out. */
export type Settled = {
  /** Mails that stand otherwise than before, and how: `left`, `cancelled`, or as in `WaitingStanding`. */
  readonly changed: readonly {
    readonly mailId: MailId;
    readonly to: 'left' | 'cancelled' | WaitingStanding['kind'];
  }[];
  /** Why it stopped before all were read; null = it did not. */
  readonly problem: CallFailure | null;
  /** When reading again is known to give something; epoch ms; null = nothing waits. */
  readonly nextAt: number | null;
};

/** Mail that the provider sends later, with this program closed. Design note: README.md. */
export type DeferredSending = {
  handOver(mail: LaterMail, draft: LaterDraft, leavesAt: number): Promise<HandOverOutcome>;
  /** What waits or needs a person, the next to leave first. Reads the store only. */
  list(): Promise<readonly WaitingMail[]>;
  /** How one stands by the store. */
  standing(mailId: MailId): Promise<KnownStanding>;
  /** Takes one back and reads that it is gone. */
  cancel(mailId: MailId): Promise<CancelOutcome>;
  /** Reads in the mailbox what became of those that are due, unproved or long unread, and carries on what was interrupted. */
  settle(): Promise<Settled>;
  /** A person has seen what became of a mail that will not leave by itself: it is off the list. */
  dismiss(mailId: MailId): Promise<void>;
};
