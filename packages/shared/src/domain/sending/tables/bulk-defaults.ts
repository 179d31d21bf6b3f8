import { dayMs, type Edition, minuteMs } from './limit-row.ts';

/** What group mail is held to where the company sets nothing, below what the provider would let through. */
export type BulkDefaults = {
  readonly perMinute: number;
  /** In 24 hours: messages at Google and on a server, recipients at Exchange Online. */
  readonly perDay: number;
  readonly perDayCounts: 'messages' | 'recipients';
  /** Why these numbers. */
  readonly why: string;
};

/** The defaults for group mail, each with where it comes from. */
export const bulkDefaults: Readonly<Record<Edition, BulkDefaults>> = {
  workspace: {
    perMinute: 10,
    perDay: 1500,
    perDayCounts: 'messages',
    why: 'Google’s own mail merge stops at 1,500 a day; 10 a minute is what other sales tools keep to.',
  },
  'workspace-trial': {
    perMinute: 6,
    perDay: 400,
    perDayCounts: 'messages',
    why: 'A fifth of Google’s 500 a day stays free for mail written by hand.',
  },
  'gmail.com': {
    perMinute: 6,
    perDay: 400,
    perDayCounts: 'messages',
    why: 'A fifth of Google’s 500 a day stays free for mail written by hand.',
  },
  'exchange-online': {
    perMinute: 20,
    perDay: 2000,
    perDayCounts: 'recipients',
    why: 'Ten of Exchange’s 30 a minute stay free for mail written by hand; 2,000 external recipients a day is what Microsoft planned as a limit and dropped.',
  },
  'exchange-server': {
    perMinute: 20,
    perDay: 2000,
    perDayCounts: 'messages',
    why: 'The server names no limit; these are Exchange Online’s.',
  },
};

/** What a young mailbox may send to groups in 24 hours: 50, and 50 more with every week since its first mail. */
export function youngMailboxPerDay(ageMs: number): number {
  return 50 + 50 * Math.floor(Math.max(0, ageMs) / (7 * dayMs));
}

/** A campaign pauses where this share of its first fifty mails or more has bounced hard. */
export const bounceStop = { share: 0.05, after: 50 } as const;

/** The gap before a group mail, ms: the minute over the rate, half as much more or less, by a number in [0, 1) drawn before planning. */
export function spacing(perMinute: number, drawn: number): number {
  return Math.round((minuteMs / perMinute) * (0.5 + drawn));
}
