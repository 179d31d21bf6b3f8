import type { Outcome } from './outcome.ts';

/** Gives the access token of the connected account, renewed where needed. */
export type TokenSource = {
  token(): Promise<Outcome<string>>;
  /** Says that the provider refused this token, so that the next call renews it. */
  reject(token: string): Promise<void>;
};
