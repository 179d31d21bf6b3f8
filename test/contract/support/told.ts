import type { MailEvent } from '@postrider/shared/domain/analytics/event';

/** What a person would see of these events, whatever their ids: they differ from one sandbox to the next. Sorted. */
export function told(events: readonly MailEvent[]): readonly string[] {
  return events
    .map((event) =>
      [event.kind, event.person.address, event.subject, event.mailId === null].join(' '),
    )
    .toSorted();
}
