import type { EventBase, EventBody, MailEvent } from '@postrider/shared/domain/analytics/event';
import { eventId } from '@postrider/shared/domain/analytics/event-id';
import { branded } from '@postrider/shared/domain/brand';
import {
  mailboxAddress,
  type MailboxMessageId,
  type MailId,
  type MessageId,
  type ThreadId,
} from '@postrider/shared/domain/ids';

/** Ana's mailbox. */
export const ana = mailboxAddress('ana@acme.example');

/** An event that a mail left. */
export type SentEvent = EventBase & Extract<EventBody, { kind: 'sent' }>;

/** A `sent` event, number `no`, one second after the one before. */
export function sentEventNo(no: number, change: Partial<EventBase> = {}): SentEvent {
  const evidenceId = branded<MailboxMessageId>(`m${no}`);
  const mailbox = change.mailbox ?? ana;
  const kim = { address: `kim${no}@initech.example`, name: `Kim ${no}` };
  return {
    v: 1,
    id: eventId({ mailbox, kind: 'sent', evidenceId, recipient: null }),
    kind: 'sent',
    mailbox,
    evidenceId,
    threadId: branded<ThreadId>(`t${no}`),
    occurredAt: 1_800_000_000_000 + no * 1000,
    observedAt: 1_800_000_000_000 + no * 1000,
    mailId: branded<MailId>(`mail-${no}`.padEnd(22, '0')),
    messageId: branded<MessageId>(`${no}@acme.example`),
    recipientNo: null,
    person: kim,
    subject: `Pricing ${no}`,
    recipients: [kim],
    ...change,
  };
}

/** A bounce of mail number `no`, whose event is superseded by it where told so. */
export function bounceOf(no: number, supersedes?: MailEvent): MailEvent {
  const sent = sentEventNo(no);
  const evidenceId = branded<MailboxMessageId>(`b${no}`);
  const { recipients: _recipients, ...base } = sent;
  return {
    ...base,
    id: eventId({ mailbox: ana, kind: 'bounced', evidenceId, recipient: sent.person.address }),
    kind: 'bounced',
    evidenceId,
    occurredAt: sent.occurredAt + 500,
    recipientNo: 0,
    bounce: {
      category: 'unknown-user',
      hard: true,
      status: '5.1.1',
      replyCode: '550',
      diagnostic: 'No such user',
      whoMustAct: 'contact-data',
    },
    ...(supersedes ? { supersedes: supersedes.id } : {}),
  };
}
