import type { Protection } from '../page-data.ts';

/** A recipient as the sync traffic names one. */
export type SyncContact = { readonly address: string; readonly name: string | null };

/** A message as the page sends it to be saved or sent. */
export type SyncMessage = {
  /** `msg-a:r…`: the page's own name for the draft, kept over its whole life. */
  readonly key: string;
  readonly purpose: 'save' | 'send' | 'schedule';
  /** Epoch ms at which a scheduled mail is to leave, else null. */
  readonly sendAt: number | null;
  readonly protection: Protection;
  /** Whether each recipient is to get a mail of their own. */
  readonly merges: boolean;
  /** The words of a mail in plain text, or null: then it has HTML. */
  readonly plainText: string | null;
  /** Null where the traffic names nobody: then the mailbox itself. */
  readonly from: SyncContact | null;
  readonly to: readonly SyncContact[];
  readonly cc: readonly SyncContact[];
  readonly bcc: readonly SyncContact[];
  readonly subject: string;
  /** HTML, the quoted mail included. */
  readonly html: string;
  /** Message-ID of the mail that is answered, with its brackets. */
  readonly inReplyTo: string | null;
};

/** One entry of a sync request: what becomes of one thread. */
export type SyncUpdate = {
  /** The page's running number, which the answer repeats. */
  readonly number: number;
  /** `thread-a:r…` of a thread begun in the page, `thread-f:<decimal id>` of one that came in. */
  readonly threadKey: string;
  /** Null where the entry changes labels only. */
  readonly message: SyncMessage | null;
};
