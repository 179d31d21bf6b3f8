import type {
  MailboxAddress,
  MailboxMessageId,
  MailId,
  MessageId,
  ThreadId,
} from '../../domain/ids.ts';

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
