import type { Placement } from '../../domain/sending/plan/plan-input.ts';
import type { Forecast } from '../panel/queue.ts';
import { preparePlan } from '../run-queue/plan-queue.ts';
import { gateUntil } from '../sending-gate.ts';
import type { GroupParts } from './group-parts.ts';
import { isExternal, type Recipient } from './recipient.ts';
import type { SourceMail } from './source-mail.ts';

type Placed = Extract<Placement, { readonly kind: 'placed' }>;

/** When a list would leave, behind what waits already. Nothing is kept of it. */
export async function forecastGroup(
  parts: GroupParts,
  source: SourceMail,
  recipients: readonly Recipient[],
): Promise<Forecast> {
  const from = Math.max(parts.clock(), await gateUntil(parts, parts.account));
  const { planner, queue } = await preparePlan(parts, from);
  const own = recipients.map(({ person }, no) => ({
    id: `forecast ${no}`,
    class: 'bulk' as const,
    recipients: 1,
    external: isExternal(person.address, parts.account) ? 1 : 0,
  }));
  const ids = new Set(own.map(({ id }) => id));
  const placed: Placed[] = [];
  for (const placement of planner.plan(from, [...queue, ...own])) {
    if (placement.kind === 'placed' && ids.has(placement.id)) placed.push(placement);
  }
  placed.sort((one, other) => one.at - other.at);
  return {
    count: placed.length,
    days: daysOf(placed),
    because: placed.at(-1)?.because ?? [],
    space: source.source.bytes.length * placed.length,
    attachmentBytes: source.attachmentBytes,
  };
}

/** By days of the zone that the program runs in, which is the rep's. */
function daysOf(placed: readonly Placed[]): Forecast['days'] {
  const days: { from: number; until: number; count: number }[] = [];
  let nextDayAt = -Infinity;
  for (const { at } of placed) {
    const day = days.at(-1);
    if (day === undefined || at >= nextDayAt) {
      days.push({ from: at, until: at, count: 1 });
      nextDayAt = dayAfter(at);
    } else {
      day.until = at;
      day.count += 1;
    }
  }
  return days;
}

function dayAfter(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}
