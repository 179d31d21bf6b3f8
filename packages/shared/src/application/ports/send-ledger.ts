import type { MailboxAddress, MailboxMessageId } from '../../domain/ids.ts';
import type { SendingGate } from '../../domain/sending/sending-gate.ts';

/** One mail that left the mailbox, by whichever program. */
export type Departed = {
  readonly id: MailboxMessageId;
  /** Epoch ms; null = listed, and its date not read yet. */
  readonly at: number | null;
  /** To, Cc and Bcc; null or absent (written by an earlier version) = not read yet. */
  readonly recipients?: number | null;
};

/** What is known of a mailbox's departures in the window of its limits: a cache of Sent. */
export type SendLedger = {
  /** When it was last brought up to date; epoch ms; null = never counted. */
  readonly countedAt: number | null;
  /** Where the list of Sent goes on, while it is being read through; null = read through. */
  readonly nextPage: string | null;
  /** From where on the list is read; epoch ms. */
  readonly listedFrom: number;
  /** Newest first. */
  readonly departed: readonly Departed[];
};

/** Nothing counted yet. */
export const emptyLedger: SendLedger = {
  countedAt: null,
  nextPage: null,
  listedFrom: 0,
  departed: [],
};

/** Keeps what left each mailbox, and whether its provider lets it send. A mailbox never written reads as `emptyLedger`. */
export type SendLedgers = {
  read(mailbox: MailboxAddress): Promise<SendLedger>;
  write(mailbox: MailboxAddress, ledger: SendLedger): Promise<void>;
  /** Null where none was ever raised; one that lies in the past is kept, since it tells how long to wait the next time. */
  gate(mailbox: MailboxAddress): Promise<SendingGate | null>;
  raiseGate(mailbox: MailboxAddress, gate: SendingGate): Promise<void>;
};
