import { isMailId, type MailId } from '../../domain/ids.ts';
import { addressees, subjectOf } from '../../domain/message/addressees.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import type { FollowedMail } from '../ports/followed-mails.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import { recoverFollowed, recoverScheduled } from './recover-followed.ts';
import type { WatchParts } from './watch-parts.ts';

/**
 * The followed mail that a message in Sent is, or null where the rep sent it without us (phone, other computer). One
 * that carries a mailId is ours though nothing is stored of it: another device of the rep's sent it, or an event
 * handler that can store nothing.
 */
export async function followedOf(
  parts: WatchParts,
  message: MailboxMessage,
): Promise<FollowedMail | null> {
  const named = await parts.followed.byMailboxMessageId(parts.account, message.id);
  if (named) return named;
  const header = headerValue(message.headers, mailIdHeader)?.trim() ?? '';
  if (isMailId(header)) {
    return (await parts.followed.byMailId(header)) ?? followedByHeader(parts, header, message);
  }
  const { followed, account } = parts;
  return (
    recoverFollowed(message, await followed.leaving(account)) ??
    recoverScheduled(message, await followed.scheduled(account))
  );
}

function followedByHeader(
  { account }: WatchParts,
  mailId: MailId,
  message: MailboxMessage,
): FollowedMail {
  return {
    mailbox: account,
    mailId,
    draftKey: mailId,
    follow: true,
    state: 'leaving',
    changedAt: message.receivedAt,
    threadId: message.threadId,
    mailboxMessageId: message.id,
    messageId: ownMessageId(message.headers),
    recipients: addressees(message.headers).map((person) => person.address.toLowerCase()),
    subject: subjectOf(message.headers),
  };
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
