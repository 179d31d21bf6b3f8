import type {
  Cursor,
  MailboxAddress,
  MailboxMessageId,
  MessageId,
  ThreadId,
} from '../../domain/ids.ts';
import type { CallFailure } from './outcome.ts';

/** A message seen in Sent that Gmail's Undo could still take back. */
export type SettlingMail = {
  readonly id: MailboxMessageId;
  readonly threadId: ThreadId;
  readonly messageId: MessageId | null;
  /** Its date in Sent; epoch ms. */
  readonly sentAt: number;
};

/** A message that appeared and could not be read so far. */
export type UnreadMessage = {
  readonly id: MailboxMessageId;
  readonly tries: number;
  /** When it was tried first; epoch ms. */
  readonly since: number;
};

/** What the watch must know to go on after a restart. */
export type WatchState = {
  readonly cursor: Cursor | null;
  /** When the mailbox was last read through successfully; epoch ms; null = never. */
  readonly lookedAt: number | null;
  readonly settling: readonly SettlingMail[];
  /** Tried again with every look, so that the cursor can move on without losing them. */
  readonly unread: readonly UnreadMessage[];
  /** Given up after many tries; shown as a number, and never dropped silently. */
  readonly unreadable: readonly MailboxMessageId[];
  /** No call before this instant (a provider's refusal); epoch ms; null = no gate. */
  readonly gateUntil: number | null;
  /** When that gate was set, and the provider's own time if it named one; epoch ms; absent = never set. */
  readonly gateSet?: { readonly at: number; readonly namedUntil: number | null };
  /** Nothing counts as settled before this instant, because the clock may have been changed; epoch ms; absent = it was not. */
  readonly settleNotBefore?: number;
  /** How often in a row the provider refused for its limits. */
  readonly refusals: number;
  /** Why the last look stopped, kept so that a restarted worker can still say it. */
  readonly problem: CallFailure | null;
};

/** Where a mailbox that was never looked at begins. */
export const freshWatchState: WatchState = {
  cursor: null,
  lookedAt: null,
  settling: [],
  unread: [],
  unreadable: [],
  gateUntil: null,
  refusals: 0,
  problem: null,
};

/** Keeps the watch's state of one mailbox; a mailbox never written reads as `freshWatchState`. */
export type WatchStates = {
  read(mailbox: MailboxAddress): Promise<WatchState>;
  write(mailbox: MailboxAddress, state: WatchState): Promise<void>;
};
