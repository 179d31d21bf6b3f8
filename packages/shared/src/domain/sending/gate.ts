const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Clocks differ, and an early call makes the provider's own time later. */
const marginMs = 5 * secondMs;

/** A provider's refusal for one of its limits. */
export type Refusal = {
  /** Epoch ms. */
  readonly now: number;
  /** When the provider says to come back; epoch ms; null = it named no time. */
  readonly retryAt: number | null;
  readonly limit: 'requests' | 'sending' | 'concurrency' | 'project';
  /** How many refusals in a row came before this one. */
  readonly refusalsBefore: number;
};

/**
 * Until when nothing is called after a refusal; epoch ms. A named time is kept to and never shortened. It has been seen
 * to be wrong: refused again after it, the wait doubles from 15 minutes up to 6 hours; the same where it is past
 * already, since then it was named by another clock. Without a named time: too many
 * calls at once 1 s doubling to 64 s, the project's own daily cap 1 hour, everything else 64 s.
 */
export function gateAfter(refusal: Refusal): number {
  const { now, retryAt, limit, refusalsBefore } = refusal;
  if (retryAt !== null) {
    const again =
      refusalsBefore === 0 && retryAt > now
        ? 0
        : Math.min(6 * hourMs, 15 * minuteMs * 2 ** Math.min(Math.max(0, refusalsBefore - 1), 10));
    return Math.max(retryAt + marginMs, now + again);
  }
  if (limit === 'project') return now + hourMs;
  if (limit === 'concurrency') {
    return now + Math.min(64 * secondMs, secondMs * 2 ** Math.min(refusalsBefore, 6));
  }
  return now + 64 * secondMs;
}
