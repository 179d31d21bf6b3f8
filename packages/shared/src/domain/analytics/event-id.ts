import { sha256 } from '@noble/hashes/sha2';

import { branded } from '../brand.ts';
import { toBase64url } from '../encoding/base64url.ts';
import type { EventId, MailboxAddress, MailboxMessageId } from '../ids.ts';
import type { EventKind } from './event.ts';

/** What makes an event the one it is. */
export type EventIdentity = {
  readonly mailbox: MailboxAddress;
  readonly kind: EventKind;
  /** The message that proves it. */
  readonly evidenceId: MailboxMessageId;
  /** Address in lower case, or null where the event is about the mail as a whole. */
  readonly recipient: string | null;
};

/**
 * The id of an event: the first 16 bytes of SHA-256 over its identity, as 22 characters of base64url.
 * The same evidence read twice gives the same id, so a repeated look adds nothing (docs/decisions/events.md).
 */
export function eventId(of: EventIdentity): EventId {
  // JSON keeps the parts apart whatever characters stand in them.
  const text = JSON.stringify([of.mailbox, of.kind, of.evidenceId, of.recipient]);
  return branded<EventId>(toBase64url(sha256(new TextEncoder().encode(text)).subarray(0, 16)));
}
