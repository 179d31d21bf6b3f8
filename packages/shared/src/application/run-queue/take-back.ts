import type { OutboxMail, OutboxState } from '../ports/outbox.ts';
import { become } from './become.ts';
import type { QueueParts } from './queue-parts.ts';

type TakeParts = Pick<QueueParts, 'outbox' | 'mailbox' | 'carriage' | 'clock'>;

/**
 * Takes mails back that have not left: those that wait at once, then their drafts, then what the provider holds. What is
 * just being sent, and what nobody knows of, stays as it is.
 */
export async function cancelMails(parts: TakeParts, mails: readonly OutboxMail[]): Promise<void> {
  const cancelled: OutboxState = { kind: 'cancelled', by: 'person' };
  const waiting = mails.filter(({ state }) => state.kind === 'waiting' || state.kind === 'drafted');
  const now = parts.clock();
  await parts.outbox.put(waiting.map((mail) => ({ ...mail, state: cancelled, changedAt: now })));
  for (const { state } of waiting) {
    if (state.kind === 'drafted') await parts.mailbox.drafts.remove(state.draftId);
  }
  await takeBackHeld(parts, mails, cancelled);
}

/** Takes back what the provider holds, so that a paused group keeps still; it waits again. */
export async function unhandMails(parts: TakeParts, mails: readonly OutboxMail[]): Promise<void> {
  await takeBackHeld(parts, mails, { kind: 'waiting' });
}

async function takeBackHeld(
  parts: TakeParts,
  mails: readonly OutboxMail[],
  then: OutboxState,
): Promise<void> {
  const { carriage } = parts;
  if (carriage.kind !== 'hand-over') return;
  // The next to leave is the likeliest to be too late.
  const held = mails
    .filter(({ state }) => state.kind === 'held' || state.kind === 'handing-over')
    .toSorted((one, other) => leavesAt(one) - leavesAt(other));
  for (const mail of held) {
    const outcome = await carriage.deferred.cancel(mail.mailId);
    switch (outcome.kind) {
      case 'cancelled':
      case 'not-known':
        await become(parts, mail, then);
        break;
      case 'left':
        await become(parts, mail, { kind: 'sent', id: null, at: leavesAt(mail) });
        break;
      case 'unconfirmed':
        // The wish is kept, and settling tells what came of it.
        break;
    }
  }
}

function leavesAt({ state }: OutboxMail): number {
  return 'leavesAt' in state ? state.leavesAt : 0;
}
