import type { OutboxMail } from '../ports/outbox.ts';
import type { QueueParts } from './queue-parts.ts';

/** Whether nobody has cancelled, paused or changed a mail since it was read: a person may do so between any two steps. */
export async function isStillWanted(
  { outbox }: Pick<QueueParts, 'outbox'>,
  { mailId, group, state }: OutboxMail,
): Promise<boolean> {
  const now = await outbox.mail(mailId);
  if (now?.state.kind !== state.kind) return false;
  return group === null || (await outbox.group(group.id))?.state.kind === 'running';
}
