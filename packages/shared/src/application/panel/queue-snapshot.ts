import { forGroupMail } from '../../domain/sending/plan-limits.ts';
import type { Placement, PlanLimit } from '../../domain/sending/plan/plan-input.ts';
import type { GroupParts } from '../group-mail/group-parts.ts';
import type { GroupMail, OutboxMail } from '../ports/outbox.ts';
import { planQueue } from '../run-queue/plan-queue.ts';
import { gateUntil } from '../sending-gate.ts';
import type { QueueLimit } from './queue.ts';

type Placed = Extract<Placement, { readonly kind: 'placed' }>;

/** The queue as it was at one moment, planned. */
export type QueueSnapshot = {
  /** Epoch ms. */
  readonly takenAt: number;
  readonly groups: readonly {
    readonly group: GroupMail;
    readonly mails: readonly OutboxMail[];
  }[];
  /** What waits without a group. */
  readonly single: readonly OutboxMail[];
  /** Where each mail that waits stands in the plan, by its mailId. */
  readonly plan: ReadonlyMap<string, Placed>;
  /** Until when the provider has closed the way; epoch ms, 0 = it has not. */
  readonly closedUntil: number;
  readonly limits: readonly QueueLimit[];
};

/** A group that is done is shown for so long, ms. */
const shownForMs = 7 * 24 * 3_600_000;

/** Reads and plans the whole queue. */
export async function takeSnapshot(parts: GroupParts): Promise<QueueSnapshot> {
  const { account, outbox, clock } = parts;
  const takenAt = clock();
  const closedUntil = await gateUntil(parts, account);
  const { placements } = await planQueue(parts, Math.max(takenAt, closedUntil));
  const plan = new Map<string, Placed>();
  for (const placement of placements) {
    if (placement.kind === 'placed') plan.set(placement.id, placement);
  }
  const open = await outbox.open(account);
  const groups = await Promise.all(
    (await outbox.groups(account)).map(async (group) => ({
      group,
      mails: await outbox.ofGroup(group.id),
    })),
  );
  return {
    takenAt,
    groups: groups
      .filter(({ group, mails }) => lastChange(group, mails) > takenAt - shownForMs)
      .toSorted((one, other) => one.group.createdAt - other.group.createdAt),
    single: open.filter(({ group }) => group === null),
    plan,
    closedUntil,
    limits: (await parts.limits()).map(told),
  };
}

function told(limit: PlanLimit & Pick<QueueLimit, 'layer'>): QueueLimit {
  const { id, counts, windowMs, layer, reserve = 0 } = limit;
  const max = forGroupMail(limit);
  const kept = layer === 'provider' ? reserve : 0;
  return { id, counts, windowMs, max, kept, ...(layer === undefined ? {} : { layer }) };
}

function lastChange(group: GroupMail, mails: readonly OutboxMail[]): number {
  return mails.reduce(
    (last, { state, changedAt }) => Math.max(last, state.kind === 'waiting' ? Infinity : changedAt),
    group.createdAt,
  );
}
