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
  const happened = events.map((event): Row => {
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
