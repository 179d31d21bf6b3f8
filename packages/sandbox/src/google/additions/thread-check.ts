import { headerOf, messageIdsIn, rawHeader } from '../../mail/headers.ts';
import { notFound, type GoogleError } from '../errors.ts';
import type { Mailbox } from '../mailbox.ts';

/** Where a new message goes: a thread, a new one, or nowhere. */
export type ThreadChoice =
  | { readonly kind: 'thread'; readonly threadId: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'refused'; readonly error: GoogleError };

const bare = (subject: string | undefined): string =>
  (subject ?? '')
    .replace(/^(?:\s*(?:re|fwd?)\s*:)+/i, '')
    .trim()
    .toLowerCase();

/**
 * The emulator takes any threadId. Gmail knows its own only, and puts a message into the one asked for
 * when References or In-Reply-To name a message in it and the subject is the same
 * (https://developers.google.com/workspace/gmail/api/guides/threads).
 */
export const chooseThread = (
  mailbox: Mailbox,
  raw: Buffer,
  asked: string | undefined,
): ThreadChoice => {
  const all = mailbox.everything();
  const named = new Set([
    ...messageIdsIn(rawHeader(raw, 'References')),
    ...messageIdsIn(rawHeader(raw, 'In-Reply-To')),
  ]);
  const subject = bare(headerOf(raw, 'Subject'));
  const linked = all.filter(
    (message) => named.has(message.messageId) && bare(headerOf(message.raw, 'Subject')) === subject,
  );
  if (asked === undefined) {
    const threadId = linked[0]?.threadId;
    return threadId === undefined ? { kind: 'new' } : { kind: 'thread', threadId };
  }
  if (!all.some((message) => message.threadId === asked))
    return { kind: 'refused', error: notFound() };
  return linked.some((message) => message.threadId === asked)
    ? { kind: 'thread', threadId: asked }
    : { kind: 'new' };
};
