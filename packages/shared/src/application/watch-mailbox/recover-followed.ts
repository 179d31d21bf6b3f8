import { addressees, subjectOf } from '../../domain/message/addressees.ts';
import { displayText } from '../../domain/message/display-text.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import type { FollowedMail } from '../ports/followed-mails.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';

/** How far the date in Sent may lie before the page's word, since two clocks are compared, ms. */
const beforeMs = 5 * 60_000;
/** How long after the page's word a mail may leave: a laptop that was shut in between sends the next morning. */
const afterMs = 24 * 3_600_000;

/**
 * Which mail that was seen leaving a message in Sent is, where the page could not name its id any more (the worker
 * was killed, the tab closed): by Message-ID, else by thread, recipients, subject and time together. Null where none
 * fits; of several equal ones the one whose departure lies nearest.
 */
export function recoverFollowed(
  message: MailboxMessage,
  leaving: readonly FollowedMail[],
): FollowedMail | null {
  const ownId = ownMessageId(message.headers);
  const named = leaving.find((mail) => ownId !== null && mail.messageId === ownId);
  if (named) return named;
  const looksLike = looksLikeIn(message);
  const fits = leaving.filter(
    (mail) =>
      mail.mailboxMessageId === null &&
      looksLike(mail) &&
      message.receivedAt >= mail.changedAt - beforeMs &&
      message.receivedAt <= mail.changedAt + afterMs,
  );
  const distance = (mail: FollowedMail) => Math.abs(message.receivedAt - mail.changedAt);
  return fits.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

/**
 * Which mail that the provider was to send later a message in Sent is. It may have got another id when it left, and
 * weeks may lie between, so thread, recipients and subject must be the same; null where none fits.
 */
export function recoverScheduled(
  message: MailboxMessage,
  scheduled: readonly FollowedMail[],
): FollowedMail | null {
  const looksLike = looksLikeIn(message);
  const fits = scheduled.filter((mail) => mail.threadId !== null && looksLike(mail));
  return fits.toSorted((one, other) => one.changedAt - other.changedAt)[0] ?? null;
}

function looksLikeIn(message: MailboxMessage): (mail: FollowedMail) => boolean {
  const recipients = addressKey(addressees(message.headers).map((person) => person.address));
  const subject = subjectOf(message.headers);
  return (mail) =>
    (mail.threadId === null || mail.threadId === message.threadId) &&
    addressKey(mail.recipients) === recipients &&
    displayText(mail.subject) === subject;
}

function addressKey(addresses: readonly string[]): string {
  return [...new Set(addresses.map((address) => address.toLowerCase()))].toSorted().join(' ');
}
