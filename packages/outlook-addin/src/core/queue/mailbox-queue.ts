import { readTable } from '@postrider/shared/adapters/csv/read-table';
import { aloneBy } from '@postrider/shared/adapters/storage/alone';
import type { DeferredSending } from '@postrider/shared/application/deferred-send/deferred-send';
import type { GroupParts } from '@postrider/shared/application/group-mail/group-parts';
import { objectionTo } from '@postrider/shared/application/group-mail/objection';
import { createGroupWriter } from '@postrider/shared/application/group-mail/write-group-mail';
import type { DecisionLog } from '@postrider/shared/application/ports/decision-log';
import type { EventLog } from '@postrider/shared/application/ports/event-log';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { Outbox } from '@postrider/shared/application/ports/outbox';
import type { Policy, PolicySource } from '@postrider/shared/application/ports/policy';
import type { SendLedgers } from '@postrider/shared/application/ports/send-ledger';
import type { WatchStates } from '@postrider/shared/application/ports/watch-state';
import { createMailboxLease } from '@postrider/shared/application/run-queue/mailbox-lease';
import {
  createQueueRunner,
  type QueueRunner,
} from '@postrider/shared/application/run-queue/queue-runner';
import { branded } from '@postrider/shared/domain/brand';
import type { MailboxAddress } from '@postrider/shared/domain/ids';
import { type GroupMailRules, planLimitsFor } from '@postrider/shared/domain/sending/plan-limits';
import type { Edition } from '@postrider/shared/domain/sending/tables/limit-row';

import { clock, newId, newMailId, ticks } from '../platform.ts';

/** What the queue of a mailbox is made of. */
export type MailboxQueueParts = {
  readonly account: MailboxAddress;
  readonly edition: Edition;
  readonly mailbox: Mailbox;
  readonly outbox: Outbox;
  readonly events: EventLog;
  readonly decisions: DecisionLog;
  readonly ledgers: SendLedgers;
  readonly states: WatchStates;
  readonly policy: PolicySource;
  readonly deferred: DeferredSending;
  /** This browser's own name, where nothing else tells its panes apart this pane's. */
  readonly device: string;
  /** One pane of this browser at a time; null = the browser has no locks, and its panes count as computers of their own. */
  readonly locks: LockManager | null;
};

/** The queue of a mailbox: what group mails are prepared with, and who carries them out. */
export type MailboxQueue = { readonly group: GroupParts; readonly runner: QueueRunner };

/**
 * Mail is handed over at most so far ahead, ms: only a pane that is open can stop it then. Half a working day leaves with
 * everything closed.
 */
const horizonMs = 4 * 3_600_000;

/** Exchange takes 500 recipients of one message (x.msg); what was not read yet may have had as many. */
const mostRecipients = 500;

/** Puts the queue of the open mailbox together. */
export function createMailboxQueue(parts: MailboxQueueParts): MailboxQueue {
  const { account, edition, mailbox, outbox, ledgers, states, policy, deferred, device, locks } =
    parts;
  const guard = { decisions: parts.decisions, events: parts.events, policy };
  const group: GroupParts = {
    account,
    mailbox,
    outbox,
    ledgers,
    states,
    carriage: { kind: 'hand-over', horizonMs, deferred },
    limits: async () => planLimitsFor(edition, rulesOf(await policy.read()), account),
    mostRecipients,
    clock,
    guard,
    readTable,
    newGroupId: () => branded(newId()),
  };
  const runner = createQueueRunner({
    ...group,
    lease: createMailboxLease({ account, mailbox, device, newMailId, clock, ticks }),
    alone: locks === null ? (work) => work() : aloneBy(locks, `postrider-queue ${account}`),
    write: createGroupWriter(group),
    objection: (mail) => objectionTo(guard, mail),
  });
  return { group, runner };
}

function rulesOf({ groupMail = {}, dailyMessageLimit }: Policy): GroupMailRules {
  return { ...groupMail, ...(dailyMessageLimit === undefined ? {} : { dailyMessageLimit }) };
}
