import type { DBSchema } from 'idb';

import type { Grant } from '../../application/ports/authorization.ts';
import type { Decision } from '../../application/ports/decision-log.ts';
import type { FollowedMail } from '../../application/ports/followed-mails.ts';
import type { GroupMail, OutboxMail } from '../../application/ports/outbox.ts';
import type { SendLedger } from '../../application/ports/send-ledger.ts';
import type { KeptNotice } from '../../application/ports/unmatched-notices.ts';
import type { WatchState } from '../../application/ports/watch-state.ts';
import type { EventKind, MailEvent } from '../../domain/analytics/event.ts';
import type { GroupId, MailboxAddress, MailboxMessageId } from '../../domain/ids.ts';
import type { SendingGate } from '../../domain/sending/sending-gate.ts';

/** An event with what its indexes need. */
export type EventRow = {
  readonly event: MailEvent;
  /** `occurredAt` below zero: an index can be read in pages from its small end only, and the feed wants the newest first. */
  readonly newestFirst: number;
  /** "mailbox address" of each recipient of a `sent` event; empty for other kinds. */
  readonly sentTo: readonly string[];
  /** The mailbox, in hard bounces that nobody vouches for only: an index leaves out rows without it. */
  readonly doubtIn?: MailboxAddress;
};

/** What left a mailbox, under its mailbox. */
export type SendLedgerRow = { readonly mailbox: MailboxAddress; readonly ledger: SendLedger };

/** Whether a mailbox may send, under its mailbox. */
export type SendingGateRow = { readonly mailbox: MailboxAddress; readonly gate: SendingGate };

/** The state of the watch under its mailbox. */
export type WatchStateRow = { readonly mailbox: MailboxAddress; readonly state: WatchState };

/** A mail of the outbox with what its indexes need. */
export type OutboxRow = {
  readonly mail: OutboxMail;
  /** The mailbox, while the mail is not done: an index leaves out rows without it. */
  readonly openIn?: MailboxAddress;
  /** The place of its class: by hand before scheduled before bulk. */
  readonly classNo: number;
};

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
      byPerson: [MailboxAddress, EventKind, string, number];
      byEvidence: [MailboxAddress, string];
      byDoubt: [MailboxAddress, number];
    };
  };
  decisions: {
    key: string;
    value: Decision;
    indexes: { byTime: number; byNotice: [MailboxAddress, string, number] };
  };
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
  unmatchedNotices: {
    key: [MailboxAddress, MailboxMessageId];
    value: KeptNotice;
    indexes: { byTime: [MailboxAddress, number] };
  };
  sendLedgers: { key: string; value: SendLedgerRow };
  sendingGates: { key: string; value: SendingGateRow };
  groupMails: { key: string; value: GroupMail; indexes: { byMailbox: MailboxAddress } };
  outbox: {
    key: string;
    value: OutboxRow;
    indexes: { open: [MailboxAddress, number, number]; byGroup: [GroupId, number] };
  };
};
