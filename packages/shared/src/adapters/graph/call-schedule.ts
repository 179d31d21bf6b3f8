import type { Clock } from '../../application/ports/clock.ts';
import type { CallFailure } from '../../application/ports/outcome.ts';
import { createPlaces, type TakePlaces } from '../http/places.ts';

/** Requests that Graph carries out at once for one app and mailbox; more are refused (facts: "over its MailboxConcurrency limit"). */
const parallel = 4;

/** One place is never taken by reading, so that a send finds it free at any instant. */
const parallelReads = parallel - 1;

/** Parts of one batch: Graph carries them out at the same time. */
export const batchSize = parallelReads;

type RateLimited = Extract<CallFailure, { kind: 'rate-limited' }>;

/** When the calls of one mailbox may be made. */
export type CallSchedule = {
  /** What a mail needs to leave goes first. */
  readonly sends: TakePlaces;
  readonly reads: TakePlaces;
  /** Remembers until when Graph wants to hear nothing, or nothing of sending. */
  heed(failure: CallFailure): void;
  /** The refusal whose time has not come yet, or null: a call before it would only be refused again, and is counted. */
  closedBy(kind: 'sends' | 'reads'): RateLimited | null;
};

/** Keeps one mailbox inside Graph's limit: four requests at once, sends first, and none before a time that Graph named. */
export function createCallSchedule(clock: Clock): CallSchedule {
  const { sends, reads } = createPlaces(parallel, parallelReads);
  const gates: Record<'all' | 'sends', RateLimited | null> = { all: null, sends: null };
  const stillClosed = (gate: RateLimited | null) =>
    gate?.retryAt != null && clock() < gate.retryAt ? gate : null;
  return {
    sends,
    reads,
    heed(failure) {
      if (failure.kind !== 'rate-limited' || failure.retryAt === null) return;
      const gate = failure.limit === 'sending' ? 'sends' : 'all';
      const before = gates[gate]?.retryAt ?? 0;
      if (failure.retryAt > before) gates[gate] = failure;
    },
    closedBy: (kind) =>
      stillClosed(gates.all) ?? (kind === 'sends' ? stillClosed(gates.sends) : null),
  };
}
