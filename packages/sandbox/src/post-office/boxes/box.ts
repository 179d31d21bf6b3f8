import type { StoredMessage } from '../../accounts.ts';
import type { Credentials } from '../arrival/authentication.ts';

/** Whose system keeps a mailbox; that system also writes the notices about what its owner sends. */
export type MailSystem = 'gmail' | 'exchange-online' | 'exchange-server';

/** Where a message comes from, as far as the receiving system can know. */
export type Origin =
  /** The receiver's own system wrote it. `inside`: it did not even pass that system's own border (Gmail before 2016). */
  | { readonly kind: 'own-system'; readonly inside?: boolean }
  /** Another mailbox of the sandbox, or the same one. */
  | { readonly kind: 'mailbox'; readonly sender: PostBox }
  /** Anybody else. `forgedResults`: what happens to results that the message brought in the receiver's own name. */
  | {
      readonly kind: 'outside';
      readonly credentials: Credentials;
      readonly forgedResults?: 'removed' | 'kept';
    };

/** Somebody with a mailbox, whatever system keeps it. */
export type PostBox = {
  /** Primary address, lower case. */
  readonly address: string;
  readonly name: string;
  readonly system: MailSystem;
  /** Whether an address belongs to the same company on the same system, so that mail to it never leaves that system. */
  isColleague(address: string): boolean;
  /** Files a message that arrives, with the stamps that the system puts on it. */
  receive(raw: Buffer, origin: Origin, folder?: 'inbox' | 'junk'): StoredMessage;
  /** Puts what its owner sent by hand among the sent mail. */
  fileSent(raw: Buffer): void;
};
