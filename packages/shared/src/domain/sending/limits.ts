/** Names of the limits we know, as in the tables they were gathered in. */
export type LimitId = 'g.msg';

/** What kind of account a limit holds for. */
export type Edition = 'gmail.com' | 'trial' | 'workspace';

/** One limit of a provider, as data. */
export type SendLimit = {
  readonly id: LimitId;
  readonly edition: Edition;
  readonly counts: 'messages';
  readonly max: number;
  /** Length of the rolling window, ms: a mail stops counting exactly this long after it left. */
  readonly windowMs: number;
  /** Where the number stands, and of which day that page was (ISO date). */
  readonly source: { readonly name: string; readonly date: string };
};

const dayMs = 24 * 3_600_000;

const workspacePage = {
  name: 'Google Workspace Admin Help, Gmail sending limits (support.google.com/a/answer/166852)',
  date: '2026-09-18',
};

const gmailPage = {
  name: 'Gmail Help, Limits for sending mail (support.google.com/mail/answer/22839)',
  date: '2026-11-23',
};

/** Gmail's limit of messages in 24 hours, all clients together. They are ceilings, not promises: accounts were stopped far earlier. */
export const gmailMessageLimits: Readonly<Record<Edition, SendLimit>> = {
  'gmail.com': daily('gmail.com', 500, gmailPage),
  trial: daily('trial', 500, workspacePage),
  workspace: daily('workspace', 2000, workspacePage),
};

function daily(edition: Edition, max: number, source: SendLimit['source']): SendLimit {
  return { id: 'g.msg', edition, counts: 'messages', max, windowMs: dayMs, source };
}

const consumerDomains: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * The limit of an account by its address: nothing that the API tells names the edition, so every other domain counts as
 * paid Workspace. A company on trial lowers it by policy.
 */
export function messageLimitOf(account: string): SendLimit {
  const domain = account.slice(account.lastIndexOf('@') + 1).toLowerCase();
  return gmailMessageLimits[consumerDomains.has(domain) ? 'gmail.com' : 'workspace'];
}
