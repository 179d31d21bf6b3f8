import { readTable } from '@postrider/shared/adapters/csv/read-table';
import { aloneBy } from '@postrider/shared/adapters/storage/alone';
import type { GroupParts } from '@postrider/shared/application/group-mail/group-parts';
import { objectionTo } from '@postrider/shared/application/group-mail/objection';
import { createGroupWriter } from '@postrider/shared/application/group-mail/write-group-mail';
import type { Clock } from '@postrider/shared/application/ports/clock';
import type { DecisionLog } from '@postrider/shared/application/ports/decision-log';
import type { EventLog } from '@postrider/shared/application/ports/event-log';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { Outbox } from '@postrider/shared/application/ports/outbox';
import type { PolicySource } from '@postrider/shared/application/ports/policy';
import type { SendLedgers } from '@postrider/shared/application/ports/send-ledger';
import type { WatchStates } from '@postrider/shared/application/ports/watch-state';
import { createMailboxLease } from '@postrider/shared/application/run-queue/mailbox-lease';
import {
  createQueueRunner,
  type QueueRunner,
} from '@postrider/shared/application/run-queue/queue-runner';
import { branded } from '@postrider/shared/domain/brand';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import { newMailId } from '../new-mail-id.ts';
import { limitsOf, mostRecipients } from './plan-limits.ts';

/** What one mailbox's queue is made of. */
export type MailboxQueueParts = {
  readonly account: MailboxAddress;
  readonly mailbox: Mailbox;
  readonly outbox: Outbox;
  readonly events: EventLog;
  readonly decisions: DecisionLog;
  readonly ledgers: SendLedgers;
  readonly states: WatchStates;
  readonly policy: PolicySource;
  /** This browser's own name. */
  readonly device: string;
  readonly clock: Clock;
};

/** The queue of one mailbox: what group mails are prepared with, and who carries them out. */
export type MailboxQueue = { readonly group: GroupParts; readonly runner: QueueRunner };

const ticks = () => performance.now();

/** Puts it together. Gmail holds no mail for anybody but its own page, so each mail leaves by this worker, at its time. */
export function createMailboxQueue(parts: MailboxQueueParts): MailboxQueue {
  const { account, mailbox, outbox, ledgers, states, policy, device, clock } = parts;
  const guard = { decisions: parts.decisions, events: parts.events, policy };
  const group: GroupParts = {
    account,
    mailbox,
    outbox,
    ledgers,
    states,
    carriage: { kind: 'send' },
    limits: limitsOf(account, policy),
    mostRecipients,
    clock,
    guard,
    readTable,
    newGroupId: () => branded(newMailId()),
  };
  const runner = createQueueRunner({
    ...group,
    lease: createMailboxLease({ account, mailbox, device, newMailId, clock, ticks }),
    alone: aloneBy(navigator.locks, `queue of ${account}`),
    write: createGroupWriter(group),
    objection: (mail) => objectionTo(guard, mail),
  });
  return { group, runner };
}
