import type { Notice } from '../../domain/bounce/notice.ts';
import type { NoticeTrust } from '../../domain/bounce/trust.ts';
import type { MailboxAddress, MailboxMessageId, ThreadId } from '../../domain/ids.ts';

/** A notice with what must be known to make events of it later. */
export type KeptNotice = {
  readonly mailbox: MailboxAddress;
  readonly id: MailboxMessageId;
  readonly threadId: ThreadId;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly notice: Notice;
  readonly trust: NoticeTrust;
};

/** Notices that could not be tied to a mail. A cache like the events: what was decided about them is in the decision log. */
export type UnmatchedNotices = {
  put(notice: KeptNotice): Promise<void>;
  get(mailbox: MailboxAddress, id: MailboxMessageId): Promise<KeptNotice | null>;
  /** Newest first. */
  all(mailbox: MailboxAddress): Promise<readonly KeptNotice[]>;
  /** Their ids alone, oldest first. */
  ids(mailbox: MailboxAddress): Promise<readonly MailboxMessageId[]>;
  remove(mailbox: MailboxAddress, id: MailboxMessageId): Promise<void>;
};
