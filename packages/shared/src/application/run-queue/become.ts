import type { OutboxMail, OutboxState } from '../ports/outbox.ts';
import type { QueueParts } from './queue-parts.ts';

/** Writes down how far a mail has come, and gives it back so. */
export async function become(
  { outbox, clock }: Pick<QueueParts, 'outbox' | 'clock'>,
  mail: OutboxMail,
  state: OutboxState,
): Promise<OutboxMail> {
  const changed: OutboxMail = { ...mail, state, changedAt: clock() };
  await outbox.put([changed]);
  return changed;
}
