import type {
  DeferredSending,
  KnownStanding,
  WaitingStanding,
} from '../deferred-send/deferred-send.ts';
import type { OutboxMail, OutboxState } from '../ports/outbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import { noteDeparted } from '../send-ledger/count-sent.ts';
import { become } from './become.ts';
import type { QueueParts } from './queue-parts.ts';

/** What recovering came to. */
export type Recovered = {
  /** Why it stopped before all was known; null = it did not. */
  readonly problem: CallFailure | null;
  /** When looking again is known to tell more; epoch ms; null = nothing is unclear. */
  readonly nextAt: number | null;
};

/** Asks for what the provider was to send by itself and is due, and takes over how each mail stands. */
export async function settleHeld(parts: QueueParts, deferred: DeferredSending): Promise<Recovered> {
  const { problem, nextAt } = await deferred.settle();
  await noteHeld(parts, deferred);
  return { problem, nextAt };
}

/**
 * Takes over how each mail stands that the provider was to send, from what is stored: all of them, since a run that was
 * ended may have heard of it and not written it down. It asks nobody, so it may be done while the way is closed.
 */
export async function noteHeld(
  parts: Pick<QueueParts, 'account' | 'outbox' | 'ledgers' | 'clock'>,
  deferred: DeferredSending,
): Promise<void> {
  const listed = new Map((await deferred.list()).map((mail) => [mail.mailId, mail]));
  for (const mail of await parts.outbox.open(parts.account)) {
    if (mail.state.kind !== 'held' && mail.state.kind !== 'handing-over') continue;
    const known = listed.get(mail.mailId);
    const standing = known?.standing ?? (await deferred.standing(mail.mailId));
    const state = stateBy(standing, mail, known?.leavesAt ?? mail.state.leavesAt, parts.clock());
    if (state === null) continue;
    // The watch may not have seen it in Sent yet, and it stops being counted as held now.
    if (state.kind === 'sent' && state.id !== null) {
      await noteDeparted(parts, { id: state.id, at: state.at, recipients: mail.recipients });
    }
    await become(parts, mail, state);
  }
}

/** What a mail is now; null = what it was. */
function stateBy(
  standing: KnownStanding | WaitingStanding,
  { state: before }: OutboxMail,
  leavesAt: number,
  now: number,
): OutboxState | null {
  switch (standing.kind) {
    case 'left':
      return { kind: 'sent', id: standing.id, at: leavesAt };
    case 'cancelled':
      return { kind: 'cancelled', by: 'person' };
    case 'gone':
      return { kind: 'cancelled', by: 'draft-deleted' };
    case 'held':
      return before.kind === 'held' && before.leavesAt === leavesAt
        ? null
        : { kind: 'held', leavesAt };
    case 'refused':
      return { kind: 'refused', reason: 'The provider refused it. Its draft is still there.' };
    // Its time passed before it was handed over, or it never was: its draft is looked for, and it is planned anew.
    case 'missed':
    case 'not-known':
      return { kind: 'drafting', since: now };
    case 'unclear':
      return { kind: 'unsure', since: leavesAt };
    case 'handing-over':
    case 'due':
    case 'cancelling':
      return null;
  }
}
