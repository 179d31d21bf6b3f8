import type { MailEvent } from '../../domain/analytics/event.ts';
import type { MailboxAddress } from '../../domain/ids.ts';
import type { SuppressionCause } from '../../domain/sending/send-guard.ts';
import { gateAfterRefusal } from '../../domain/sending/sending-gate.ts';
import { nextDecidedAt } from '../decisions/new-decision.ts';
import type { Clock } from '../ports/clock.ts';
import type { DecisionLog } from '../ports/decision-log.ts';
import type { SendLedgers } from '../ports/send-ledger.ts';
import type { PutBack } from '../run-queue/put-back.ts';
import { retryTimeIn } from './retry-time.ts';

/** What consequences work with. */
export type ConsequenceParts = {
  readonly account: MailboxAddress;
  readonly decisions: DecisionLog;
  readonly ledgers: SendLedgers;
  readonly clock: Clock;
  /** What follows for the queue; absent = there is none. */
  readonly putBack?: PutBack;
};

/**
 * What follows from the events of one notice. Called again with the same events it changes nothing, so that a worker
 * which is ended between two writes may repeat it. `match`: the id of the hand match that the events rest on.
 */
export async function applyConsequences(
  parts: ConsequenceParts,
  events: readonly MailEvent[],
  sentAt: number,
  match: string | null = null,
): Promise<void> {
  for (const event of events) {
    const cause = causeToSuppress(event);
    if (cause !== null) await suppressFor(parts, event, cause, match);
    if (event.kind === 'not-sent' && event.reason === 'sender-limit') {
      await raiseGate(parts, event, sentAt);
    }
    if (event.kind === 'not-sent' || event.kind === 'bounced') await parts.putBack?.(event);
  }
}

/** Only what is proved suppresses: a bounce for good, and a complaint. A doubt is shown as "on hold" instead. */
function causeToSuppress(event: MailEvent): SuppressionCause | null {
  if (event.person.address === '') return null;
  if (event.kind === 'complained') return event.doubt === undefined ? 'complained' : null;
  if (event.kind !== 'bounced') return null;
  return event.bounce.hard && event.bounce.doubt === undefined ? 'bounced' : null;
}

async function suppressFor(
  { decisions, clock }: ConsequenceParts,
  event: MailEvent,
  because: SuppressionCause,
  match: string | null,
): Promise<void> {
  await decisions.append({
    v: 1,
    id: ['suppress', event.id, ...(match === null ? [] : [match])].join(' '),
    decidedAt: await nextDecidedAt(decisions, clock),
    by: 'product',
    kind: 'suppress',
    address: event.person.address,
    because,
    eventId: event.id,
    why: event.kind === 'bounced' ? event.bounce.diagnostic : '',
  });
}

/** The recipient is fine: nothing more leaves in the background until the provider's time, and no contact is marked. */
async function raiseGate(
  { account, ledgers }: ConsequenceParts,
  event: Extract<MailEvent, { readonly kind: 'not-sent' }>,
  sentAt: number,
): Promise<void> {
  const before = await ledgers.gate(account);
  const gate = gateAfterRefusal(before, {
    at: event.occurredAt,
    sentAt,
    retryAt: retryTimeIn(event.detail.diagnostic),
    evidenceId: event.evidenceId,
  });
  if (gate !== before) await ledgers.raiseGate(account, gate);
}
