import { isMailId } from '../../domain/ids.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import type { FollowedMail } from '../ports/followed-mails.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import { recoverFollowed, recoverScheduled } from './recover-followed.ts';
import type { WatchParts } from './watch-parts.ts';

/** The followed mail that a message in Sent is, or null where the rep sent it without us (phone, other computer). */
export async function followedOf(
  parts: WatchParts,
  message: MailboxMessage,
): Promise<FollowedMail | null> {
  const named = await parts.followed.byMailboxMessageId(parts.account, message.id);
  if (named) return named;
  const header = headerValue(message.headers, mailIdHeader)?.trim() ?? '';
  const own = isMailId(header) ? await parts.followed.byMailId(header) : null;
  if (own) return own;
  const { followed, account } = parts;
  return (
    recoverFollowed(message, await followed.leaving(account)) ??
    recoverScheduled(message, await followed.scheduled(account))
  );
}

/** Ties a followed mail to the message in Sent for good. Done before the event is written: a kill in between repeats both. */
export async function bindSent(
  parts: WatchParts,
  mail: FollowedMail,
  message: MailboxMessage,
): Promise<FollowedMail> {
  if (mail.state === 'sent' && mail.mailboxMessageId === message.id) return mail;
  const bound: FollowedMail = {
    ...mail,
    state: 'sent',
    changedAt: parts.clock(),
    threadId: message.threadId,
    mailboxMessageId: message.id,
    messageId: ownMessageId(message.headers),
  };
  await parts.followed.put(bound);
  return bound;
}

/** A departure that was taken back: the mail is in the compose window again, and what the page named is void. */
export async function unbind(parts: WatchParts, mail: FollowedMail): Promise<void> {
  if (mail.state !== 'leaving') return;
  await parts.followed.put({
    ...mail,
    state: 'composing',
    changedAt: parts.clock(),
    mailboxMessageId: null,
    messageId: null,
  });
}
