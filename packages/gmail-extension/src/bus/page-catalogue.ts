import type { ConnectOutcome } from '@postrider/shared/application/panel';
import { restingReasons } from '@postrider/shared/application/panel/health';
import type { SendBudget } from '@postrider/shared/domain/sending/budget';
import type { GuardedAddress, SendGuard } from '@postrider/shared/domain/sending/send-guard';
import * as v from 'valibot';

import {
  addresses,
  draftKey,
  mailbox,
  messageId,
  nothing,
  type Requests,
  text,
  threadId,
  wireMessageId,
} from './fields.ts';

const departure = {
  /** Null where nobody knows the rep's switch: the draft's own state holds. */
  follow: v.nullable(v.boolean()),
  recipients: addresses,
  subject: text(2000),
};

const names = {
  mailboxMessageId: messageId,
  threadId,
  /** Without brackets; null where only the API's ids are known. */
  messageId: v.nullable(wireMessageId),
};

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
    ...departure,
    threadId: v.nullable(threadId),
  }),
  /** Gmail has answered the send and named the message. */
  'compose-sent': v.strictObject({
    account: mailbox,
    draftKey,
    ...names,
  }),
  /** Gmail keeps it and sends it later, by itself. */
  'compose-scheduled': v.strictObject({ account: mailbox, draftKey, ...departure, ...names }),
  /** Gmail refused the send, or something cancelled it. */
  'compose-not-sent': v.strictObject({ account: mailbox, draftKey }),
  /** What to keep in memory, so that Send can be decided without asking. */
  'send-guard': v.strictObject({ account: mailbox }),
  /** The same for these recipients, where the guard does not hold everybody. */
  'guard-for': v.strictObject({ account: mailbox, recipients: addresses }),
  /** Whether mail of this tab is followed, and if not, why; `report` is for an admin and holds nothing of any mail. */
  'page-health': v.strictObject({
    reason: v.nullable(v.picklist(restingReasons)),
    report: text(60_000),
  }),
  /** The rep sends to these all the same: they come off the suppression list. `why` is their own note, or empty. */
  unsuppress: v.strictObject({ account: mailbox, addresses, why: text(500) }),
  'open-panel': nothing,
  /** Asks Google for the grant of this account anew. */
  reconnect: v.strictObject({ account: mailbox }),
  /** Connects this page's account; `replacing` is the one that the rep has agreed to disconnect for it. */
  'connect-as': v.strictObject({ account: mailbox, replacing: v.nullable(mailbox) }),
} as const;

/** Why a compose window's mail can or cannot be followed. */
export type ComposeStanding =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'reconnect-needed' }
  /** The company does not let this account be used here any more. */
  | { readonly kind: 'not-allowed' }
  /** `mayConnect`: the company lets the page's own account be connected in its place. */
  | {
      readonly kind: 'other-account';
      readonly connected: string;
      readonly mayConnect: boolean;
    }
  /** A newer version of this program wrote the database; nothing is touched. */
  | { readonly kind: 'newer-data' };

/** What the strip under a compose window shows. */
export type ComposeState = {
  readonly standing: ComposeStanding;
  readonly follow: boolean;
  /** Null where nothing is counted yet. */
  readonly budget: SendBudget | null;
  /** Addresses that leave by another company's server, not by Gmail; lower case. */
  readonly ownServerAliases: readonly string[];
};

/** What the worker answers the page. */
export type PageAnswers = {
  readonly 'compose-state': ComposeState;
  readonly 'compose-opened': null;
  readonly 'compose-switched': null;
  readonly 'compose-leaving': null;
  readonly 'compose-sent': null;
  readonly 'compose-scheduled': null;
  readonly 'compose-not-sent': null;
  readonly 'send-guard': SendGuard;
  readonly 'guard-for': readonly GuardedAddress[];
  readonly 'page-health': null;
  readonly unsuppress: null;
  readonly 'open-panel': null;
  readonly reconnect: null;
  readonly 'connect-as': ConnectOutcome;
};

/** What Gmail's page sends, by kind. */
export type PageRequests = Requests<typeof pageRequests>;
