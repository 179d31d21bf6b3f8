import { eventId } from '../../domain/analytics/event-id.ts';
import { eventVersion, type MailEvent } from '../../domain/analytics/event.ts';
import type { MailId, MailboxAddress } from '../../domain/ids.ts';
import { addressees, subjectOf } from '../../domain/message/addressees.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';

/** The event that a followed mail left, read from its copy in Sent. */
export function sentEvent(
  mailbox: MailboxAddress,
  mailId: MailId,
  message: MailboxMessage,
  observedAt: number,
): MailEvent {
  const recipients = addressees(message.headers);
  return {
    v: eventVersion,
    id: eventId({ mailbox, kind: 'sent', evidenceId: message.id, recipient: null }),
    kind: 'sent',
    mailbox,
    evidenceId: message.id,
    threadId: message.threadId,
    occurredAt: message.receivedAt,
    observedAt,
    mailId,
    messageId: ownMessageId(message.headers),
    recipientNo: null,
    person: recipients[0] ?? { address: '', name: '' },
    subject: subjectOf(message.headers),
    recipients,
  };
}
