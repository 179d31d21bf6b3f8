import { exchangeOnlineLimits as exchangeOnlineRows } from './tables/exchange-limits.ts';
import { gmailComLimits, workspaceLimits } from './tables/gmail-limits.ts';
import { dayMs, type LimitRow, type Source } from './tables/limit-row.ts';

/** Names of the limits that a mailbox's budget is counted against, as in the tables they were gathered in. */
export type LimitId = 'g.msg' | 'x.rcpt' | 'company';

/** One limit, as data. */
export type SendLimit = {
  readonly id: LimitId;
  readonly counts: 'messages' | 'recipients';
  readonly max: number;
  /** Length of the rolling window, ms: a mail stops counting exactly this long after it left. */
  readonly windowMs: number;
  /** Where the number stands; null = the company has set it. */
  readonly source: Source | null;
};

/** The limits of an account by its address; empty where its server names none. */
export type LimitsOf = (account: string) => readonly SendLimit[];

const consumerDomains: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * Gmail's limit of messages in 24 hours, all clients together: a ceiling, not a promise. Nothing that the API tells
 * names the edition, so every domain but Gmail's own counts as paid Workspace; a company on trial lowers it by policy.
 */
export const gmailLimits: LimitsOf = (account) => {
  const domain = account.slice(account.lastIndexOf('@') + 1).toLowerCase();
  return inDay(consumerDomains.has(domain) ? gmailComLimits : workspaceLimits, 'g.msg');
};

/** Exchange Online's limit of recipients in 24 hours. Its 30 messages a minute only delay, and are no budget. */
export const exchangeOnlineLimits: LimitsOf = () => inDay(exchangeOnlineRows, 'x.rcpt');

/** Exchange Server names no limit by default, and a client cannot read the one an admin has set. */
export const exchangeServerLimits: LimitsOf = () => [];

/**
 * The limits with the company's own number of messages in 24 hours: it lowers the provider's limit of messages and
 * never raises it, and stands beside a provider that counts otherwise.
 */
export function withCompanyLimit(
  limits: readonly SendLimit[],
  messagesADay: number | undefined,
): readonly SendLimit[] {
  if (messagesADay === undefined) return limits;
  const max = Math.max(0, messagesADay);
  const provider = limits.find(({ counts }) => counts === 'messages');
  if (provider !== undefined && provider.max <= max) return limits;
  const own: SendLimit = { id: 'company', counts: 'messages', max, windowMs: dayMs, source: null };
  return [...limits.filter((limit) => limit !== provider), own];
}

/** The row of a table that a day's budget is counted against. */
function inDay(rows: readonly LimitRow[], id: 'g.msg' | 'x.rcpt'): readonly SendLimit[] {
  return rows.flatMap(({ counts, max, windowMs, source, ...row }) =>
    row.id === id && windowMs !== null && (counts === 'messages' || counts === 'recipients')
      ? [{ id, counts, max, windowMs, source }]
      : [],
  );
}
