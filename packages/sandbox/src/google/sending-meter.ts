import type { SendingLimit, SendingRules } from './sending-limits.ts';

/** One mail that somebody wanted to send, and what became of it. Times are epoch ms. */
export type SendingAttempt = {
  readonly at: number;
  readonly account: string;
  /** To, Cc and Bcc, in lower case. */
  readonly recipients: readonly string[];
  /** `stopped`: taken and filed in Sent, and it did not leave. */
  readonly fate: 'left' | 'stopped' | 'refused';
  /** The limit that it would have broken; null = none. */
  readonly limit: string | null;
  /** Over a limit, or after a refusal: when there is room again. */
  readonly roomAt: number | null;
};

/** What becomes of a mail. */
export type SendingVerdict =
  | { readonly kind: 'leaves' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly roomAt: number };

/** Counts what leaves each account. Mail by any way counts; only the API refuses. */
export type SendingMeter = {
  judge(account: string, recipients: readonly string[], way: 'api' | 'web'): SendingVerdict;
  /** Every attempt, oldest first. */
  record(): readonly SendingAttempt[];
};

type Closed = { readonly since: number; until: number; readonly limit: string };

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** How much of a limit these mails use, each a list of recipients. */
const used = (
  { counts }: SendingLimit,
  account: string,
  mails: readonly (readonly string[])[],
): number => {
  if (counts === 'messages') return mails.length;
  const all = mails.flat();
  const home = domainOf(account);
  const counted = counts.endsWith('external') ? all.filter((one) => domainOf(one) !== home) : all;
  return counts.startsWith('different') ? new Set(counted).size : counted.length;
};

/** An unused meter. */
export const createSendingMeter = (clock: () => number, rules: SendingRules): SendingMeter => {
  const attempts: SendingAttempt[] = [];
  const left = new Map<string, { readonly at: number; readonly recipients: readonly string[] }[]>();
  const closed = new Map<string, Closed>();

  /** When this limit has room for the mail: now, or as soon as enough has left its window. */
  const roomIn = (
    limit: SendingLimit,
    account: string,
    recipients: readonly string[],
    now: number,
  ): number => {
    const inside = (left.get(account) ?? []).filter(({ at }) => at > now - limit.windowMs);
    for (let gone = 0; gone <= inside.length; gone += 1) {
      const mails = [...inside.slice(gone).map((mail) => mail.recipients), recipients];
      if (used(limit, account, mails) > limit.max) continue;
      return gone === 0 ? now : (inside[gone - 1]?.at ?? now) + limit.windowMs;
    }
    return now + limit.windowMs;
  };

  const overstep = (account: string, recipients: readonly string[]): Closed | undefined => {
    const now = clock();
    const full = rules
      .limitsOf(account)
      .map(({ id, ...limit }) => ({ id, at: roomIn({ id, ...limit }, account, recipients, now) }))
      .filter(({ at }) => at > now)
      .toSorted((one, other) => other.at - one.at)[0];
    return full && { since: now, until: full.at, limit: full.id };
  };

  const verdictOf = (account: string, recipients: readonly string[], way: 'api' | 'web') => {
    const now = clock();
    const before = closed.get(account);
    const state = before && now < before.until ? before : overstep(account, recipients);
    if (!state) return { kind: 'leaves' } as const;
    closed.set(account, state);
    if (way === 'web' || now < state.since + rules.takesForMs) return { kind: 'stopped' } as const;
    const { until } = state;
    if (state === before) state.until += rules.earlyCostsMs;
    return { kind: 'refused', roomAt: until } as const;
  };

  const fates = { leaves: 'left', stopped: 'stopped', refused: 'refused' } as const;

  return {
    judge: (address, recipients, way) => {
      const account = address.toLowerCase();
      const verdict = verdictOf(account, recipients, way);
      const at = clock();
      const over = verdict.kind === 'leaves' ? undefined : closed.get(account);
      const { limit = null, until = null } = over ?? {};
      const fate = fates[verdict.kind];
      attempts.push({ at, account, recipients, fate, limit, roomAt: until });
      if (fate === 'left') {
        const mails = left.get(account) ?? [];
        mails.push({ at, recipients });
        left.set(account, mails);
      }
      return verdict;
    },
    record: () => [...attempts],
  };
};
