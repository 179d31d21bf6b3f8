import type { Clock } from '../ports/clock.ts';
import type { Decision, DecisionLog } from '../ports/decision-log.ts';
import type { RandomIdSource } from '../ports/id-source.ts';

/** What a new decision is made with. */
export type DecisionParts = {
  readonly decisions: DecisionLog;
  readonly newId: RandomIdSource;
  readonly clock: Clock;
};

/** The frame of a new decision: newer than all so far, even where the clock was put back, because the newest one holds. */
export async function newDecision(
  { decisions, newId, clock }: DecisionParts,
  by: Decision['by'],
  why = '',
): Promise<Pick<Decision, 'v' | 'id' | 'decidedAt' | 'by' | 'why'>> {
  const last = (await decisions.all()).at(-1)?.decidedAt ?? 0;
  return { v: 1, id: newId(), decidedAt: Math.max(clock(), last + 1), by, why };
}
