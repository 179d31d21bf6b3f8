import type { FeedQuery } from '../../application/ports/event-log.ts';
import type { EventKind } from '../../domain/analytics/event.ts';
import { startOfDay } from '../time/times.ts';

/** The choices of kind, in the order they are offered. */
export const feedKinds = [
  'all',
  'replies',
  'bounces',
  'sent',
  'delayed',
  'not-sent',
  'auto-replies',
  'complaints',
] as const;

/** The choices of time, in the order they are offered. */
export const feedTimes = ['any', 'today', 'week', 'month'] as const;

/** One choice of kind. */
export type FeedKind = (typeof feedKinds)[number];

/** One choice of time. */
export type FeedTime = (typeof feedTimes)[number];

/** What the rep wants to see of the feed. `text` is found in people and subjects. */
export type FeedFilter = {
  readonly kind: FeedKind;
  readonly time: FeedTime;
  readonly text: string;
};

/** The filter that lets everything through. */
export const everything: FeedFilter = { kind: 'all', time: 'any', text: '' };

const eventKindOf: Record<Exclude<FeedKind, 'all'>, EventKind> = {
  replies: 'replied',
  bounces: 'bounced',
  sent: 'sent',
  delayed: 'delayed',
  'not-sent': 'not-sent',
  'auto-replies': 'auto-replied',
  complaints: 'complained',
};

const dayMs = 86_400_000;

/** Whether a filter holds anything back. */
export function isFiltered(filter: FeedFilter): boolean {
  return filter.kind !== 'all' || filter.time !== 'any' || filter.text.trim() !== '';
}

/** The filter as conditions of the event log; `now` in epoch ms. */
export function conditionsOf(
  filter: FeedFilter,
  now: number,
): Pick<FeedQuery, 'kinds' | 'text' | 'from'> {
  const from = fromOf(filter.time, now);
  const text = filter.text.trim();
  return {
    ...(filter.kind === 'all' ? {} : { kinds: [eventKindOf[filter.kind]] }),
    ...(text === '' ? {} : { text }),
    ...(from === null ? {} : { from }),
  };
}

function fromOf(time: FeedTime, now: number): number | null {
  switch (time) {
    case 'any':
      return null;
    case 'today':
      return startOfDay(now);
    case 'week':
      return now - 7 * dayMs;
    case 'month':
      return now - 30 * dayMs;
  }
}
