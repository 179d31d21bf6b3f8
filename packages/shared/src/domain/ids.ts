import { type Brand, branded } from './brand.ts';

/** Our own name for one mail, fixed before the first call to a provider: 16 random bytes as 22 characters of base64url. */
export type MailId = Brand<'MailId'>;

/** Our own name for one group mail: 16 random bytes as 22 characters of base64url. Its mails' ids are made of it. */
export type GroupId = Brand<'GroupId'>;

/** The address of the mailbox something happened in, in lower case. */
export type MailboxAddress = Brand<'MailboxAddress'>;

/** A Message-ID without its angle brackets (RFC 5322 section 3.6.4), as it left on the wire. */
export type MessageId = Brand<'MessageId'>;

/** The provider's name for one stored message: Gmail id, Graph id or EWS ItemId. It may change when a draft is sent. */
export type MailboxMessageId = Brand<'MailboxMessageId'>;

/** The provider's name for a conversation: Gmail threadId or Graph conversationId. */
export type ThreadId = Brand<'ThreadId'>;

/** The provider's name for a draft. Gmail's editor may give a draft a new one, so its absence proves nothing. */
export type DraftId = Brand<'DraftId'>;

/** Where a mailbox's changes were last read up to; only the adapter that made it can read it. */
export type Cursor = Brand<'Cursor'>;

/** Hash of what an event says and of the evidence for it; the same evidence always gives the same id. */
export type EventId = Brand<'EventId'>;

const mailIdShape = /^[A-Za-z0-9_-]{22}$/;

/** Whether a string from outside can be a mailId. */
export function isMailId(text: string): text is MailId {
  return mailIdShape.test(text);
}

/** A mailbox address in the one form that is compared: trimmed, lower case. */
export function mailboxAddress(text: string): MailboxAddress {
  return branded(text.trim().toLowerCase());
}

/** The first Message-ID in a header's value without brackets, or null where there is none. */
export function messageId(headerValue: string): MessageId | null {
  const found = /<([^<>\s]{1,998})>/.exec(headerValue)?.[1];
  return found === undefined ? null : branded(found);
}
