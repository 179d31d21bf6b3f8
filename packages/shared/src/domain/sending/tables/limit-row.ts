/** Which kind of account, or server, a table of limits holds for. */
export type Edition =
  | 'gmail.com'
  | 'workspace-trial'
  | 'workspace'
  | 'exchange-online'
  | 'exchange-server';

/** Where a number stands, and of which day that page was (ISO date). */
export type Source = { readonly name: string; readonly date: string };

/** One limit of a provider as its page states it. */
export type LimitRow = {
  readonly id: string;
  /** `addresses`: each different address once. Counted as if every address were new: lawful, and never late by more than that. */
  readonly counts: 'messages' | 'recipients' | 'external' | 'addresses' | 'external-addresses';
  readonly max: number;
  /** Length of the rolling window, ms; null = the limit of a single message. */
  readonly windowMs: number | null;
  /** What the provider does with mail over it. */
  readonly over: 'refuses' | 'refuses-late' | 'delays' | 'bounces';
  readonly source: Source;
};

/** A minute, ms. */
export const minuteMs = 60_000;

/** An hour, ms. */
export const hourMs = 60 * minuteMs;

/** A day as limits have it: 24 hours, ms. */
export const dayMs = 24 * hourMs;
