import type { Clock } from '../ports/clock.ts';
import type { Decision, DecisionLog } from '../ports/decision-log.ts';
import type { RandomIdSource } from '../ports/id-source.ts';

/** What a new decision is made with. */
export type DecisionParts = {
  readonly decisions: DecisionLog;
  readonly newId: RandomIdSource;
  readonly clock: Clock;
};

/** The frame of a new decision; `why` are words to show and may be empty. */
export async function newDecision(
  { decisions, newId, clock }: DecisionParts,
  by: Decision['by'],
  why = '',
): Promise<Pick<Decision, 'v' | 'id' | 'decidedAt' | 'by' | 'why'>> {
  return { v: 1, id: newId(), decidedAt: await nextDecidedAt(decisions, clock), by, why };
}

/** The time of a new decision: after all so far, even where the clock was put back, because the newest one holds. */
export async function nextDecidedAt(decisions: DecisionLog, clock: Clock): Promise<number> {
  const last = await decisions.last();
  return Math.max(clock(), last === null ? 0 : last.decidedAt + 1);
}
