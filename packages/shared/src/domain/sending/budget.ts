import type { LimitId, SendLimit } from './limits.ts';

/** How much of a limit is left, for people. */
export type SendBudget = {
  readonly limitId: LimitId;
  readonly max: number;
  /** What left in the window, by whichever program. */
  readonly used: number;
  readonly left: number;
  readonly windowMs: number;
  /** False while the mailbox is still being counted: then `used` is the least it can be. */
  readonly complete: boolean;
  /** When the oldest mail leaves the window, epoch ms; null where none is in it or none is dated yet. */
  readonly nextFreesAt: number | null;
  /** How many leave the window within the minute after that. */
  readonly nextFrees: number;
  /** When the mailbox was last counted, epoch ms. */
  readonly countedAt: number;
  /** Whose number `max` is; `date` as ISO. */
  readonly source: { readonly name: string; readonly date: string };
  /** The company has set fewer than the provider allows. */
  readonly lowered: boolean;
  /** `near` from 80 % on, `over` where nothing is left. Sending by hand is never stopped for it. */
  readonly warn: 'none' | 'near' | 'over';
};

/** What left the mailbox lately, as far as it is known. */
export type SentTimes = {
  /** Departures in any order, epoch ms. */
  readonly sentAt: readonly number[];
  /** Departures in the window whose time was not read yet; all are newer than the oldest in `sentAt`. */
  readonly undated: number;
  readonly complete: boolean;
  readonly countedAt: number;
};

/** From this share of a limit on we warn (Microsoft advises alerts at 80 %; Google names none). */
const nearShare = 0.8;
const minuteMs = 60_000;

/** What is left of a limit now. A departure counts in (now − window, now]; `company` is the number set by policy. */
export function budgetOf(
  limit: SendLimit,
  ledger: SentTimes,
  now: number,
  company?: number,
): SendBudget {
  const max = company === undefined ? limit.max : Math.min(limit.max, Math.max(0, company));
  // The provider's clock may run ahead of ours: what has "not left yet" has left all the same.
  const inWindow = ledger.sentAt.filter((at) => at > now - limit.windowMs);
  const used = inWindow.length + ledger.undated;
  const oldest = inWindow.reduce((least, at) => Math.min(least, at), Infinity);
  const nextFreesAt = inWindow.length === 0 ? null : oldest + limit.windowMs;
  return {
    limitId: limit.id,
    max,
    used,
    left: Math.max(0, max - used),
    windowMs: limit.windowMs,
    complete: ledger.complete,
    nextFreesAt,
    nextFrees: inWindow.filter((at) => at < oldest + minuteMs).length,
    countedAt: ledger.countedAt,
    source: limit.source,
    lowered: max < limit.max,
    warn: used >= max ? 'over' : used >= max * nearShare ? 'near' : 'none',
  };
}
