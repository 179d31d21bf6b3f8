import type { Database } from '@postrider/shared/adapters/storage/open-database';
import { createOutboxStore } from '@postrider/shared/adapters/storage/outbox-store';
import type { GroupParts } from '@postrider/shared/application/group-mail/group-parts';
import type { QueueBackend } from '@postrider/shared/application/panel/queue';
import { createQueueBackend } from '@postrider/shared/application/panel/queue-backend';
import type { FollowedMails } from '@postrider/shared/application/ports/followed-mails';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import { createPutBack, type PutBack } from '@postrider/shared/application/run-queue/put-back';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import { type CurrentQueue, createCurrentQueue, type CurrentQueueParts } from './current-queue.ts';
import { deviceName } from './device-name.ts';
import { leaseMark } from './lease-mark.ts';
import { createMailboxQueue, type MailboxQueueParts } from './mailbox-queue.ts';
import { restoreLost } from './restore-lost.ts';

/** What the queue is opened with. */
export type OpenQueueParts = Pick<CurrentQueueParts<GroupParts>, 'grants' | 'times' | 'changed'> &
  Omit<MailboxQueueParts, 'account' | 'mailbox' | 'outbox' | 'device'> & {
    readonly database: Database;
    readonly followed: FollowedMails;
    /** The mailbox of this account and of no other. */
    readonly mailboxOf: (account: MailboxAddress) => Mailbox;
    /** When the database was lost, epoch ms; null = it never was. */
    readonly lostAt: number | null;
    readonly report: (error: unknown) => void;
  };

/** Mail that leaves in the background: what pages ask of it, who carries it out, and how held-back mail comes back. */
export type OpenedQueue = {
  readonly current: CurrentQueue<GroupParts>;
  readonly backend: QueueBackend;
  readonly putBack: PutBack;
  /** Whether somebody plans this mailbox's mail, so that what left is worth reading with its recipients. */
  readonly plans: (account: MailboxAddress) => Promise<boolean>;
};

/** Who has asked for drafts to make a group mail of asks for its forecast next, within so long, ms. */
const preparingMs = 10 * 60_000;

/** Puts the queue together over the database that is open. */
export async function openQueue(parts: OpenQueueParts): Promise<OpenedQueue> {
  const { database, mailboxOf, lostAt, clock, changed } = parts;
  const outbox = createOutboxStore(database);
  const device = await deviceName();
  const current = createCurrentQueue({
    ...parts,
    newQueue: (account) =>
      createMailboxQueue({ ...parts, account, mailbox: mailboxOf(account), outbox, device }),
    restore: (group) => restoreLost(group, lostAt),
    leaseMark,
  });
  let askedAt = -Infinity;
  const runSoon = () => {
    changed();
    void current.run().catch(parts.report);
  };
  const backend = createQueueBackend({
    group: current.group,
    lastRun: current.lastRun,
    changed: runSoon,
  });
  return {
    current,
    backend: {
      ...backend,
      sources() {
        askedAt = clock();
        return backend.sources();
      },
    },
    plans: async (account) =>
      clock() - askedAt < preparingMs || (await outbox.open(account)).length > 0,
    putBack: createPutBack({ ...parts, outbox, clock, changed: runSoon }),
  };
}
