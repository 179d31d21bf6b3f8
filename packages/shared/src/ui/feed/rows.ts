import type { FollowedMail } from '../../application/ports/followed-mails.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import { startOfDay, startOfDayBefore } from '../time/times.ts';

/** A day of the feed: `at` is its first instant, epoch ms. */
export type Day = { readonly kind: 'today' | 'yesterday' | 'date'; readonly at: number };

/** One row of the feed. `day` is set on the first entry of a day. */
export type Row =
  | { readonly kind: 'leaving'; readonly key: string; readonly mail: FollowedMail }
  | {
      readonly kind: 'event';
      readonly key: string;
      readonly event: MailEvent;
      readonly day: Day | null;
    };

/** The rows of a feed, newest first: what is leaving, then the events with the head of each day. */
export function rowsOf(
  events: readonly MailEvent[],
  leaving: readonly FollowedMail[],
  now: number,
): readonly Row[] {
  const pending = leaving.map((mail): Row => ({ kind: 'leaving', key: mail.mailId, mail }));
  const today = startOfDay(now);
  const yesterday = startOfDayBefore(now);
  let dayBegan = Infinity;
  const names = namesIn(events);
  const happened = events.map((told): Row => {
    const event = withKnownName(told, names);
    const row = { kind: 'event', key: event.id, event, day: null } as const;
    if (event.occurredAt >= dayBegan) return row;
    dayBegan = startOfDay(event.occurredAt);
    // A clock that runs ahead must not give tomorrow a head of its own.
    if (dayBegan >= today) {
      dayBegan = today;
      return { ...row, day: { kind: 'today', at: today } };
    }
    return { ...row, day: { kind: dayBegan === yesterday ? 'yesterday' : 'date', at: dayBegan } };
  });
  return [...pending, ...happened];
}

/** Names by address, as people signed the mail that came from them. */
function namesIn(events: readonly MailEvent[]): ReadonlyMap<string, string> {
  const named = events.filter(
    ({ kind, person }) => (kind === 'replied' || kind === 'auto-replied') && person.name !== '',
  );
  return new Map(
    named.toReversed().map(({ person }) => [person.address.toLowerCase(), person.name]),
  );
}

/** Mail that was written to a bare address names its first recipient where another entry knows the name. */
function withKnownName(event: MailEvent, names: ReadonlyMap<string, string>): MailEvent {
  if (event.kind !== 'sent') return event;
  const [first, ...others] = event.recipients;
  if (first === undefined || first.name !== '') return event;
  const name = names.get(first.address.toLowerCase());
  return name === undefined
    ? event
    : { ...event, recipients: [{ address: first.address, name }, ...others] };
}
