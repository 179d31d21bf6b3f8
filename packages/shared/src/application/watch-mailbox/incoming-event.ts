import type { Person } from '../../domain/address/person.ts';
import { eventId } from '../../domain/analytics/event-id.ts';
import {
  eventVersion,
  type EventBase,
  type EventBody,
  type MailEvent,
} from '../../domain/analytics/event.ts';
import type { EventId, MailboxAddress } from '../../domain/ids.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { AnsweredMail } from './find-answered.ts';

/** What all events read from one incoming message have in common. */
export type IncomingEvidence = {
  readonly mailbox: MailboxAddress;
  readonly message: Pick<MailboxMessage, 'id' | 'threadId' | 'receivedAt'>;
  readonly answered: AnsweredMail;
  readonly observedAt: number;
};

/** Builds an event about an answered mail; `person` null = about the mail as a whole. */
export function incomingEvent(
  evidence: IncomingEvidence,
  person: Person | null,
  body: EventBody,
  supersedes: EventId | null = null,
): MailEvent {
  const { mailbox, message, answered, observedAt } = evidence;
  const position =
    person === null ? -1 : answered.recipients.findIndex((one) => one.address === person.address);
  const base: EventBase = {
    v: eventVersion,
    id: eventId({
      mailbox,
      kind: body.kind,
      evidenceId: message.id,
      recipient: person?.address ?? null,
    }),
    mailbox,
    evidenceId: message.id,
    threadId: message.threadId,
    occurredAt: message.receivedAt,
    observedAt,
    mailId: answered.mailId,
    messageId: answered.messageId,
    recipientNo: position === -1 ? null : position,
    person: nameKnown(person ?? answered.recipients[0] ?? nobody, answered.recipients[position]),
    subject: answered.subject,
    ...(supersedes === null ? {} : { supersedes }),
  };
  return { ...base, ...body };
}

const nobody: Person = { address: '', name: '' };

/** A notice names addresses only; the mail that left named people. */
function nameKnown(person: Person, known: Person | undefined): Person {
  return person.name === '' && known !== undefined ? known : person;
}
