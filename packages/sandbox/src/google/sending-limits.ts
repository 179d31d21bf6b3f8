const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** At most `max` in any half-open interval of `windowMs`; `different` counts each address once. */
export type SendingLimit = {
  readonly id: string;
  readonly counts: 'messages' | 'recipients' | 'external' | 'different' | 'different-external';
  readonly max: number;
  readonly windowMs: number;
};

/** What an account may send, and how Google says that it is over; may be changed while it runs. */
export type SendingRules = {
  /** By the account's address. */
  limitsOf: (address: string) => readonly SendingLimit[];
  /** Over a limit, the API goes on answering 200 for so long and files the mail in Sent; only then it refuses. 0 = at once. */
  takesForMs: number;
  /** The notice for a mail that was taken comes so much later; null = none comes. */
  noticeAfterMs: number | null;
  /** Does the refusal name the time from which on there is room? */
  namesTime: boolean;
  /** What coming back before there is room costs (GAMADV-XTD3 #337). */
  earlyCostsMs: number;
};

const day = (id: string, counts: SendingLimit['counts'], max: number): SendingLimit => ({
  id,
  counts,
  max,
  windowMs: DAY_MS,
});

const consumer = [day('g.msg', 'messages', 500), day('g.rcpt', 'recipients', 500)];

const workspace = [
  day('g.msg', 'messages', 2_000),
  day('g.rcpt', 'recipients', 10_000),
  day('g.ext', 'external', 3_000),
  day('g.uniq', 'different', 3_000),
  day('g.uniqExt', 'different-external', 2_000),
];

/** Google's table ("Gmail sending limits in Google Workspace", 2026-09): gmail.com, and a Workspace that is paid for. */
export const usualSendingLimits = (address: string): readonly SendingLimit[] =>
  address.toLowerCase().endsWith('@gmail.com') ? consumer : workspace;

/** What Google most likely does. */
export const likeliestSendingRules = (): SendingRules => ({
  limitsOf: usualSendingLimits,
  takesForMs: 5 * MINUTE_MS,
  noticeAfterMs: 3 * MINUTE_MS,
  namesTime: true,
  earlyCostsMs: 15 * MINUTE_MS,
});
