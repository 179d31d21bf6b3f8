import type {
  Counted,
  Departure,
  Placement,
  PlanInput,
  PlanLimit,
  QueuedMail,
} from '../plan-input.ts';

/**
 * The rule of the plan as it reads, instant by instant: nothing is remembered and nothing skipped. Only for small
 * numbers; the plan is compared with it.
 */
export function planByTheLetter({ now, limits, sent, queue }: PlanInput): readonly Placement[] {
  const left: Departure[] = [...sent];
  const placements = new Map<string, Placement>();
  for (const kind of ['hand', 'scheduled', 'bulk'] as const) {
    for (const mail of queue) {
      if (mail.class !== kind) continue;
      const never = limits.find((limit) => weigh(limit, mail) > Math.max(0, cap(limit, mail)));
      if (never !== undefined) {
        placements.set(mail.id, { kind: 'refused', id: mail.id, limit: never.id });
        continue;
      }
      const due = Math.max(now, mail.notBefore ?? now);
      let at = due;
      while (limits.some((limit) => breaks(limit, mail, at, left))) at += 1;
      const because = limits.filter((limit) => at > due && breaks(limit, mail, at - 1, left));
      left.push({ at, recipients: mail.recipients, external: mail.external });
      const ids = because.map(({ id }) => id);
      placements.set(mail.id, { kind: 'placed', id: mail.id, at, because: ids });
    }
  }
  return queue.flatMap(({ id }) => placements.get(id) ?? []);
}

/** Whether some window that holds the mail would weigh too much. */
function breaks(
  limit: PlanLimit,
  mail: QueuedMail,
  at: number,
  left: readonly Departure[],
): boolean {
  if (weigh(limit, mail) === 0) return false;
  for (let end = at; end < at + limit.windowMs; end += 1) {
    let sum = weigh(limit, mail);
    for (const one of left) {
      if (one.at > end - limit.windowMs && one.at <= end) sum += weigh(limit, one);
    }
    if (sum > cap(limit, mail)) return true;
  }
  return false;
}

function weigh({ counts }: PlanLimit, { recipients, external }: Counted): number {
  if (counts === 'messages') return 1;
  return counts === 'recipients' ? recipients : external;
}

function cap({ max, reserve = 0 }: PlanLimit, mail: QueuedMail): number {
  return mail.class === 'hand' ? max : max - reserve;
}
