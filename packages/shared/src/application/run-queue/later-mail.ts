import type { LaterMail } from '../deferred-send/deferred-send.ts';
import type { OutboxMail } from '../ports/outbox.ts';

/** A mail of the queue as sending later knows it. */
export function laterMail({ mailId, person }: OutboxMail): LaterMail {
  return { mailId, follow: true, recipients: [person.address], subject: '' };
}
