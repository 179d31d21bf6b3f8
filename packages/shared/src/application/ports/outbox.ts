import type { Person } from '../../domain/address/person.ts';
import type {
  DraftId,
  GroupId,
  MailboxAddress,
  MailboxMessageId,
  MailId,
  MessageId,
} from '../../domain/ids.ts';
import type { SendClass } from '../../domain/sending/plan/plan-input.ts';

/** One mail to many, each recipient a mail of their own. */
export type GroupMail = {
  readonly id: GroupId;
  readonly mailbox: MailboxAddress;
  readonly createdAt: number;
  /** The draft in the rep's mailbox that holds text, attachments and list. A draft id may change; its Message-ID survives. */
  readonly source: { readonly draftId: DraftId; readonly messageId: MessageId | null };
  /** As written, merge fields and all. */
  readonly subject: string;
  readonly class: Extract<SendClass, 'scheduled' | 'bulk'>;
  /** How many recipients were taken into the queue. */
  readonly count: number;
  readonly state:
    | { readonly kind: 'running' }
    | { readonly kind: 'paused'; readonly by: PauseCause }
    | { readonly kind: 'cancelled' };
};

/**
 * What stopped a group mail. `source-gone`: its draft was deleted; `source-changed`: its draft asks for something by now
 * that the list does not say of anybody.
 */
export type PauseCause = 'person' | 'admin' | 'bounces' | 'source-gone' | 'source-changed';

/** How far a mail of the outbox has come. Written down before each call, so that whoever goes on knows what may have happened. */
export type OutboxState =
  | { readonly kind: 'waiting' }
  /** Its draft was asked for; whether it was made is not known yet. */
  | { readonly kind: 'drafting'; readonly since: number }
  | { readonly kind: 'drafted'; readonly draftId: DraftId }
  /** Sending was asked for; whether it left is not known yet. */
  | { readonly kind: 'sending'; readonly draftId: DraftId; readonly since: number }
  /** Being handed over, or handed over, to the provider, which sends it at this instant. */
  | { readonly kind: 'handing-over'; readonly leavesAt: number }
  | { readonly kind: 'held'; readonly leavesAt: number }
  /** `id` is null where the provider has sent it by itself and nobody has read which message it is. */
  | { readonly kind: 'sent'; readonly id: MailboxMessageId | null; readonly at: number }
  /** Neither among the drafts nor in Sent: a person decides whether it is sent again. */
  | { readonly kind: 'unsure'; readonly since: number }
  /** It will not leave; `reason` is text for people. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly by: 'person' | 'draft-deleted' };

/** One mail that waits to leave in the background, or what became of it. */
export type OutboxMail = {
  readonly mailId: MailId;
  readonly mailbox: MailboxAddress;
  /** Null for a single mail that a person has scheduled. */
  readonly group: { readonly id: GroupId; readonly no: number } | null;
  readonly person: Person;
  /** Values of the merge fields, by the field's name in lower case. */
  readonly fields: Readonly<Record<string, string>>;
  readonly class: SendClass;
  /** What it counts for in the provider's limits. */
  readonly recipients: number;
  readonly external: number;
  /** Its place in the queue within its class; reordering gives another. */
  readonly rank: number;
  /** Not before this instant; epoch ms. */
  readonly notBefore: number | null;
  readonly state: OutboxState;
  /** Its copies in Sent that did not leave: the provider took them and held them back for the sender's limit. */
  readonly heldBack: readonly MailboxMessageId[];
  /** It came back for good after it had left; absent = it did not. */
  readonly bounced?: true;
  readonly changedAt: number;
};

/** Keeps what waits. A cache: the source draft holds the list, and Sent tells what left. */
export type Outbox = {
  group(id: GroupId): Promise<GroupMail | null>;
  groups(mailbox: MailboxAddress): Promise<readonly GroupMail[]>;
  putGroup(group: GroupMail): Promise<void>;
  mail(id: MailId): Promise<OutboxMail | null>;
  /** Those that are not done (neither sent, refused nor cancelled), by class and rank. */
  open(mailbox: MailboxAddress): Promise<readonly OutboxMail[]>;
  ofGroup(id: GroupId): Promise<readonly OutboxMail[]>;
  /** Writes all of them or none. */
  put(mails: readonly OutboxMail[]): Promise<void>;
};
