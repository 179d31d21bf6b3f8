import type { DBSchema } from 'idb';

import type { Grant } from '../../application/ports/authorization.ts';
import type { Decision } from '../../application/ports/decision-log.ts';
import type { FollowedMail } from '../../application/ports/followed-mails.ts';
import type { WatchState } from '../../application/ports/watch-state.ts';
import type { EventKind, MailEvent } from '../../domain/analytics/event.ts';
import type { MailboxAddress } from '../../domain/ids.ts';

/** An event with what its indexes need. */
export type EventRow = {
  readonly event: MailEvent;
  /** `occurredAt` below zero: an index can be read in pages from its small end only, and the feed wants the newest first. */
  readonly newestFirst: number;
  /** "mailbox address" of each recipient of a `sent` event; empty for other kinds. */
  readonly sentTo: readonly string[];
};

/** The state of the watch under its mailbox. */
export type WatchStateRow = { readonly mailbox: MailboxAddress; readonly state: WatchState };

/** The shape of the newest version; migrations.ts tells how each version came about. */
export type PostriderSchema = DBSchema & {
  events: {
    key: string;
    value: EventRow;
    indexes: {
      feed: [MailboxAddress, number, string];
      feedByKind: [MailboxAddress, EventKind, number, string];
      byMessageId: [MailboxAddress, EventKind, string];
      byThread: [MailboxAddress, EventKind, string, number];
      bySupersedes: string;
      byMailId: string;
      bySentTo: string;
    };
  };
  decisions: { key: string; value: Decision; indexes: { byTime: number } };
  followedMails: {
    key: string;
    value: FollowedMail;
    indexes: {
      byDraft: [MailboxAddress, string];
      byMailboxMessageId: [MailboxAddress, string];
      byState: [MailboxAddress, FollowedMail['state']];
    };
  };
  watchStates: { key: string; value: WatchStateRow };
  grants: { key: string; value: Grant };
};
