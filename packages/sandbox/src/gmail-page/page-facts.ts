import type { Person } from './page-data.ts';
import type { PageSettings } from './page-settings.ts';

/** A mailbox in the page's account menu. */
export type MenuAccount = Person & {
  /** Its part of Gmail's addresses: `u/0`, or `u/0/d/<token>`. */
  readonly path: string;
};

/** What the server tells its page when it is loaded. */
export type PageFacts = {
  /** The mailbox that the page shows. */
  readonly path: string;
  readonly me: Person;
  /** Set in a window of its own: the key of the draft that it shows. */
  readonly popout: string | null;
  /** How long a sent mail can be called back, ms. */
  readonly undoMs: number;
  /** Everybody who is signed in, and the mailboxes that they were given. */
  readonly accounts: readonly MenuAccount[];
  /** The other addresses that this mailbox may send under. */
  readonly aliases: readonly Person[];
  readonly settings: PageSettings;
  /** Parts that the page's script leaves out (`without` in ablations.ts). */
  readonly without: readonly string[];
  /** In what changed shape the page speaks with its server (`withTraffic` in traffic/). */
  readonly traffic: string | null;
};
