import { createEventLogStore } from '@postrider/shared/adapters/storage/event-log-store';
import { openDatabase } from '@postrider/shared/adapters/storage/open-database';
import type { MailEvent } from '@postrider/shared/domain/analytics/event';
import { eventId } from '@postrider/shared/domain/analytics/event-id';
import { branded } from '@postrider/shared/domain/brand';
import {
  mailboxAddress,
  type MailboxMessageId,
  type MailId,
  type MessageId,
  type ThreadId,
} from '@postrider/shared/domain/ids';

const perTransaction = 2000;
const minuteMs = 60_000;

/** Runs in a page of the extension: fills its event log as a year of much mail would, newest at `now`. */
async function seedEvents(address: string, count: number, now: number): Promise<void> {
  const opened = await openDatabase();
  if (opened.kind !== 'opened') throw new Error(`The database is ${opened.kind}.`);
  const log = createEventLogStore(opened.database);
  const mailbox = mailboxAddress(address);
  for (let from = 0; from < count; from += perTransaction) {
    const length = Math.min(perTransaction, count - from);
    await log.append(Array.from({ length }, (_, index) => eventNo(from + index)));
  }
  opened.database.close();

  /** Two events a mail: it was sent, and somebody answered. */
  function eventNo(no: number): MailEvent {
    const mailNo = Math.floor(no / 2);
    const kind = no % 2 === 0 ? 'sent' : 'replied';
    const person = { address: `person${mailNo % 5000}@customer.example`, name: `Person ${mailNo}` };
    const evidenceId = branded<MailboxMessageId>((no + 1).toString(16).padStart(16, '1'));
    const base = {
      v: 1,
      id: eventId({ mailbox, kind, evidenceId, recipient: null }),
      mailbox,
      evidenceId,
      threadId: branded<ThreadId>(mailNo.toString(16).padStart(16, '2')),
      occurredAt: now - (count - no) * minuteMs,
      observedAt: now - (count - no) * minuteMs,
      mailId: branded<MailId>(`mail${mailNo}`),
      messageId: branded<MessageId>(`mail${mailNo}@acme.example`),
      recipientNo: kind === 'sent' ? null : 0,
      person,
      subject: `Offer number ${mailNo} for the second half of the year`,
    } as const;
    return kind === 'sent' ? { ...base, kind, recipients: [person] } : { ...base, kind };
  }
}

Reflect.set(globalThis, 'seedEvents', seedEvents);
