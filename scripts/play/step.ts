import type { Page } from 'playwright';

import type { Facts } from './record.ts';

/** What a step came to, by the sandbox's record. `show` is the page of the screenshot. */
export type StepResult = { readonly ok: boolean; readonly detail: Facts; readonly show: Page };

/** One step of a story: what the rep does, then what the sandbox saw. */
export type Step = {
  readonly step: string;
  /** What a person reads in the terminal. */
  readonly says: string;
  run(): Promise<StepResult>;
};
