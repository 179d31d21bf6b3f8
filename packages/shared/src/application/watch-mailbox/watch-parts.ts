import type { MailboxAddress } from '../../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { DecisionLog } from '../ports/decision-log.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { FollowedMails } from '../ports/followed-mails.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { SendLedgers } from '../ports/send-ledger.ts';
import type { UnmatchedNotices } from '../ports/unmatched-notices.ts';
import type { WatchStates } from '../ports/watch-state.ts';
import type { PutBack } from '../run-queue/put-back.ts';

/** What the watch of one mailbox works with. */
export type WatchParts = {
  readonly account: MailboxAddress;
  readonly mailbox: Mailbox;
  readonly events: EventLog;
  readonly followed: FollowedMails;
  readonly states: WatchStates;
  readonly decisions: DecisionLog;
  readonly unmatched: UnmatchedNotices;
  readonly ledgers: SendLedgers;
  readonly clock: Clock;
  /** What notices mean for the queue: what was held back goes back into it; absent = there is no queue. */
  readonly putBack?: PutBack;
  /** Whether somebody plans by recipients just now (`countSent`); absent = nobody does. */
  readonly plans?: () => Promise<boolean>;
  /** Where nothing is known of the mailbox, it is read from this instant on (epoch ms); absent = from now on. */
  readonly readBackFrom?: number;
  /** How long after its departure a mail in Sent may still be taken back, ms; absent = as in Gmail (domain/sending/undo.ts). */
  readonly settleMs?: number;
};
