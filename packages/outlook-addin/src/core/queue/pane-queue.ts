import { restoreGroups } from '@postrider/shared/application/group-mail/restore';
import type { QueueBackend } from '@postrider/shared/application/panel/queue';
import { createQueueBackend } from '@postrider/shared/application/panel/queue-backend';
import type { EventLog } from '@postrider/shared/application/ports/event-log';
import type { FollowedMails } from '@postrider/shared/application/ports/followed-mails';
import { createPutBack, type PutBack } from '@postrider/shared/application/run-queue/put-back';
import type { RunOutcome } from '@postrider/shared/application/run-queue/queue-runner';
import type { LookTimes } from '@postrider/shared/application/watch-mailbox/current-watch';
import { singleFlight } from '@postrider/shared/application/watch-mailbox/single-flight';

import type { KeyValues } from '../../storage/key-values.ts';
import { clock } from '../platform.ts';
import type { MailboxQueue } from './mailbox-queue.ts';

/** What the pane's queue works with. */
export type PaneQueueParts = MailboxQueue & {
  readonly events: Pick<EventLog, 'byId'>;
  readonly followed: FollowedMails;
  readonly kept: KeyValues;
  /** Whether the mailbox is connected and its company still lets it be. */
  readonly isConnected: () => Promise<boolean>;
  readonly times: LookTimes;
  /** Something has left, or stands otherwise. */
  readonly changed: () => void;
};

/** Mail that leaves in the background, as far as the pane has to do with it. */
export type PaneQueue = {
  readonly backend: QueueBackend;
  /** Mail that Exchange held back for the sender's limit goes back into the queue. */
  readonly putBack: PutBack;
  /** Does what is due and makes the appointment for the next run; nothing where nothing waits. */
  run(): Promise<void>;
};

/** Makes it. Runs never overlap, and one that is asked for during another follows it. */
export function createPaneQueue(parts: PaneQueueParts): PaneQueue {
  const { group, runner, kept, times, changed } = parts;
  const { account, outbox } = group;
  // A lease that a pane before this one left behind is given back once nothing waits any more.
  const leaseKey = `lease ${account}`;
  let last: RunOutcome | null = null;

  async function runOnce(): Promise<void> {
    if (!(await parts.isConnected())) return;
    await restoreOnce(parts);
    const waits = (await outbox.open(account)).length > 0;
    if (!waits && kept.read(leaseKey) !== 'held') {
      last = null;
      return;
    }
    kept.write(leaseKey, 'held');
    last = await runner.run();
    if (last.standing.kind === 'idle') kept.write(leaseKey, '');
    if (last.nextAt !== null) times.at(last.nextAt);
    changed();
  }

  const runs = singleFlight(runOnce);
  const runSoon = () => {
    changed();
    void runs.run().catch(reportError);
  };
  return {
    backend: createQueueBackend({
      group: async () => ((await parts.isConnected()) ? group : null),
      lastRun: () => last,
      changed: runSoon,
    }),
    putBack: createPutBack({ ...parts, outbox, clock, changed: runSoon }),
    run: () => runs.run(),
  };
}

/** Where this browser has no store of the mailbox's queue, or has lost it, group mails are read again from their drafts. */
async function restoreOnce({ group, kept }: PaneQueueParts): Promise<void> {
  const key = `queue read ${group.account}`;
  const storage = kept.read(storageKey) ?? '';
  if (kept.read(key) === storage) return;
  const { problem } = await restoreGroups(group);
  if (problem === null) kept.write(key, storage);
}

const storageKey = 'storage';

/** Notes that the browser's storage was made anew, so that what it held of queues is read again from the mailboxes. */
export function noteNewStorage(kept: KeyValues): void {
  kept.write(storageKey, String(clock()));
}
