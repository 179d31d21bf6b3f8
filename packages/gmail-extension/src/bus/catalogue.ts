import type { ConnectOutcome, PanelStatus } from '@postrider/shared/application/panel';
import type { SaveClientOutcome, SettingsView } from '@postrider/shared/application/settings';
import type { MailEvent } from '@postrider/shared/domain/analytics/event';
import { branded } from '@postrider/shared/domain/brand';
import {
  type EventId,
  mailboxAddress,
  type MailboxMessageId,
  type ThreadId,
} from '@postrider/shared/domain/ids';
import * as v from 'valibot';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const address = text(320);
const mailbox = v.pipe(address, v.transform(mailboxAddress));
const draftKey = v.pipe(v.string(), v.regex(/^msg-[a-z]:[\w:-]{1,80}$/));
const gmailId = v.pipe(v.string(), v.regex(/^[0-9a-f]{1,32}$/));
const threadId = v.pipe(gmailId, v.transform(branded<ThreadId>));
const nothing = v.strictObject({});

/** What the script in Gmail's page may ask. `account` is the address the page itself shows. */
export const pageRequests = {
  /** What the strip shows; changes nothing. `draftKey` is null until Gmail has named the draft. */
  'compose-state': v.strictObject({ account: mailbox, draftKey: v.nullable(draftKey) }),
  /** The draft stands in a compose window: the first time it gets its mailId, after a send it was taken back. */
  'compose-opened': v.strictObject({ account: mailbox, draftKey }),
  'compose-switched': v.strictObject({ account: mailbox, draftKey, follow: v.boolean() }),
  /** Gmail is sending it. */
  'compose-leaving': v.strictObject({
    account: mailbox,
    draftKey,
    follow: v.boolean(),
    recipients: v.pipe(v.array(address), v.maxLength(2000), v.readonly()),
    subject: text(2000),
    threadId: v.nullable(threadId),
  }),
  /** Gmail has answered the send and named the message. */
  'compose-sent': v.strictObject({
    account: mailbox,
    draftKey,
    mailboxMessageId: v.pipe(gmailId, v.transform(branded<MailboxMessageId>)),
    threadId,
  }),
  /** Gmail refused the send, or something cancelled it. */
  'compose-not-sent': v.strictObject({ account: mailbox, draftKey }),
  'open-panel': nothing,
} as const;

/** Why a compose window's mail can or cannot be followed. */
export type ComposeStanding =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'reconnect-needed' }
  | { readonly kind: 'other-account'; readonly connected: string };

/** What the strip under a compose window shows. */
export type ComposeState = { readonly standing: ComposeStanding; readonly follow: boolean };

/** What the worker answers the page. */
export type PageAnswers = {
  readonly 'compose-state': ComposeState;
  readonly 'compose-opened': null;
  readonly 'compose-switched': null;
  readonly 'compose-leaving': null;
  readonly 'compose-sent': null;
  readonly 'compose-not-sent': null;
  readonly 'open-panel': null;
};

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
        id: v.pipe(text(200), v.transform(branded<EventId>)),
      }),
    ),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  connect: nothing,
  disconnect: nothing,
  'look-now': nothing,
  'open-mail': v.strictObject({ account: mailbox, threadId }),
  settings: nothing,
  'save-client': v.strictObject({ id: text(500), secret: text(500) }),
  'save-follow-by-default': v.strictObject({ follow: v.boolean() }),
  'clear-evidence': nothing,
} as const;

/** What the worker answers our own pages. */
export type PanelAnswers = {
  readonly status: PanelStatus;
  readonly feed: readonly MailEvent[];
  readonly connect: ConnectOutcome;
  readonly disconnect: null;
  readonly 'look-now': null;
  readonly 'open-mail': null;
  readonly settings: SettingsView;
  readonly 'save-client': SaveClientOutcome;
  readonly 'save-follow-by-default': null;
  readonly 'clear-evidence': null;
};

type ReadonlyList<Value> = Value extends (infer Item)[] ? readonly Item[] : Value;

type WithReadonlyLists<Request> = {
  readonly [Name in keyof Request]: ReadonlyList<Request[Name]>;
};

type Requests<Schemas extends Record<string, v.GenericSchema>> = {
  readonly [Kind in keyof Schemas]: WithReadonlyLists<v.InferInput<Schemas[Kind]>>;
};

/** What Gmail's page sends, by kind. */
export type PageRequests = Requests<typeof pageRequests>;

/** What our own pages send, by kind. */
export type PanelRequests = Requests<typeof panelRequests>;
