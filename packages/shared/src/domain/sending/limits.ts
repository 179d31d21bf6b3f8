/** Names of the limits that a mailbox's budget is counted against, as in the tables they were gathered in. */
export type LimitId = 'g.msg' | 'x.rcpt' | 'company';

/** One limit, as data. */
export type SendLimit = {
  readonly id: LimitId;
  readonly counts: 'messages' | 'recipients';
  readonly max: number;
  /** Length of the rolling window, ms: a mail stops counting exactly this long after it left. */
  readonly windowMs: number;
  /** Where the number stands, and of which day that page was (ISO date); null = the company has set it. */
  readonly source: { readonly name: string; readonly date: string } | null;
};

/** The limits of an account by its address; empty where its server names none. */
export type LimitsOf = (account: string) => readonly SendLimit[];

const dayMs = 24 * 3_600_000;

const workspacePage = {
  name: 'Google Workspace Admin Help, Gmail sending limits (support.google.com/a/answer/166852)',
  date: '2026-09-18',
};

const gmailPage = {
  name: 'Gmail Help, Limits for sending mail (support.google.com/mail/answer/22839)',
  date: '2026-11-23',
};

const exchangePage = {
  name: 'Microsoft Learn, Exchange Online limits: recipient rate limit (outbound-spam-sending-limits-troubleshoot)',
  date: '2026-05-26',
};

const gmailConsumer: SendLimit = {
  id: 'g.msg',
  counts: 'messages',
  max: 500,
  windowMs: dayMs,
  source: gmailPage,
};

/** Paid Google Workspace: messages in 24 hours. */
export const gmailWorkspaceLimit: SendLimit = {
  ...gmailConsumer,
  max: 2000,
  source: workspacePage,
};

const consumerDomains: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * Gmail's limit of messages in 24 hours, all clients together: a ceiling, not a promise. Nothing that the API tells
 * names the edition, so every domain but Gmail's own counts as paid Workspace; a company on trial lowers it by policy.
 */
export const gmailLimits: LimitsOf = (account) => {
  const domain = account.slice(account.lastIndexOf('@') + 1).toLowerCase();
  return [consumerDomains.has(domain) ? gmailConsumer : gmailWorkspaceLimit];
};

/** Exchange Online's limit of recipients in 24 hours. Its 30 messages a minute only delay, and are no budget. */
export const exchangeOnlineLimits: LimitsOf = () => [
  { id: 'x.rcpt', counts: 'recipients', max: 10_000, windowMs: dayMs, source: exchangePage },
];

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
