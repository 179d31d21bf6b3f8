import type { GroupId } from '../../domain/ids.ts';
import type { OutboxMail, OutboxState } from '../ports/outbox.ts';
import type { RunOutcome } from '../run-queue/queue-runner.ts';
import type { QueueSnapshot } from './queue-snapshot.ts';
import type { QueueEntry, QueueGroup, QueueView } from './queue.ts';

/** The queue of nobody. */
export const emptyQueue: QueueView = {
  groups: [],
  waiting: 0,
  nextAt: null,
  doneAt: null,
  limits: [],
  standing: { kind: 'idle' },
};

/** The whole queue in numbers. `lastRun` is what the runner last said; null = it has not run yet. */
export function queueView(snapshot: QueueSnapshot, lastRun: RunOutcome | null): QueueView {
  const groups = snapshot.groups.map(({ group, mails }): QueueGroup => {
    const waiting = mails.filter(({ state }) => isWaiting(state));
    const sent = mails.filter(({ state }) => state.kind === 'sent').length;
    return {
      id: group.id,
      subject: group.subject,
      state: group.state,
      waiting: waiting.length,
      sent,
      other: mails.length - waiting.length - sent,
      doneAt: lastOf(times(snapshot, waiting)),
    };
  });
  const all = [...snapshot.groups.flatMap(({ mails }) => mails), ...snapshot.single];
  const waiting = all.filter(({ state }) => isWaiting(state));
  const planned = times(snapshot, waiting);
  return {
    groups,
    waiting: waiting.length,
    nextAt: planned.reduce<number | null>((least, at) => Math.min(least ?? at, at), null),
    doneAt: lastOf(planned),
    limits: snapshot.limits,
    standing: standingOf(snapshot, waiting.length, lastRun),
  };
}

/** Entries in the order in which they leave; then what is not planned, and what needs or wants nothing any more. */
export function queueEntries(
  snapshot: QueueSnapshot,
  group: GroupId | null | undefined,
  states?: readonly OutboxState['kind'][],
): readonly QueueEntry[] {
  const ofGroups = snapshot.groups
    .filter((one) => group === undefined || one.group.id === group)
    .flatMap(({ mails }) => mails);
  const single = group === undefined || group === null ? snapshot.single : [];
  return [...ofGroups, ...single]
    .filter(({ state }) => states === undefined || states.includes(state.kind))
    .map((mail) => ({ mail, at: plannedAt(snapshot, mail) }))
    .toSorted(
      (one, other) =>
        orderOf(one) - orderOf(other) ||
        (one.at ?? 0) - (other.at ?? 0) ||
        one.mail.rank - other.mail.rank,
    )
    .map(({ mail, at }) => ({
      mailId: mail.mailId,
      groupId: mail.group?.id ?? null,
      address: mail.person.address,
      name: mail.person.name,
      state: mail.state,
      plannedAt: at,
      because: snapshot.plan.get(mail.mailId)?.because ?? [],
    }));
}

function isWaiting({ kind }: OutboxState): boolean {
  return kind !== 'sent' && kind !== 'refused' && kind !== 'cancelled' && kind !== 'unsure';
}

function plannedAt({ plan }: QueueSnapshot, { mailId, state }: OutboxMail): number | null {
  if ('leavesAt' in state) return state.leavesAt;
  return plan.get(mailId)?.at ?? null;
}

function times(snapshot: QueueSnapshot, mails: readonly OutboxMail[]): readonly number[] {
  return mails.map((mail) => plannedAt(snapshot, mail)).filter((at) => at !== null);
}

function lastOf(instants: readonly number[]): number | null {
  return instants.reduce<number | null>((last, at) => Math.max(last ?? at, at), null);
}

/** What leaves just now, what is planned, what asks for a person, what waits without a time, what is done. */
function orderOf({ mail, at }: { readonly mail: OutboxMail; readonly at: number | null }): number {
  switch (mail.state.kind) {
    case 'drafting':
    case 'sending':
      return 0;
    case 'waiting':
    case 'drafted':
    case 'handing-over':
    case 'held':
      return at === null ? 3 : 1;
    case 'unsure':
      return 2;
    case 'refused':
      return 4;
    case 'cancelled':
      return 5;
    case 'sent':
      return 6;
  }
}

function standingOf(
  { closedUntil, takenAt }: QueueSnapshot,
  waiting: number,
  lastRun: RunOutcome | null,
): QueueView['standing'] {
  if (waiting === 0) return { kind: 'idle' };
  if (closedUntil > takenAt) return { kind: 'gate', until: closedUntil };
  const standing = lastRun?.standing;
  if (standing?.kind === 'elsewhere') return { kind: 'elsewhere', freeAt: standing.freeAt };
  return { kind: standing?.kind === 'stopped' ? 'trouble' : 'running' };
}
