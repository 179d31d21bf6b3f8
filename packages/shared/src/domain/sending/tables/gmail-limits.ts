import { dayMs, type LimitRow, type Source } from './limit-row.ts';

const workspacePage: Source = {
  name: 'Google Workspace Admin Help, Gmail sending limits (support.google.com/a/answer/166852)',
  date: '2026-09-18',
};

const gmailPage: Source = {
  name: 'Gmail Help, Limits for sending mail (support.google.com/mail/answer/22839)',
  date: '2026-11-23',
};

/** Older copies of the page name 100 recipients for a message that comes by the API; the lower number breaks neither. */
const perMessage = 100;

/** gmail.com. */
export const gmailComLimits: readonly LimitRow[] = [
  daily('g.msg', 'messages', 500, gmailPage),
  daily('g.rcpt', 'recipients', 500, gmailPage),
  single(gmailPage),
];

/** Workspace on trial, and until 60 days after USD 100 were paid. */
export const workspaceTrialLimits: readonly LimitRow[] = [
  daily('g.msg', 'messages', 500, workspacePage),
  daily('g.uniqExt', 'external-addresses', 500, workspacePage),
  single(workspacePage),
];

/** Paid Workspace. At two outside addresses a mail `g.ext` binds before `g.msg` does. */
export const workspaceLimits: readonly LimitRow[] = [
  daily('g.msg', 'messages', 2000, workspacePage),
  daily('g.rcpt', 'recipients', 10_000, workspacePage),
  daily('g.ext', 'external', 3000, workspacePage),
  daily('g.uniq', 'addresses', 3000, workspacePage),
  daily('g.uniqExt', 'external-addresses', 2000, workspacePage),
  single(workspacePage),
];

/** Gmail takes a mail over its limit, files it in Sent, and refuses it minutes later by a notice. */
function daily(id: string, counts: LimitRow['counts'], max: number, source: Source): LimitRow {
  return { id, counts, max, windowMs: dayMs, over: 'refuses-late', source };
}

function single(source: Source): LimitRow {
  return {
    id: 'g.api',
    counts: 'recipients',
    max: perMessage,
    windowMs: null,
    over: 'refuses',
    source,
  };
}
