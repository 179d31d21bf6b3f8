import type {
  Forecast,
  GroupSource,
  ListCheck,
  Preview,
  QueueEntry,
  QueueView,
  StartOutcome,
} from '@postrider/shared/application/panel/queue';
import { branded } from '@postrider/shared/domain/brand';
import { type GroupId, isMailId } from '@postrider/shared/domain/ids';
import * as v from 'valibot';

import { nothing, text } from './fields.ts';

const mail = v.pipe(text(22), v.guard(isMailId));

/** Of the same shape as a mailId. */
const group = v.pipe(text(22), v.check(isMailId), v.transform(branded<GroupId>));

/** A draft's id as the Gmail API has it (`r-8231…`). */
const source = v.pipe(text(100), v.regex(/^[\w-]+$/));

/** As much as the reader of lists reads: 10,000 rows of a page each. Chrome carries 64 MiB in one message. */
const mostListChars = 20_000_000;

const list = v.strictObject({
  text: text(mostListChars),
  addressColumn: v.exactOptional(text(1000)),
});

const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));

const states = v.picklist([
  'waiting',
  'drafting',
  'drafted',
  'sending',
  'handing-over',
  'held',
  'sent',
  'unsure',
  'refused',
  'cancelled',
]);

/** What our own pages may ask about mail that leaves in the background. */
export const queueRequests = {
  queue: nothing,
  'queue-entries': v.strictObject({
    group: v.exactOptional(v.nullable(group)),
    states: v.exactOptional(v.pipe(v.array(states), v.maxLength(20), v.readonly())),
    limit: count(1000),
    offset: count(1_000_000),
  }),
  'queue-pause': v.strictObject({ group: v.union([v.literal('all'), group]) }),
  'queue-resume': v.strictObject({ group: v.union([v.literal('all'), group]) }),
  'queue-cancel': v.union([v.strictObject({ group }), v.strictObject({ mail })]),
  'queue-send-next': v.strictObject({ mail }),
  'queue-decide': v.strictObject({ mail, has: v.picklist(['left', 'not-left']) }),
  'group-sources': nothing,
  'group-check': v.strictObject({ source, list }),
  'group-preview': v.strictObject({ source, list, row: count(1_000_000) }),
  'group-forecast': v.strictObject({ source, list }),
  'group-start': v.strictObject({ source, list }),
} as const;

/** What the worker answers them. */
export type QueueAnswers = {
  readonly queue: QueueView;
  readonly 'queue-entries': readonly QueueEntry[];
  readonly 'queue-pause': null;
  readonly 'queue-resume': null;
  readonly 'queue-cancel': null;
  readonly 'queue-send-next': null;
  readonly 'queue-decide': null;
  readonly 'group-sources': readonly GroupSource[];
  readonly 'group-check': ListCheck;
  readonly 'group-preview': Preview | null;
  readonly 'group-forecast': Forecast;
  readonly 'group-start': StartOutcome;
};
