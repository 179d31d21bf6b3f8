import type { Cursor, MailboxAddress, MailboxMessageId } from '../../domain/ids.ts';

/** What the watch must know to go on after a restart. */
export type WatchState = {
  readonly cursor: Cursor | null;
  /** When the mailbox was last read through successfully; epoch ms; null = never. */
  readonly lookedAt: number | null;
  /** Messages seen in Sent that Gmail's Undo could still take back. */
  readonly settling: readonly MailboxMessageId[];
  /** No call before this instant (a provider's refusal); epoch ms; null = no gate. */
  readonly gateUntil: number | null;
};

/** Keeps the watch's state of one mailbox. */
export type WatchStates = {
  read(mailbox: MailboxAddress): Promise<WatchState>;
  write(mailbox: MailboxAddress, state: WatchState): Promise<void>;
};
