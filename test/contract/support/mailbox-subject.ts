import type { PostOffice } from '@postrider/sandbox/post-office';
import type { Wait } from '@postrider/shared/application/ports/clock';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { TokenSource } from '@postrider/shared/application/ports/token-source';
import type {
  MailboxAddress,
  MailboxMessageId,
  MessageId,
  ThreadId,
} from '@postrider/shared/domain/ids';

import type { ManualClock } from './manual-clock.ts';

/** Where a message lies. `elsewhere`: Gmail's archive, a folder of the rep's own in Exchange. */
export type Place = 'inbox' | 'junk' | 'trash' | 'elsewhere';

/** A message as the provider's own record holds it, under the names that the mailbox must give it. */
export type StoredMail = {
  readonly id: MailboxMessageId;
  readonly threadId: ThreadId;
  /** Without brackets. */
  readonly messageId: MessageId;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly raw: Buffer;
};

/** What goes wrong with a call, in each provider's own words. */
export type Trouble =
  /** Too much was asked for; come back at this instant (epoch ms), or nobody says when. */
  | { readonly kind: 'rate-limited'; readonly retryAt: number | null }
  | { readonly kind: 'too-many-at-once' }
  /** The sender's own limit is used up. */
  | { readonly kind: 'sending-limit' }
  | { readonly kind: 'server-error' }
  /** An answer that is no answer. */
  | { readonly kind: 'nonsense' }
  /** The line is cut. `after`: only once the request was carried out. */
  | { readonly kind: 'silence'; readonly after?: boolean }
  /** The token is worth nothing, a new one neither. */
  | { readonly kind: 'revoked' }
  /** The grant is too small. */
  | { readonly kind: 'no-scope' };

/** Which call meets it: the next one, or the next of its kind; `set-times` writes when a draft is to be sent. */
export type Struck =
  | 'any'
  | 'create-draft'
  | 'set-times'
  | 'send'
  | 'read'
  | { readonly message: string };

/** A rep's mailbox at a provider of the sandbox, from both sides: through our port, and as the provider holds it. */
export type MailboxSubject = {
  readonly provider: 'gmail' | 'graph' | 'ews';
  readonly mailbox: Mailbox;
  /** Another adapter on the same mailbox, as after a restart or with parts that die. */
  again(parts?: {
    readonly fetch?: typeof globalThis.fetch;
    readonly tokens?: TokenSource;
  }): Mailbox;
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
  readonly wait: Wait;
  readonly address: MailboxAddress;
  /** "Name <address>", as the rep's mails have it in From. */
  readonly rep: string;
  readonly clock: ManualClock;
  /** Delivers what leaves, and plays everybody outside. */
  readonly postOffice: PostOffice;
  /** Lets time pass and carries out what falls due, in the post office too. */
  pass(ms: number): Promise<void>;
  /** A message comes in; a text of headers alone, or whole. */
  receive(message: readonly string[] | Buffer, options?: { readonly place?: Place }): StoredMail;
  /** The rep's own program saves a draft. */
  saveDraft(key: string, raw: Buffer): void;
  /** The rep's own program sends, without us. */
  send(key: string, raw: Buffer): Promise<StoredMail>;
  /** What lies in the inbox, newest first. */
  inbox(): readonly StoredMail[];
  /** Sent items, newest first. */
  sent(): readonly StoredMail[];
  /** Drafts, newest first; what is held to leave later counts. */
  drafts(): readonly StoredMail[];
  /** How many mails have left. */
  left(): number;
  /** The rep deletes it, and it lies among the deleted ones. */
  throwAway(id: string): void;
  /** Deletes for good. */
  erase(id: string): void;
  /** The provider forgets what changed before now; false where it keeps no such memory. */
  forgetChanges(): boolean;
  /** Next time a token is used it has run out; a new one is good. */
  expireToken(): void;
  trouble(what: Trouble, on?: Struck, times?: number): void;
  /** Nothing goes wrong any more. */
  endTrouble(): void;
  /** Requests that the provider has logged, parts of batches counted. */
  requests(): number;
  close(): void;
};

/** A mail as a compose window writes it, CRLF line ends. */
export function writtenBy(
  rep: string,
  fields: {
    readonly to: string;
    readonly subject?: string;
    readonly headers?: readonly string[];
  },
): Buffer {
  return Buffer.from(
    [
      `From: ${rep}`,
      `To: ${fields.to}`,
      `Subject: ${fields.subject ?? 'Pricing'}`,
      ...(fields.headers ?? []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hello',
      '',
    ].join('\r\n'),
  );
}
