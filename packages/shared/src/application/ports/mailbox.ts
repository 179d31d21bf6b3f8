import type { NoticeTrust } from '../../domain/bounce/trust.ts';
import type {
  Cursor,
  DraftId,
  MailboxAddress,
  MailboxMessageId,
  MailId,
  MessageId,
  ThreadId,
} from '../../domain/ids.ts';
import type { Headers } from '../../domain/message/headers.ts';
import type { CallFailure, Outcome } from './outcome.ts';

/** A message as the watch sees it: headers and place, no body. */
export type MailboxMessage = {
  readonly id: MailboxMessageId;
  readonly threadId: ThreadId;
  /** When the mailbox received it or sent it; epoch ms. */
  readonly receivedAt: number;
  /** In Sent and not a draft: it left by this mailbox. */
  readonly sent: boolean;
  readonly draft: boolean;
  readonly headers: Headers;
};

/** What changed since a cursor. */
export type Changes = {
  readonly cursor: Cursor;
  /** Messages that appeared anywhere (spam, trash and archive too), oldest first. May repeat what an earlier call gave. */
  readonly appeared: readonly MailboxMessage[];
  /** Messages that appeared and could not be read just now, though others could; ask for them again one by one. */
  readonly unread: readonly MailboxMessageId[];
  /** Messages that are gone or left Sent (Gmail's Undo). */
  readonly withdrawn: readonly MailboxMessageId[];
  /** True where the provider had forgotten the cursor and everything since the last look was listed anew. */
  readonly resynced: boolean;
  /** There is more than one call may give (so that a provider's rate never undoes the progress): ask again at once. */
  readonly more: boolean;
};

/** What a message from outside says about the mail that it answers or reports. */
export type SentClue = {
  /** Message-IDs that it names, likeliest first. */
  readonly messageIds: readonly MessageId[];
  /** Where it stands itself. */
  readonly threadId: ThreadId;
  readonly id: MailboxMessageId;
};

/** What became of one attempt to send a draft. */
export type SendOutcome =
  | {
      readonly kind: 'accepted';
      readonly id: MailboxMessageId;
      readonly threadId: ThreadId;
      /** The Message-ID as it left, read back after sending; null where reading it back failed. */
      readonly messageId: MessageId | null;
    }
  | CallFailure;

/** A finished RFC 5322 message to be kept as a draft, CRLF line ends, with our mailId header in it. */
export type NewDraft = {
  readonly mailId: MailId;
  readonly raw: string;
  /** The thread it belongs to, for a follow-up. */
  readonly threadId?: ThreadId;
};

/** A draft as a list shows it. */
export type NamedDraft = {
  readonly id: DraftId;
  readonly subject: string;
  /** By the provider's clock; epoch ms. */
  readonly savedAt: number;
};

/** A draft as a list of all shows it, with the mailId that it carries, where it carries one. */
export type ListedDraft = NamedDraft & { readonly mailId: MailId | null };

/** A page of the drafts; `next` is where the following page begins, null = this was the last. */
export type DraftPage = { readonly drafts: readonly ListedDraft[]; readonly next: string | null };

/** A draft with all its bytes; `id` is its name now. */
export type WholeDraft = { readonly id: DraftId; readonly raw: Uint8Array };

/** The drafts of a mailbox: a draft is the idempotency key of everything we send in the background. */
export type Drafts = {
  create(draft: NewDraft): Promise<Outcome<DraftId>>;
  /** The draft that carries this mailId, or null. Asked after an unknown answer before anything is made anew. */
  find(mailId: MailId): Promise<Outcome<DraftId | null>>;
  remove(id: DraftId): Promise<Outcome<null>>;
  /** Those whose subject begins so, at most ten. */
  beginning(subject: string): Promise<Outcome<readonly NamedDraft[]>>;
  /** All of them, the newest first; `page` null begins. */
  list(page: string | null): Promise<Outcome<DraftPage>>;
  /**
   * The draft of this name, or, where its name has died, the one with this Message-ID; null where it is gone. Refused
   * where it is larger than can be read.
   */
  whole(id: DraftId, messageId: MessageId | null): Promise<Outcome<WholeDraft | null>>;
};

/** One mail that left, as far as a list tells it: null = the list does not say, read the message. */
export type SentEntry = {
  readonly id: MailboxMessageId;
  /** Epoch ms. */
  readonly at: number | null;
  /** As the provider counts them: To, Cc and Bcc, a group once. */
  readonly recipients: number | null;
};

/** A page of what left the mailbox, newest first; `next` is where the following page begins, null = this was the last. */
export type SentPage = { readonly entries: readonly SentEntry[]; readonly next: string | null };

/** How a mail stands that was handed over, read from the item itself. */
export type HeldState =
  /** Still a draft that nobody has submitted. */
  | { readonly kind: 'draft' }
  /** Submitted; the provider sends it at this instant (epoch ms). */
  | { readonly kind: 'held'; readonly leavesAt: number }
  | { readonly kind: 'left'; readonly message: MailboxMessage }
  /** Neither a draft nor in Sent. */
  | { readonly kind: 'gone' }
  /** There, and the provider does not say whether it was submitted. */
  | { readonly kind: 'unclear' };

/** Sending later by the provider itself, with this program closed. */
export type DeferredSend = {
  /** Hands a draft over, to leave at an instant (epoch ms). After `unknown`, `state` tells whether it was taken. */
  handOver(draft: DraftId, leavesAt: number): Promise<Outcome<null>>;
  state(draft: DraftId): Promise<Outcome<HeldState>>;
  /** Takes it back: deletes the held item and reads that it is gone and not in Sent. `left` = too late. */
  cancel(draft: DraftId): Promise<Outcome<'cancelled' | 'left' | 'unconfirmed'>>;
};

/** What a mailbox can do, or in words why it cannot. */
export type Capability<Means> =
  | { readonly kind: 'yes'; readonly means: Means }
  | { readonly kind: 'no'; readonly why: string };

/** A rep's own mailbox, whichever provider keeps it. */
export type Mailbox = {
  readonly capabilities: {
    /** Hold a draft and send it later with this program closed. */
    readonly deferredSend: Capability<DeferredSend>;
  };
  /** Who is proved to have written a notice in this account's mailbox, from its headers as this provider files them. */
  noticeTrust(headers: Headers, account: MailboxAddress): NoticeTrust;
  /** Whose mailbox answers: the address the provider names. */
  account(): Promise<Outcome<MailboxAddress>>;
  readonly drafts: Drafts;
  /** Sends a draft once; the draft is consumed. */
  send(draft: DraftId): Promise<SendOutcome>;
  /** What changed since the cursor; null begins now and lists nothing. */
  changes(since: Cursor | null): Promise<Outcome<Changes>>;
  /** Where reading begins that goes back to an instant (epoch ms) of which no cursor was kept. */
  cursorAt(since: number): Cursor;
  /** One message without its body; null where it is gone. */
  message(id: MailboxMessageId): Promise<Outcome<MailboxMessage | null>>;
  /** The bytes of a message as received, of a large one only the first, half a megabyte at least; null where it is gone. */
  raw(id: MailboxMessageId): Promise<Outcome<Uint8Array | null>>;
  /** What left since an instant (epoch ms), by whichever program; `page` null begins. */
  sentSince(since: number, page: string | null): Promise<Outcome<SentPage>>;
  /** Date and recipients of mails whose list did not tell them, read together; those that are gone stand nowhere. */
  readSent(ids: readonly MailboxMessageId[]): Promise<Outcome<readonly SentEntry[]>>;
  /** The mail in Sent that a clue points to: one that it names, else the newest of its thread; null where there is none. */
  findSent(clue: SentClue): Promise<Outcome<MailboxMessage | null>>;
};
