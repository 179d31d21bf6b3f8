declare global {
  interface Window {
    /** Gmail's own table of values; [10] is the account's address. */
    readonly GLOBALS: readonly unknown[];
    /** What the sandbox says to its page. */
    readonly SANDBOX: {
      /** The N of /mail/u/N/. */
      readonly number: number;
      /** How long a sent mail can be called back. */
      readonly undoMs: number;
      readonly accounts: readonly { readonly address: string; readonly name: string }[];
    };
  }
}

/** The number of the account that this page shows. */
export const accountNumber = window.SANDBOX.number;

/** The accounts that are signed in, and how long a sent mail can be called back, ms. */
export const { accounts, undoMs } = window.SANDBOX;

/** The account that this page shows. */
export const me = accounts[accountNumber] ?? { address: '', name: '' };
