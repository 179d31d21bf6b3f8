import type { EventKind, MailEvent } from '../../domain/analytics/event.ts';
import type {
  EventId,
  MailboxAddress,
  MailboxMessageId,
  MailId,
  MessageId,
  ThreadId,
} from '../../domain/ids.ts';

/** Which part of the feed is wanted. All given conditions hold together. */
export type FeedQuery = {
  readonly mailbox: MailboxAddress;
  readonly kinds?: readonly EventKind[];
  /** Found in a person's name or address, or in the subject; any case. */
  readonly text?: string;
  /** Only what occurred at or after this instant; epoch ms. */
  readonly from?: number;
  /** Where the last page ended. */
  readonly before?: { readonly occurredAt: number; readonly id: EventId };
  readonly limit: number;
};

/** The append-only log of what happened: a cache of the mailbox that can be rebuilt from it. */
export type EventLog = {
  /** Adds the events that are not there yet and gives back those; the same id twice counts once. */
  append(events: readonly MailEvent[]): Promise<readonly MailEvent[]>;
  /** Newest first, superseded events left out. */
  feed(query: FeedQuery): Promise<readonly MailEvent[]>;
  /** The `sent` event of the mail with this wire Message-ID. */
  sentByMessageId(mailbox: MailboxAddress, id: MessageId): Promise<MailEvent | null>;
  /** The `sent` events in this thread, newest first. */
  sentInThread(mailbox: MailboxAddress, id: ThreadId): Promise<readonly MailEvent[]>;
  /** The `sent` events of mail to this address (lower case), newest first, at most ten. */
  sentTo(mailbox: MailboxAddress, address: string): Promise<readonly MailEvent[]>;
  /** What these kinds of event say of one person (lower case), oldest first, at most the newest hundred of each kind. */
  ofPerson(
    mailbox: MailboxAddress,
    address: string,
    kinds: readonly EventKind[],
  ): Promise<readonly MailEvent[]>;
  /** Hard bounces and complaints that nobody vouches for (`doubt`), oldest first, superseded ones left out. */
  doubtful(mailbox: MailboxAddress): Promise<readonly MailEvent[]>;
  /** The event of this id, or null. */
  byId(id: EventId): Promise<MailEvent | null>;
  /** Everything that one message proves. */
  ofEvidence(mailbox: MailboxAddress, id: MailboxMessageId): Promise<readonly MailEvent[]>;
  /** Forgets events that rested on a hand match which was taken back. */
  remove(ids: readonly EventId[]): Promise<void>;
  /** Everything known of one mail, oldest first. */
  ofMail(id: MailId): Promise<readonly MailEvent[]>;
  /** How many events are kept of a mailbox. */
  count(mailbox: MailboxAddress): Promise<number>;
  /** Forgets a mailbox's events; decisions and the ties of followed mail are not events. */
  clear(mailbox: MailboxAddress): Promise<void>;
};
