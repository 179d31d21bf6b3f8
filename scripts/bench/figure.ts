/** One line of the bench's table. */
export type Figure = {
  /** What is measured. */
  readonly figure: string;
  readonly measured: number;
  readonly unit: string;
  /** What it may be at most (`exactly`: what it must be); null where there is nothing to hold it against. */
  readonly limit: number | null;
  readonly rule?: 'at most' | 'exactly';
  /** The same thing measured in the same run without us, or without load. */
  readonly reference?: { readonly what: string; readonly value: number };
};

/** Where the bench finds things. Folders end in a slash. */
export type Places = {
  readonly top: string;
  readonly chromium: string;
  readonly extension: string;
};

/** Measures one or more figures; throws where they cannot be measured. */
export type Bench = (places: Places) => Promise<readonly Figure[]>;

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that this share (percent) of all values does not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1);
  const value = sorted[at];
  if (value === undefined) throw new Error('There is nothing to take a percentile of.');
  return value;
}

/** Whether a figure keeps to its limit; one without a limit does. */
export function keeps({ measured, limit, rule = 'at most' }: Figure): boolean {
  if (limit === null) return true;
  return rule === 'exactly' ? measured === limit : measured <= limit;
}
