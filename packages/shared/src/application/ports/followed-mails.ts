import type {
  DraftId,
  MailboxAddress,
  MailboxMessageId,
  MailId,
  MessageId,
  ThreadId,
} from '../../domain/ids.ts';

/** A mail that our hand gives to the provider to send later, and how far that has come. */
export type HandedOver = {
  /** Null while the draft may not exist yet. */
  readonly draft: DraftId | null;
  /** When it is to leave; epoch ms. */
  readonly leavesAt: number;
  readonly stage:
    /** It is to be handed over, and nothing proves yet that it was. */
    | 'asked'
    /** The provider has it and sends it by itself. */
    | 'held'
    /** It is to be taken back, and nothing proves yet that it was. */
    | 'cancelling'
    /** Taken back: nothing left. */
    | 'cancelled'
    /** The provider said no; the draft lies in Drafts. */
    | 'refused'
    /** Its time passed before it was handed over, or somebody stopped it elsewhere: it lies in Drafts and does not leave by itself. */
    | 'missed'
    /** Neither in Drafts nor in Sent: somebody deleted it elsewhere. */
    | 'gone'
    /** In Drafts, and the provider does not say whether it will leave. */
    | 'unclear';
  /** The provider's words, where it refused; else empty. */
  readonly why: string;
  /** When the mailbox was last asked about it; epoch ms. */
  readonly checkedAt: number;
};

/**
 * A mail in the rep's compose window, from the first look to Sent. A native send carries no header of ours,
 * so the mailId is tied to the draft before the send and to the message's id after it.
 */
export type FollowedMail = {
  readonly mailbox: MailboxAddress;
  readonly mailId: MailId;
  /** The page's own name for the draft (Gmail: `msg-a:r…`). */
  readonly draftKey: string;
  /** The rep's switch for this mail. */
  readonly follow: boolean;
  /** `scheduled`: the provider keeps it and sends it later, by itself. */
  readonly state: 'composing' | 'scheduled' | 'leaving' | 'sent';
  /** When the state last changed; epoch ms. */
  readonly changedAt: number;
  /** Known once the draft was saved; used to find the mail in Sent when the page's word was lost. */
  readonly threadId: ThreadId | null;
  /** What the page named after the send. */
  readonly mailboxMessageId: MailboxMessageId | null;
  readonly messageId: MessageId | null;
  /** Addresses at the time of the send, lower case. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** Where our hand gave it to the provider to send later; absent for all other mail. */
  readonly handedOver?: HandedOver;
};

/** The ties between drafts, mailIds and sent messages. */
export type FollowedMails = {
  put(mail: FollowedMail): Promise<void>;
  byDraft(mailbox: MailboxAddress, draftKey: string): Promise<FollowedMail | null>;
  byMailId(mailId: MailId): Promise<FollowedMail | null>;
  byMailboxMessageId(mailbox: MailboxAddress, id: MailboxMessageId): Promise<FollowedMail | null>;
  /** Those that were seen leaving and not yet seen in Sent. */
  leaving(mailbox: MailboxAddress): Promise<readonly FollowedMail[]>;
  /** Those that the provider keeps to send them later. */
  scheduled(mailbox: MailboxAddress): Promise<readonly FollowedMail[]>;
};
