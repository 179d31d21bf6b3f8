import type { LimitId, SendLimit } from './limits.ts';

/** How much of a limit is left, for people. */
export type SendBudget = {
  readonly limitId: LimitId;
  readonly counts: SendLimit['counts'];
  readonly max: number;
  /** What left in the window, by whichever program. */
  readonly used: number;
  readonly left: number;
  readonly windowMs: number;
  /** False while the mailbox is still being counted: then `used` is the least it can be. */
  readonly complete: boolean;
  /** When the oldest mail leaves the window, epoch ms; null where none is in it or none is dated yet. */
  readonly nextFreesAt: number | null;
  /** How much leaves the window within the minute after that. */
  readonly nextFrees: number;
  /** When the mailbox was last counted, epoch ms. */
  readonly countedAt: number;
  /** Whose number `max` is; `date` as ISO; null = the company's own. */
  readonly source: { readonly name: string; readonly date: string } | null;
  /** `near` from 80 % on, `over` where nothing is left. Sending by hand is never stopped for it. */
  readonly warn: 'none' | 'near' | 'over';
};

/** One mail that left. */
export type SentMail = {
  /** Epoch ms; null = not read yet: newer than the oldest that has its date. */
  readonly at: number | null;
  /** To, Cc and Bcc; null = not read yet. */
  readonly recipients: number | null;
};

/** What left the mailbox lately, as far as it is known. */
export type SentMails = {
  readonly mails: readonly SentMail[];
  readonly complete: boolean;
  readonly countedAt: number;
};

/** From this share of a limit on we warn (Microsoft advises alerts at 80 %; Google names none). */
const nearShare = 0.8;
const minuteMs = 60_000;

/** What is left of a limit now. A departure counts in (now − window, now]. */
export function budgetOf(limit: SendLimit, sent: SentMails, now: number): SendBudget {
  const weigh = ({ recipients }: SentMail) => (limit.counts === 'messages' ? 1 : (recipients ?? 1));
  // The provider's clock may run ahead of ours: what has "not left yet" has left all the same.
  const counted = sent.mails.filter(({ at }) => at === null || at > now - limit.windowMs);
  const oldest = counted.reduce((least, { at }) => Math.min(least, at ?? Infinity), Infinity);
  const used = sum(counted.map(weigh));
  const next = counted.filter(({ at }) => at !== null && at < oldest + minuteMs);
  return {
    limitId: limit.id,
    counts: limit.counts,
    max: limit.max,
    used,
    left: Math.max(0, limit.max - used),
    windowMs: limit.windowMs,
    complete:
      sent.complete &&
      (limit.counts === 'messages' || counted.every(({ recipients }) => recipients !== null)),
    nextFreesAt: oldest === Infinity ? null : oldest + limit.windowMs,
    nextFrees: sum(next.map(weigh)),
    countedAt: sent.countedAt,
    source: limit.source,
    warn: used >= limit.max ? 'over' : used >= limit.max * nearShare ? 'near' : 'none',
  };
}

/** The budget of which the smallest share is left; null where there is no limit. */
export function tightestBudget(
  limits: readonly SendLimit[],
  sent: SentMails,
  now: number,
): SendBudget | null {
  const budgets = limits.map((limit) => budgetOf(limit, sent, now));
  return budgets.toSorted((a, b) => share(a) - share(b))[0] ?? null;
}

function share({ left, max }: SendBudget): number {
  return max === 0 ? 0 : left / max;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
