import type { MailboxAddress } from '../../domain/ids.ts';
import type { PlanLimit } from '../../domain/sending/plan/plan-input.ts';
import type { DeferredSending } from '../deferred-send/deferred-send.ts';
import type { CarrierLease } from '../ports/carrier-lease.ts';
import type { Clock } from '../ports/clock.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { Outbox, OutboxMail } from '../ports/outbox.ts';
import type { Outcome } from '../ports/outcome.ts';
import type { SendLedgers } from '../ports/send-ledger.ts';
import type { WatchStates } from '../ports/watch-state.ts';

/** How mail leaves in the background. */
export type Carriage =
  /** By this program, at each mail's time. */
  | { readonly kind: 'send' }
  /** The provider holds it until its time; handed over at most so far ahead (ms), since only this program can stop it. */
  | { readonly kind: 'hand-over'; readonly horizonMs: number; readonly deferred: DeferredSending };

/** A finished message, or why there is none; `paused`: its group was paused meanwhile, and the mail waits. */
export type Written = Outcome<string> | { readonly kind: 'paused' };

/** What carrying out a mailbox's queue works with. */
export type QueueParts = {
  readonly account: MailboxAddress;
  readonly mailbox: Mailbox;
  readonly outbox: Outbox;
  readonly ledgers: SendLedgers;
  readonly states: Pick<WatchStates, 'read'>;
  readonly lease: CarrierLease;
  /** One worker at a time in one browser, since they share a store and a device's name; null = another one is at it. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result | null>;
  readonly carriage: Carriage;
  /** The provider's limits, the company's, and what group mail is held to; they may change with the policy. */
  readonly limits: () => Promise<readonly PlanLimit[]>;
  /** The recipients that a mail in Sent is taken to have while it was not read: the most that one may have. */
  readonly mostRecipients: number;
  /** The finished message to a recipient, our mailId header in it, written from the group's draft as it is now. */
  readonly write: (mail: OutboxMail) => Promise<Written>;
  /** Why a mail may not leave (suppressed, blocked domain), in words; null = it may. */
  readonly objection: (mail: OutboxMail) => Promise<string | null>;
  readonly clock: Clock;
};
