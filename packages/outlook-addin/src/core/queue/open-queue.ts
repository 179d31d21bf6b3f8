import type { FollowedMails } from '@postrider/shared/application/ports/followed-mails';

import { clock, newId } from '../platform.ts';
import { deviceName } from './device-name.ts';
import { createMailboxQueue, type MailboxQueueParts } from './mailbox-queue.ts';
import { createPaneQueue, type PaneQueue, type PaneQueueParts } from './pane-queue.ts';
import { tellingProgress } from './telling-progress.ts';

/** What the queue of the open mailbox is put together from. */
export type OpenQueueParts = Omit<MailboxQueueParts, 'device' | 'locks'> &
  Pick<PaneQueueParts, 'kept' | 'times' | 'isConnected' | 'changed'> & {
    readonly followed: FollowedMails;
  };

/** Puts the queue of the open mailbox together. */
export function openQueue(parts: OpenQueueParts): PaneQueue {
  const locks = 'locks' in navigator ? navigator.locks : null;
  const queue = createMailboxQueue({
    ...parts,
    deferred: tellingProgress(parts.deferred, parts.changed, clock),
    device: locks === null ? newId() : deviceName(parts.kept, newId),
    locks,
  });
  return createPaneQueue({ ...parts, ...queue });
}
