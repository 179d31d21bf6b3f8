import type { ConnectOutcome, PanelStatus } from '@postrider/shared/application/panel';
import type { Suppression } from '@postrider/shared/application/panel/suppression';
import type {
  MatchOutcome,
  UnmatchedNotice,
} from '@postrider/shared/application/panel/unmatched-notice';
import type { TestMailOutcome } from '@postrider/shared/application/send-test-mail/send-test-mail';
import type { SaveClientOutcome, SettingsView } from '@postrider/shared/application/settings';
import type { AddressStanding } from '@postrider/shared/domain/analytics/address-standing';
import type { MailEvent } from '@postrider/shared/domain/analytics/event';
import { branded } from '@postrider/shared/domain/brand';
import type { EventId } from '@postrider/shared/domain/ids';
import type { GuardedAddress, SendGuard } from '@postrider/shared/domain/sending/send-guard';
import * as v from 'valibot';

import {
  address,
  addresses,
  mailbox,
  messageId,
  nothing,
  type Requests,
  text,
  threadId,
} from './fields.ts';
import { type QueueAnswers, queueRequests } from './queue-catalogue.ts';

const eventId = v.pipe(text(200), v.transform(branded<EventId>));

const eventKinds = v.picklist([
  'sent',
  'not-sent',
  'bounced',
  'delayed',
  'replied',
  'auto-replied',
  'complained',
]);

/** What our own pages may ask. */
export const panelRequests = {
  status: nothing,
  feed: v.strictObject({
    kinds: v.exactOptional(v.pipe(v.array(eventKinds), v.readonly())),
    text: v.exactOptional(text(500)),
    from: v.exactOptional(v.number()),
    before: v.exactOptional(
      v.strictObject({
        occurredAt: v.number(),
        id: eventId,
      }),
    ),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  connect: nothing,
  disconnect: nothing,
  'look-now': nothing,
  'open-mail': v.strictObject({ account: mailbox, threadId }),
  suppressions: nothing,
  suppress: v.strictObject({ address, why: text(500) }),
  unsuppress: v.strictObject({ address, why: text(500) }),
  'put-back': v.strictObject({ address }),
  unmatched: nothing,
  'match-notice': v.strictObject({ noticeId: messageId, sentEventId: eventId }),
  'unmatch-notice': v.strictObject({ noticeId: messageId }),
  'dismiss-notice': v.strictObject({ noticeId: messageId }),
  'send-guard': nothing,
  'guard-for': v.strictObject({ recipients: addresses }),
  standing: v.strictObject({ address }),
  recount: nothing,
  settings: nothing,
  'stored-events': nothing,
  'save-client': v.strictObject({ id: text(500), secret: text(500) }),
  'save-follow-by-default': v.strictObject({ follow: v.boolean() }),
  'clear-evidence': nothing,
  'end-first-run': nothing,
  'send-test-mail': v.strictObject({ subject: text(500), text: text(5000) }),
  'health-report': nothing,
  ...queueRequests,
} as const;

/** What the worker answers our own pages. */
export type PanelAnswers = QueueAnswers & {
  readonly status: PanelStatus;
  readonly feed: readonly MailEvent[];
  readonly connect: ConnectOutcome;
  readonly disconnect: null;
  readonly 'look-now': null;
  readonly 'open-mail': null;
  readonly suppressions: readonly Suppression[];
  readonly suppress: null;
  readonly unsuppress: null;
  readonly 'put-back': null;
  readonly unmatched: readonly UnmatchedNotice[];
  readonly 'match-notice': MatchOutcome;
  readonly 'unmatch-notice': null;
  readonly 'dismiss-notice': null;
  readonly 'send-guard': SendGuard;
  readonly 'guard-for': readonly GuardedAddress[];
  readonly standing: AddressStanding;
  readonly recount: null;
  readonly settings: SettingsView;
  readonly 'stored-events': number | null;
  readonly 'save-client': SaveClientOutcome;
  readonly 'save-follow-by-default': null;
  readonly 'clear-evidence': null;
  readonly 'end-first-run': null;
  readonly 'send-test-mail': TestMailOutcome;
  readonly 'health-report': string;
};

/** What our own pages send, by kind. */
export type PanelRequests = Requests<typeof panelRequests>;
