import { isAllowed } from '@postrider/shared/application/connect-mailbox/allowed-domains';
import type { GrantStore } from '@postrider/shared/application/ports/authorization';
import type { Clock } from '@postrider/shared/application/ports/clock';
import type { PolicySource } from '@postrider/shared/application/ports/policy';
import type { QueueRunner, RunOutcome } from '@postrider/shared/application/run-queue/queue-runner';
import { singleFlight } from '@postrider/shared/application/watch-mailbox/single-flight';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import type { Appointments } from '../appointments.ts';

/** What is asked here of the parts that a mailbox's group mails are made of. */
type AnyGroup = {
  readonly account: MailboxAddress;
  readonly outbox: { open(mailbox: MailboxAddress): Promise<readonly unknown[]> };
};

type QueueOf<Group> = { readonly group: Group; readonly runner: QueueRunner };

/** What the queue of the connected mailbox works with. */
export type CurrentQueueParts<Group> = {
  readonly grants: Pick<GrantStore, 'read'>;
  readonly policy: Pick<PolicySource, 'read'>;
  readonly newQueue: (account: MailboxAddress) => QueueOf<Group>;
  /** When the worker runs it again by itself. */
  readonly times: Appointments;
  /** Done once before a mailbox's first run: a lost queue is read again from the mailbox. */
  readonly restore: (group: Group) => Promise<void>;
  /** Whether a run may have left a lease in the mailbox; outlives the worker. */
  readonly leaseMark: { read(): Promise<boolean>; write(held: boolean): Promise<void> };
  /** Something has left, or stands otherwise. */
  readonly changed: () => void;
  readonly clock: Clock;
};

/** The queue of whichever mailbox is connected. What waits for another one is kept until that one is connected again. */
export type CurrentQueue<Group> = {
  group(): Promise<Group | null>;
  lastRun(): RunOutcome | null;
  /** Does what is due and makes the appointment for the next mail; nothing where the mailbox rests. */
  run(): Promise<void>;
  /** Whether a mail leaves now or within so many ms, so that the worker had better stay. */
  isSendingWithin(ms: number): boolean;
};

/** Makes it. */
export function createCurrentQueue<Group extends AnyGroup>(
  parts: CurrentQueueParts<Group>,
): CurrentQueue<Group> {
  const queues = new Map<MailboxAddress, QueueOf<Group>>();
  const restored = new Set<MailboxAddress>();
  let last: { readonly of: MailboxAddress; readonly outcome: RunOutcome } | null = null;
  let connected: MailboxAddress | null = null;

  async function current(): Promise<{ queue: QueueOf<Group>; canSend: boolean } | null> {
    const grant = await parts.grants.read();
    const isOpen = grant !== null && isAllowed(await parts.policy.read(), grant.account);
    connected = isOpen ? grant.account : null;
    if (!isOpen) return null;
    const queue = queues.get(grant.account) ?? parts.newQueue(grant.account);
    queues.set(grant.account, queue);
    return { queue, canSend: grant.renewal !== null };
  }

  async function runOnce(): Promise<void> {
    const now = await current();
    if (now === null || !now.canSend) return;
    const { group, runner } = now.queue;
    if (!restored.has(group.account)) {
      await parts.restore(group);
      restored.add(group.account);
    }
    const waits = (await group.outbox.open(group.account)).length > 0;
    // Who has no queue is asked nothing, not even whether a lease of theirs lies in the mailbox.
    if (!waits && !(await parts.leaseMark.read())) {
      last = null;
      return;
    }
    if (waits) await parts.leaseMark.write(true);
    const first = await runner.run();
    // The last mail has left: another run gives the lease back, and the draft that it is goes.
    const isOver = first.nextAt === null && first.standing.kind === 'running';
    const outcome = isOver ? await runner.run() : first;
    if (outcome.standing.kind === 'idle') await parts.leaseMark.write(false);
    last = { of: group.account, outcome };
    if (outcome.nextAt !== null) parts.times.at(outcome.nextAt);
    parts.changed();
  }

  const runs = singleFlight(runOnce);
  return {
    group: async () => (await current())?.queue.group ?? null,
    lastRun: () => (last !== null && last.of === connected ? last.outcome : null),
    run: () => runs.run(),
    isSendingWithin(ms) {
      if (runs.running()) return true;
      const nextAt = last?.outcome.nextAt ?? null;
      const isOurs = last?.outcome.standing.kind === 'running';
      return isOurs && nextAt !== null && nextAt - parts.clock() < ms;
    },
  };
}
