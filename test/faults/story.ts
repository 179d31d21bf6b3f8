import type { Line } from './fault-line.ts';

/** What may happen in a run, and what did that the judge has to know. */
export type Story = {
  /** Recipients whose draft the rep has deleted. */
  readonly deleted: Set<string>;
  /** Recipients whose mail somebody was unsure about at some time: it may leave behind its place in the queue. */
  readonly late: Set<string>;
  /** A time before which nothing may be sent, and which the program has heard of: from when until when, epoch ms. */
  readonly closed: { readonly from: number; readonly until: number; readonly line: Line }[];
  /** What was struck, in order: for whoever looks into a failure. */
  readonly struck: string[];
};

/** Whom the mail of this number goes to. */
export function recipient(no: number): string {
  return `p${no}@initech.example`;
}
