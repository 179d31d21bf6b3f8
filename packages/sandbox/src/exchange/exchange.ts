import type { ExchangeLimits } from './limits.ts';
import type { ExchangeItem, ExchangeMailbox, MailboxCondition } from './mailbox.ts';
import type { ExchangeSwitches } from './switches.ts';

/** Told of every message that leaves a mailbox, in the form in which it stands in Sent Items. */
export type ExchangeDepartureListener = (
  sender: ExchangeMailbox,
  item: ExchangeItem,
) => void | Promise<void>;

/** Which Exchange a company runs. Only `online` answers Graph; only `server` answers EWS. */
export type ExchangeKind = 'online' | 'server';

/** One company's Exchange: its mailboxes, its transport and its limits (facts: x.min 30 a minute, x.rcpt 10,000 recipients in 24 h). */
export type Exchange = {
  readonly kind: ExchangeKind;
  /** For each mailbox alike; may be changed at any time. */
  readonly limits: ExchangeLimits;
  readonly switches: ExchangeSwitches;
  addMailbox(person: {
    readonly address: string;
    readonly name: string;
    readonly userPrincipalName?: string;
    readonly aliases?: readonly string[];
    /** Whose mailboxes it may send for: From is theirs, Sender its own ([MS-OXOMSG] 3.2.4.1). */
    readonly sendsFor?: readonly string[];
  }): ExchangeMailbox;
  /** By primary address or alias, any case. */
  mailbox(address: string): ExchangeMailbox | undefined;
  mailboxes(): readonly ExchangeMailbox[];
  onDeparture(listener: ExchangeDepartureListener): void;
  setCondition(address: string, condition: MailboxCondition): void;
  /** Brings a message from outside or from a colleague into a mailbox, as transport would. */
  bring(
    mailbox: ExchangeMailbox,
    raw: Buffer,
    options?: { readonly junk?: boolean; readonly messageClass?: string },
  ): ExchangeItem;
  /** Lets held mail go that the clock has made due. */
  settle(): Promise<void>;
  /** Lets `ms` pass at once for all that waits. */
  advance(ms: number): Promise<void>;
  close(): void;
};
