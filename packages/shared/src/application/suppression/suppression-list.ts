import type { MailEvent } from '../../domain/analytics/event.ts';
import type { BounceDoubt } from '../../domain/bounce/trust.ts';
import type { Suppression } from '../panel/suppression.ts';
import type { Decision } from '../ports/decision-log.ts';

/**
 * Who is suppressed or on hold, newest first. `decisions` in their order; `doubtful` are hard bounces and
 * complaints that nobody vouches for and that nothing has cleared. Evidence that somebody overruled puts nobody back, whatever came first.
 */
export function suppressionList(
  decisions: readonly Decision[],
  doubtful: readonly MailEvent[],
): readonly Suppression[] {
  const takenBack = new Set(
    decisions.flatMap((one) => (one.kind === 'put-back' ? one.decisionIds : [])),
  );
  const standing = decisions.filter(({ id }) => !takenBack.has(id));
  const overruled = new Set(
    standing.flatMap((one) => (one.kind === 'unsuppress' ? (one.eventIds ?? []) : [])),
  );
  const list = new Map<string, Suppression>();
  for (const decision of standing) {
    if (decision.kind === 'unsuppress') list.delete(decision.address);
    if (decision.kind !== 'suppress') continue;
    const { address, because, by, why, decidedAt, eventId = null } = decision;
    if (eventId !== null && overruled.has(eventId)) continue;
    list.set(address, {
      address,
      because,
      by,
      why,
      eventId,
      since: decidedAt,
      status: 'suppressed',
    });
  }
  for (const event of doubtful) {
    const doubt = doubtOf(event);
    const because = event.kind === 'complained' ? 'complained' : 'bounced';
    const { address } = event.person;
    if (overruled.has(event.id)) continue;
    if (list.has(address)) continue;
    list.set(address, {
      address,
      since: event.observedAt,
      by: 'product',
      because,
      why: event.kind === 'bounced' ? event.bounce.diagnostic : '',
      eventId: event.id,
      status: 'on-hold',
      ...(doubt === undefined ? {} : { doubt }),
    });
  }
  return [...list.values()].toSorted((one, other) => other.since - one.since);
}

function doubtOf(event: MailEvent): BounceDoubt | undefined {
  if (event.kind === 'complained') return event.doubt;
  return event.kind === 'bounced' ? event.bounce.doubt : undefined;
}
