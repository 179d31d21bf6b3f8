import type { MailEvent } from '../../domain/analytics/event.ts';
import type { MailboxAddress } from '../../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { KeptNotice } from '../ports/unmatched-notices.ts';
import type { AnsweredMail } from '../watch-mailbox/find-answered.ts';
import { namesOf } from './candidate-mails.ts';
import { noticeEvents } from './notice-events.ts';

/** What making events of a notice works with. */
export type NoticeParts = {
  readonly account: MailboxAddress;
  readonly events: EventLog;
  readonly clock: Clock;
};

/** The events that a notice proves about a mail; those that the log holds already may be among them. */
export async function eventsOfNotice(
  parts: NoticeParts,
  kept: KeptNotice,
  answered: AnsweredMail,
): Promise<readonly MailEvent[]> {
  const evidence = {
    mailbox: parts.account,
    message: kept,
    answered,
    observedAt: parts.clock(),
  };
  const history = await historyOf(parts, kept, answered);
  return noticeEvents(kept.notice, evidence, kept.trust, history);
}

/** What is known of the mail. Mail that was not followed has no name of ours: there it is what is known of its people. */
async function historyOf(
  { events, account }: NoticeParts,
  { notice }: KeptNotice,
  { mailId, messageId, recipients }: AnsweredMail,
): Promise<readonly MailEvent[]> {
  if (mailId !== null) return events.ofMail(mailId);
  const named = notice.recipients.flatMap(namesOf);
  const people = new Set([...named, ...recipients.slice(0, 1).map((person) => person.address)]);
  const kinds = ['bounced', 'delayed', 'not-sent'] as const;
  const found = await Promise.all(
    [...people].map((address) => events.ofPerson(account, address, kinds)),
  );
  return found.flat().filter((event) => messageId !== null && event.messageId === messageId);
}
