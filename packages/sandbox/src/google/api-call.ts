import type { Account, StoredMessage, Switches } from '../accounts.ts';
import type { Emulator } from './emulator.ts';
import type { Ids } from './ids.ts';
import type { Mailbox } from './mailbox.ts';
import type { SendAs } from './send-as.ts';
import type { SendingRules } from './sending-limits.ts';
import type { SendingVerdict } from './sending-meter.ts';
import type { SentDrafts } from './sent-drafts.ts';

/** A call that has passed every check at the door. */
export type ApiCall = {
  readonly call: string;
  readonly mailbox: Mailbox;
  /** What stood in the path: {id}, {messageId}, … */
  readonly ids: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly scopes: readonly string[];
  readonly request: Request;
  readonly bytes: Buffer;
};

/** What the additions work with. */
export type ApiTools = {
  readonly emulator: Emulator;
  readonly switches: Switches;
  readonly ids: Ids;
  readonly sendAs: SendAs;
  readonly clock: () => number;
  readonly prepare: (raw: Buffer, account: Account) => Buffer;
  readonly sendingRules: SendingRules;
  /** What Google's limits for sending say of a mail; asking counts. */
  readonly judge: (account: Account, raw: Buffer) => SendingVerdict;
  readonly leave: (account: Account, message: StoredMessage) => Promise<void>;
  /** Tells the sender minutes later that a mail which is filed in Sent did not leave. */
  readonly stop: (account: Account, message: StoredMessage) => void;
  readonly sentDrafts: SentDrafts;
  /** Hands the call to the emulator, with other query parameters if given. */
  readonly forward: (call: ApiCall, query?: URLSearchParams) => Promise<Response>;
};

/** Answers one call in the emulator's place, or forwards it and mends the answer. */
export type Addition = (call: ApiCall, tools: ApiTools) => Response | Promise<Response>;
