import type { ComposeItem } from './compose-item.ts';

/** What a function of the ribbon or of an event works with; the program makes it of office.js, a test plays it. */
export type World = {
  readonly item: ComposeItem;
  /** The address that Outlook names for the signed-in person, lower case; empty where it names none. */
  readonly ownAddress: string;
  /** A value of roaming settings. */
  readonly setting: (key: string) => unknown;
  /** Whether this Outlook has a Mailbox requirement set, such as `1.14`. */
  readonly supports: (set: string) => boolean;
  /** Epoch ms. */
  readonly now: () => number;
  /** Runs something later and gives what calls it off. In a runtime without timers it never runs. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** 16 bytes that nobody else draws. */
  readonly randomBytes: () => Uint8Array;
};
