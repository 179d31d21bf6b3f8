import type { Suppression } from '../../application/panel/suppression.ts';
import type { EventId } from '../../domain/ids.ts';

const indexes = new WeakMap<readonly Suppression[], ReadonlyMap<EventId | null, Suppression>>();

/** The suppression that rests on an event, or null. Every entry asks, so each list is indexed once. */
export function suppressionFor(
  list: readonly Suppression[] | null,
  eventId: EventId,
): Suppression | null {
  if (list === null) return null;
  const known = indexes.get(list);
  const index = known ?? new Map(list.map((one) => [one.eventId, one]));
  if (known === undefined) indexes.set(list, index);
  return index.get(eventId) ?? null;
}
