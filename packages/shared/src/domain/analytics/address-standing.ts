import type { MailEvent } from './event.ts';

/** How things stand with an address, derived from all events about it; nothing of it is stored. */
export type AddressStanding =
  /** Nothing is known against it. */
  | { readonly kind: 'fine' }
  /** A server keeps trying; null = it did not say until when. */
  | { readonly kind: 'delayed'; readonly until: number | null; readonly since: number }
  /** The last mail bounced, and another may arrive. */
  | { readonly kind: 'soft-bounced'; readonly since: number }
  /** Bounced for good, as far as a notice says. */
  | { readonly kind: 'hard-bounced'; readonly since: number }
  /** It bounced or was late before, and this cleared it. */
  | { readonly kind: 'cleared'; readonly by: 'reply' | 'later-mail' | 'time'; readonly at: number };

/**
 * Within this time a mail has bounced or has arrived, ms: servers give up after up to five days (RFC 5321 section
 * 4.5.4.1), Gmail after three.
 */
const settledAfterMs = 5 * 24 * 3_600_000;

/** Where a delay notice names a time, the last word comes at most so much later, ms. */
const lastWordMs = 24 * 3_600_000;

/** Whether a later sign of life takes back what a bounce or delay said: somebody answered from that address. */
export function isClearedBy(trouble: MailEvent, sign: MailEvent): boolean {
  return (
    (sign.kind === 'replied' || sign.kind === 'auto-replied') &&
    sign.person.address === trouble.person.address &&
    sign.occurredAt > trouble.occurredAt
  );
}

/**
 * Judges one address by the events about it, in any order. A reply clears everything; a later mail that did not bounce
 * clears a soft bounce, and so does the end of a delay that brought no bounce.
 */
export function addressStanding(events: readonly MailEvent[], now: number): AddressStanding {
  const inOrder = events.toSorted((one, other) => one.occurredAt - other.occurredAt);
  const trouble = inOrder.findLast((event) => event.kind === 'bounced' || event.kind === 'delayed');
  if (trouble === undefined) return { kind: 'fine' };
  const answer = inOrder.find((event) => isClearedBy(trouble, event));
  if (answer) return { kind: 'cleared', by: 'reply', at: answer.occurredAt };
  const since = trouble.occurredAt;
  if (trouble.kind === 'bounced' && trouble.bounce.hard) return { kind: 'hard-bounced', since };
  const arrived = inOrder.find(
    (event) =>
      event.kind === 'sent' && event.occurredAt > since && event.occurredAt + settledAfterMs <= now,
  );
  if (arrived) return { kind: 'cleared', by: 'later-mail', at: arrived.occurredAt };
  if (trouble.kind !== 'delayed') return { kind: 'soft-bounced', since };
  const until = trouble.retryUntil;
  const end = until === null ? since + settledAfterMs : until + lastWordMs;
  return now >= end ? { kind: 'cleared', by: 'time', at: end } : { kind: 'delayed', until, since };
}
