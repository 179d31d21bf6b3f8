import type { Person } from '../address/person.ts';
import type { BounceCategory, WhoMustAct } from '../bounce/category.ts';
import type { BounceDoubt } from '../bounce/trust.ts';
import type {
  EventId,
  MailboxAddress,
  MailboxMessageId,
  MailId,
  MessageId,
  ThreadId,
} from '../ids.ts';

/** Version of the event's shape. Raise it together with a migration and a fixture of the old shape. */
export const eventVersion = 1;

/**
 * What every event says. Events are facts read from the mailbox: append-only, idempotent by `id`,
 * corrected only by a later event that `supersedes` them. Design note: docs/decisions/events.md.
 */
export type EventBase = {
  readonly v: typeof eventVersion;
  readonly id: EventId;
  readonly mailbox: MailboxAddress;
  /** The message that proves it: the copy in Sent, the notice, the reply. */
  readonly evidenceId: MailboxMessageId;
  /** The provider's thread of the evidence, to open it. */
  readonly threadId: ThreadId;
  /** When it happened, by the evidence; epoch ms. */
  readonly occurredAt: number;
  /** When this device first saw it; epoch ms. */
  readonly observedAt: number;
  /** The followed mail it is about; null where that mail was not followed or could not be found. */
  readonly mailId: MailId | null;
  /** Wire Message-ID of the mail it is about, where known. */
  readonly messageId: MessageId | null;
  /** Position of the person among the mail's recipients (To, Cc, Bcc in order); null = the mail as a whole, or not one of them. */
  readonly recipientNo: number | null;
  /** Whom the entry is about: the recipient, or who replied. */
  readonly person: Person;
  /** Subject of the mail, as text. */
  readonly subject: string;
  readonly template?: { readonly id: string; readonly version: number };
  readonly campaignId?: string;
  /** Which mail of the campaign, from 1 on; absent = the first. */
  readonly campaignStep?: number;
  /** The earlier event that this one corrects. */
  readonly supersedes?: EventId;
};

/** What a bounce or delay notice said about one recipient. */
export type BounceDetail = {
  readonly category: BounceCategory;
  readonly hard: boolean;
  /** Enhanced status code (RFC 3463) that stands in the notice, else null. */
  readonly status: string | null;
  /** SMTP reply code (RFC 5321 section 4.2), else null. */
  readonly replyCode: string | null;
  /** The other server's own words, as text. */
  readonly diagnostic: string;
  readonly whoMustAct: WhoMustAct;
  /** Why the notice proves nothing; absent where it does. Such a bounce suppresses nobody. */
  readonly doubt?: BounceDoubt;
};

/** Why a mail that stood in Sent did not leave after all. */
export type NotSentReason = 'sender-limit' | 'sender-not-allowed';

/** What happened to a mail or one of its recipients. Later kinds (opened, clicked, unsubscribed) are added here. */
export type EventBody =
  | { readonly kind: 'sent'; readonly recipients: readonly Person[] }
  | { readonly kind: 'not-sent'; readonly reason: NotSentReason; readonly detail: BounceDetail }
  | { readonly kind: 'bounced'; readonly bounce: BounceDetail }
  | {
      readonly kind: 'delayed';
      readonly bounce: BounceDetail;
      /** Until when the server keeps trying (Will-Retry-Until, RFC 3464), or null where it does not say. */
      readonly retryUntil: number | null;
    }
  | { readonly kind: 'replied' }
  | { readonly kind: 'auto-replied' }
  /** `doubt`: why the report proves nothing; absent where it does. */
  | { readonly kind: 'complained'; readonly doubt?: BounceDoubt };

/** One thing that happened to a mail, as the log keeps it. */
export type MailEvent = EventBase & EventBody;

/** The kinds of event. */
export type EventKind = EventBody['kind'];
