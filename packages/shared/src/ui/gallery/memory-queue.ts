import type {
  QueueBackend,
  QueueEntry,
  QueueGroup,
  QueueView,
} from '../../application/panel/queue.ts';
import type { OutboxState } from '../../application/ports/outbox.ts';
import { waitingStates } from '../queue/waiting-states.ts';
import { preparing } from './sample-group-mail.ts';

/** What a queue in memory begins with. */
export type QueueStart = {
  readonly groups?: readonly Omit<QueueGroup, 'waiting' | 'sent' | 'other' | 'doneAt'>[];
  readonly entries?: readonly QueueEntry[];
  readonly limits?: QueueView['limits'];
  readonly standing?: QueueView['standing'];
  /** Replaces how it answers. */
  readonly behave?: Partial<QueueBackend>;
};

/** A queue in memory; `asked` lists what was done to it: "pause all", "cancel kim.lee@globex.com" … */
export type MemoryQueue = QueueBackend & { readonly asked: readonly string[] };

/** Makes it. A page sees what it did by asking again. */
export function memoryQueue(start: QueueStart): MemoryQueue {
  let entries = start.entries ?? [];
  let groups = start.groups ?? [];
  const asked: string[] = [];
  const groupIs = (which: string, state: QueueGroup['state']) => {
    groups = groups.map((group) =>
      which === 'all' || group.id === which
        ? { id: group.id, subject: group.subject, state }
        : group,
    );
  };

  function setState(which: (entry: QueueEntry) => boolean, state: OutboxState): void {
    entries = entries.map((entry) =>
      which(entry) ? { ...entry, state, plannedAt: null, because: [] } : entry,
    );
  }

  return {
    ...preparing(asked),
    queue: async () => {
      const waiting = entries.filter(isWaiting);
      return {
        groups: groups.map((group) => {
          const own = entries.filter(({ groupId }) => groupId === group.id);
          const waits = own.filter(isWaiting);
          const sent = own.filter(({ state }) => state.kind === 'sent').length;
          return {
            ...group,
            waiting: waits.length,
            sent,
            other: own.length - waits.length - sent,
            doneAt: group.state.kind === 'running' ? last(waits) : null,
          };
        }),
        waiting: waiting.length,
        nextAt: null,
        doneAt: groups.some(({ state }) => state.kind === 'running') ? last(waiting) : null,
        limits: start.limits ?? [],
        standing: start.standing ?? { kind: waiting.length === 0 ? 'idle' : 'running' },
      };
    },
    entries: async ({ group, states, limit, offset }) =>
      entries
        .filter(({ groupId }) => group === undefined || groupId === group)
        .filter(({ state }) => states === undefined || states.includes(state.kind))
        .slice(offset, offset + limit),
    pause: async (which) => {
      asked.push(`pause ${which}`);
      groupIs(which, { kind: 'paused', by: 'person' });
    },
    resume: async (which) => {
      asked.push(`resume ${which}`);
      groupIs(which, { kind: 'running' });
    },
    cancel: async (what) => {
      const hit = (entry: QueueEntry) =>
        'mail' in what ? entry.mailId === what.mail : entry.groupId === what.group;
      asked.push(`cancel ${'mail' in what ? nameOf(what.mail) : what.group}`);
      setState((entry) => hit(entry) && isWaiting(entry), { kind: 'cancelled', by: 'person' });
      if ('group' in what) groupIs(what.group, { kind: 'cancelled' });
    },
    sendNext: async (mail) => {
      asked.push(`next ${nameOf(mail)}`);
      entries = entries.toSorted(
        (one, other) => Number(other.mailId === mail) - Number(one.mailId === mail),
      );
    },
    decide: async (mail, has) => {
      asked.push(`decide ${nameOf(mail)} ${has}`);
      setState(
        ({ mailId }) => mailId === mail,
        has === 'left' ? { kind: 'sent', id: null, at: 0 } : { kind: 'waiting' },
      );
    },
    ...start.behave,
    asked,
  };

  function nameOf(mail: string): string {
    return entries.find(({ mailId }) => mailId === mail)?.address ?? mail;
  }
}

function isWaiting({ state }: QueueEntry): boolean {
  return waitingStates.includes(state.kind);
}

function last(entries: readonly QueueEntry[]): number | null {
  const times = entries.map(({ plannedAt }) => plannedAt).filter((at) => at !== null);
  return times.reduce<number | null>((latest, at) => Math.max(latest ?? at, at), null);
}
