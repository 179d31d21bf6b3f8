import type { GroupId, MailId } from '../../domain/ids.ts';
import type { NamedLimit } from '../../domain/sending/plan-limits.ts';
import type { PlanLimit } from '../../domain/sending/plan/plan-input.ts';
import type { GroupMail, OutboxState } from '../ports/outbox.ts';

/** One mail of the queue as people see it. */
export type QueueEntry = {
  readonly mailId: MailId;
  readonly groupId: GroupId | null;
  readonly address: string;
  readonly name: string;
  readonly state: OutboxState;
  /** When it leaves by the plan, epoch ms; null = not planned (done, paused, or it can never leave). */
  readonly plannedAt: number | null;
  /** The limits that hold it until then, by their ids; empty = nothing holds it. */
  readonly because: readonly string[];
};

/** One group mail with how far it is. */
export type QueueGroup = {
  readonly id: GroupId;
  readonly subject: string;
  readonly state: GroupMail['state'];
  readonly waiting: number;
  readonly sent: number;
  /** Refused, cancelled, or not sure. */
  readonly other: number;
  /** When the last one leaves by the plan; epoch ms; null = nothing waits or it is paused. */
  readonly doneAt: number | null;
};

/** A limit that the queue is planned by, so that its name in `because` can be told in numbers. */
export type QueueLimit = Pick<PlanLimit, 'id' | 'counts' | 'windowMs'> & {
  /** How much of it there is for group mail. */
  readonly max: number;
  /** How much of the provider's number is kept free for mail written by hand, so that `max` is less. */
  readonly kept: number;
  /** Who set it; absent = not told. */
  readonly layer?: NamedLimit['layer'];
};

/** The whole queue of the connected mailbox. */
export type QueueView = {
  readonly groups: readonly QueueGroup[];
  readonly waiting: number;
  /** When the next and the last one leave; epoch ms. */
  readonly nextAt: number | null;
  readonly doneAt: number | null;
  readonly limits: readonly QueueLimit[];
  readonly standing:
    | { readonly kind: 'idle' | 'running' }
    /** Another browser or computer carries it out, and may be taken over from then on (epoch ms). */
    | { readonly kind: 'elsewhere'; readonly freeAt: number }
    /** The provider has closed the way until then. */
    | { readonly kind: 'gate'; readonly until: number }
    | { readonly kind: 'trouble' };
};

/** One row of a list, and what is wrong with it; `line` counts from 1, its header included. */
export type RowFault = {
  readonly line: number;
  readonly text: string;
  readonly fault:
    | { readonly kind: 'invalid' | 'duplicate' | 'suppressed' | 'blocked' }
    | { readonly kind: 'missing-field'; readonly fields: readonly string[] };
};

/** A text (pasted, or a CSV file) with the columns that were recognised. */
export type ListInput = {
  /** Empty = the people in To of the draft itself. */
  readonly text: string;
  /** Which column holds the address; absent = found by its head or its contents. */
  readonly addressColumn?: string;
};

/** What a list comes to, before anything is sent. */
export type ListCheck = {
  /** Heads of the columns; empty for a list of bare addresses. */
  readonly columns: readonly string[];
  readonly addressColumn: string;
  readonly good: number;
  readonly faults: readonly RowFault[];
  /** The list has more rows than a group mail may have recipients: what comes after was not read. */
  readonly cut: boolean;
};

/** A recipient's mail as it would leave. `html` is as the draft has it, not yet made safe for a page. */
export type Preview = {
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly missing: readonly string[];
};

/** When a list would have left, from the limits as they are. */
export type Forecast = {
  readonly count: number;
  /** How many leave on each day of the rep's zone, the first first. */
  readonly days: readonly {
    readonly from: number;
    readonly until: number;
    readonly count: number;
  }[];
  /** What holds the last one, by the limits' ids. */
  readonly because: readonly string[];
  /** What all copies together take up in Sent, bytes. */
  readonly space: number;
  /** What is attached to each, bytes. */
  readonly attachmentBytes: number;
};

/** A draft of the mailbox that a group mail can be made of. */
export type GroupSource = {
  readonly draftId: string;
  readonly subject: string;
  /** Merge fields that it asks for. */
  readonly fields: readonly string[];
  readonly attachmentBytes: number;
};

/** What became of the wish to send a group mail. */
export type StartOutcome =
  | { readonly kind: 'started'; readonly id: GroupId; readonly count: number }
  | { readonly kind: 'nothing-to-send' }
  | { readonly kind: 'too-many'; readonly max: number }
  | { readonly kind: 'source-gone' }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the pages ask about mail that leaves in the background. */
export type QueueBackend = {
  queue(): Promise<QueueView>;
  /**
   * The mails of the queue, the next to leave first; `group` null = single mails only, absent = all. `states` holds the
   * kinds of state that are wanted; absent = any.
   */
  entries(query: {
    readonly group?: GroupId | null;
    readonly states?: readonly OutboxState['kind'][];
    readonly limit: number;
    readonly offset: number;
  }): Promise<readonly QueueEntry[]>;
  pause(group: GroupId | 'all'): Promise<void>;
  resume(group: GroupId | 'all'): Promise<void>;
  /** Takes back what has not left. */
  cancel(what: { readonly group: GroupId } | { readonly mail: MailId }): Promise<void>;
  /** Before all others of its class, as soon as the limits allow. */
  sendNext(mail: MailId): Promise<void>;
  /** A person has looked: it has left, or it is sent again. */
  decide(mail: MailId, has: 'left' | 'not-left'): Promise<void>;
  /** Drafts that a group mail can be made of, the newest first. */
  sources(): Promise<readonly GroupSource[]>;
  checkList(source: string, list: ListInput): Promise<ListCheck>;
  /** The mail to one of the good rows, counted from 0; null where there is no such row or the draft is gone. */
  preview(source: string, list: ListInput, row: number): Promise<Preview | null>;
  forecast(source: string, list: ListInput): Promise<Forecast>;
  start(source: string, list: ListInput): Promise<StartOutcome>;
};
