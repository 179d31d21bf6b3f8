import type { PlanLimit } from './plan/plan-input.ts';
import { bulkDefaults } from './tables/bulk-defaults.ts';
import {
  exchangeOnlineLimits,
  exchangeServerLimits,
  limitsOfDomain,
  shareOfTenant,
  tenantLimit,
} from './tables/exchange-limits.ts';
import { gmailComLimits, workspaceLimits, workspaceTrialLimits } from './tables/gmail-limits.ts';
import {
  dayMs,
  type Edition,
  hourMs,
  type LimitRow,
  minuteMs,
  type Source,
} from './tables/limit-row.ts';

/** What a company sets for mail that leaves in the background. A provider's own limits hold besides, whatever it sets. */
export type GroupMailRules = {
  /** Group mail in any minute, hour and 24 hours. */
  readonly perMinute?: number;
  readonly perHour?: number;
  readonly perDay?: number;
  /** At most so many messages in 24 hours, mail written by hand included. */
  readonly dailyMessageLimit?: number;
  /** All reps of a Microsoft tenant share one limit: each is given an equal part of it. */
  readonly tenant?: { readonly licences: number; readonly senders: number };
};

/** A limit of the plan, and who set it. */
export type NamedLimit = PlanLimit & {
  /** `default`: ours for group mail, where the company sets nothing. */
  readonly layer: 'provider' | 'company' | 'default';
  readonly source: Source | null;
};

/** So much of a provider's limit stays free for mail written by hand. */
const reserveShare = 0.1;

/** More than any mailbox sends: what only group mail is held to never stops mail written by hand. */
const unbounded = 1_000_000_000;

const tables: Readonly<Record<Edition, readonly LimitRow[]>> = {
  'gmail.com': gmailComLimits,
  'workspace-trial': workspaceTrialLimits,
  workspace: workspaceLimits,
  'exchange-online': exchangeOnlineLimits,
  'exchange-server': exchangeServerLimits,
};

/**
 * All limits that mail in the background is planned by: the provider's, the company's, and what group mail is held to.
 * `account` is the mailbox's address, since some domains have a limit of their own. All hold together, so the strictest
 * wins and is named. Limits of a single message are no windows and not among them.
 */
export function planLimitsFor(
  edition: Edition,
  rules: GroupMailRules = {},
  account = '',
): readonly NamedLimit[] {
  const ofDomain = edition === 'exchange-online' ? limitsOfDomain(account) : [];
  const provider = [...tables[edition], ...ofDomain].flatMap(windowOf);
  const tenant =
    rules.tenant === undefined || edition !== 'exchange-online'
      ? []
      : windowOf(shareOfTenant(tenantLimit(rules.tenant.licences), rules.tenant.senders));
  const own = rules.dailyMessageLimit;
  const company: readonly NamedLimit[] =
    own === undefined
      ? []
      : [
          {
            id: 'company',
            counts: 'messages',
            max: own,
            windowMs: dayMs,
            layer: 'company',
            source: null,
          },
        ];
  return [...provider, ...tenant, ...company, ...groupLimits(edition, rules)];
}

function windowOf({ id, counts, max, windowMs, source }: LimitRow): readonly NamedLimit[] {
  if (windowMs === null) return [];
  const reserve = Math.ceil(max * reserveShare);
  // As if every address were new: lawful, and never late by more than that.
  const counted =
    counts === 'addresses' ? 'recipients' : counts === 'external-addresses' ? 'external' : counts;
  return [{ id, counts: counted, max, windowMs, reserve, layer: 'provider', source }];
}

function groupLimits(edition: Edition, rules: GroupMailRules): readonly NamedLimit[] {
  const { perMinute, perDay, perDayCounts } = bulkDefaults[edition];
  const hour = rules.perHour;
  return [
    groupLimit('bulk.min', 'messages', rules.perMinute, perMinute, minuteMs),
    ...(hour === undefined ? [] : [groupLimit('bulk.hour', 'messages', hour, hour, hourMs)]),
    groupLimit(
      'bulk.day',
      rules.perDay === undefined ? perDayCounts : 'messages',
      rules.perDay,
      perDay,
      dayMs,
    ),
  ];
}

function groupLimit(
  id: string,
  counts: PlanLimit['counts'],
  set: number | undefined,
  usual: number,
  windowMs: number,
): NamedLimit {
  const most = Math.min(set ?? usual, unbounded);
  const layer = set === undefined ? 'default' : 'company';
  return { id, counts, max: unbounded, windowMs, reserve: unbounded - most, layer, source: null };
}

/** How much of a limit there is for a list; for mail written by hand it is `max`. */
export function forGroupMail({ max, reserve = 0 }: PlanLimit): number {
  return max - reserve;
}
