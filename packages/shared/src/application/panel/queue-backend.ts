import type { GroupId, MailId } from '../../domain/ids.ts';
import type { GroupParts } from '../group-mail/group-parts.ts';
import { createGroupPreparing, type GroupPreparing } from '../group-mail/prepare-group.ts';
import { groupSources } from '../group-mail/sources.ts';
import type { GroupMail, OutboxMail } from '../ports/outbox.ts';
import { become } from '../run-queue/become.ts';
import type { RunOutcome } from '../run-queue/queue-runner.ts';
import { cancelMails, unhandMails } from '../run-queue/take-back.ts';
import { type QueueSnapshot, takeSnapshot } from './queue-snapshot.ts';
import { emptyQueue, queueEntries, queueView } from './queue-view.ts';
import type { QueueBackend } from './queue.ts';

/** What the queue's program works with. */
export type QueueBackendParts = {
  /** The connected mailbox's; null where none is connected. The same object as long as it is the same mailbox. */
  readonly group: () => Promise<GroupParts | null>;
  /** What the runner last said; null = it has not run yet. */
  readonly lastRun: () => RunOutcome | null;
  /** The queue has changed: the runner looks at it, and pages ask again. */
  readonly changed: () => void;
};

/** A page that scrolls asks often: the plan is made anew after so long, ms. */
const freshMs = 2000;

const noMailbox = 'Connect your mailbox first.';

/** Builds what the pages ask about the queue; it runs where the runner does. */
export function createQueueBackend(parts: QueueBackendParts): QueueBackend {
  let kept: {
    readonly of: GroupParts;
    readonly after: RunOutcome | null;
    readonly snapshot: QueueSnapshot;
  } | null = null;
  let preparing: { readonly of: GroupParts; readonly use: GroupPreparing } | null = null;

  async function snapshot(): Promise<QueueSnapshot | null> {
    const group = await parts.group();
    if (group === null) return null;
    // A run that has ended since has changed what stands there.
    const after = parts.lastRun();
    const isSame = kept?.of === group && kept.after === after;
    const age = kept !== null && isSame ? group.clock() - kept.snapshot.takenAt : freshMs;
    if (kept === null || age < 0 || age >= freshMs) {
      kept = { of: group, after, snapshot: await takeSnapshot(group) };
    }
    return kept.snapshot;
  }

  /** Does something to the queue of the connected mailbox, and tells. */
  async function change(what: (group: GroupParts) => Promise<void>): Promise<void> {
    const group = await parts.group();
    if (group === null) return;
    try {
      await what(group);
    } finally {
      kept = null;
      parts.changed();
    }
  }

  async function prepare(): Promise<GroupPreparing | null> {
    const group = await parts.group();
    if (group === null) return null;
    if (preparing?.of !== group) preparing = { of: group, use: createGroupPreparing(group) };
    return preparing.use;
  }

  return {
    async queue() {
      const taken = await snapshot();
      return taken === null ? emptyQueue : queueView(taken, parts.lastRun());
    },
    async entries({ group, states, limit, offset }) {
      const taken = await snapshot();
      return taken === null ? [] : queueEntries(taken, group, states).slice(offset, offset + limit);
    },
    pause: (which) =>
      change(async (group) => {
        for (const one of await groupsOf(group, which)) {
          if (one.state.kind !== 'running') continue;
          await group.outbox.putGroup({ ...one, state: { kind: 'paused', by: 'person' } });
          await unhandMails(group, await group.outbox.ofGroup(one.id));
        }
      }),
    resume: (which) =>
      change(async ({ outbox, account }) => {
        for (const one of await groupsOf({ outbox, account }, which)) {
          if (one.state.kind !== 'paused' || one.state.by === 'admin') continue;
          await outbox.putGroup({ ...one, state: { kind: 'running' } });
        }
      }),
    cancel: (what) =>
      change(async (group) => {
        if ('mail' in what) {
          const mail = await group.outbox.mail(what.mail);
          return mail === null ? undefined : cancelMails(group, [mail]);
        }
        return cancelGroup(group, what.group);
      }),
    sendNext: (mailId) =>
      change(async ({ outbox, account }) => {
        const mail = await outbox.mail(mailId);
        if (mail === null) return;
        const others = (await outbox.open(account)).filter((one) => one.class === mail.class);
        const first = others.reduce((least, { rank }) => Math.min(least, rank), mail.rank);
        await outbox.put([{ ...mail, rank: first - 1 }]);
      }),
    decide: (mailId, has) => change((group) => decide(group, mailId, has)),
    async sources() {
      const group = await parts.group();
      return group === null ? [] : groupSources(group);
    },
    async checkList(source, list) {
      const use = await prepare();
      return use === null
        ? { columns: [], addressColumn: '', good: 0, faults: [], cut: false }
        : use.check(source, list);
    },
    async preview(source, list, row) {
      return (await prepare())?.preview(source, list, row) ?? null;
    },
    async forecast(source, list) {
      const use = await prepare();
      return use === null
        ? { count: 0, days: [], because: [], space: 0, attachmentBytes: 0 }
        : use.forecast(source, list);
    },
    async start(source, list) {
      const use = await prepare();
      if (use === null) return { kind: 'failed', reason: noMailbox };
      try {
        return await use.start(source, list);
      } finally {
        kept = null;
        parts.changed();
      }
    },
  };
}

async function groupsOf(
  { outbox, account }: Pick<GroupParts, 'outbox' | 'account'>,
  which: GroupId | 'all',
): Promise<readonly GroupMail[]> {
  if (which === 'all') return outbox.groups(account);
  const group = await outbox.group(which);
  return group === null ? [] : [group];
}

/** First nothing more leaves of it; then what was made for it goes, its draft at last. */
async function cancelGroup(parts: GroupParts, id: GroupId): Promise<void> {
  const group = await parts.outbox.group(id);
  if (group === null) return;
  await parts.outbox.putGroup({ ...group, state: { kind: 'cancelled' } });
  await cancelMails(parts, await parts.outbox.ofGroup(id));
  await parts.mailbox.drafts.remove(group.source.draftId);
}

async function decide(parts: GroupParts, mailId: MailId, has: 'left' | 'not-left'): Promise<void> {
  const mail: OutboxMail | null = await parts.outbox.mail(mailId);
  if (mail?.state.kind !== 'unsure') return;
  const { since } = mail.state;
  await become(
    parts,
    mail,
    has === 'left' ? { kind: 'sent', id: null, at: since } : { kind: 'waiting' },
  );
}
