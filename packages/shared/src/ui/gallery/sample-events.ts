import type { Person } from '../../domain/address/person.ts';
import type { BounceDetail, EventBody, MailEvent } from '../../domain/analytics/event.ts';
import { branded } from '../../domain/brand.ts';
import { mailboxAddress } from '../../domain/ids.ts';

/** The rep whose panel the gallery shows. */
export const rep = mailboxAddress('ana@acme.com');

/** One minute in milliseconds. */
export const minute = 60_000;
const day = 1440 * minute;

let made = 0;

/** Makes an event of a kind with what else is given; every call gives another id. */
export function sampleEvent(
  body: EventBody,
  given: Partial<Pick<MailEvent, 'occurredAt' | 'mailId' | 'person' | 'subject' | 'supersedes'>>,
): MailEvent {
  made += 1;
  const id = `event-${made}`;
  return {
    v: 1,
    id: branded(id),
    mailbox: rep,
    evidenceId: branded(`message-${made}`),
    threadId: branded(`thread-${made}`),
    occurredAt: 0,
    observedAt: given.occurredAt ?? 0,
    mailId: branded('AAAAAAAAAAAAAAAAAAAAAA'),
    messageId: null,
    recipientNo: 0,
    person: person('kim.lee@globex.com', 'Kim Lee'),
    subject: 'Pricing',
    ...given,
    ...body,
  };
}

/** A person as mail names them. */
export function person(address: string, name = ''): Person {
  return { address, name };
}

/** What a notice said: by default that there is no such mailbox. */
export function notice(given: Partial<BounceDetail> = {}): BounceDetail {
  return {
    category: 'unknown-user',
    hard: true,
    status: '5.1.1',
    replyCode: '550',
    diagnostic:
      'smtp; 550 5.1.1 <j.doe@initech.com>: Recipient address rejected: User unknown in virtual mailbox table',
    whoMustAct: 'contact-data',
    ...given,
  };
}

/** One of every kind, as a rep's morning would bring them. */
export function morning(now: number): readonly MailEvent[] {
  const dana = person('dana.reyes@globex.com', 'Dana Reyes');
  const doe = person('j.doe@initech.com');
  const sam = person('sam.ode@umbrella.example', 'Sam Ode');
  const kim = person('kim.lee@globex.com', 'Kim Lee');
  const at = (minutes: number) => now - minutes * minute;
  return [
    sampleEvent(
      { kind: 'replied' },
      { occurredAt: at(2), person: dana, subject: 'Re: Proposal for Q1' },
    ),
    sampleEvent(
      { kind: 'bounced', bounce: notice() },
      { occurredAt: at(8), person: doe, subject: 'Introduction' },
    ),
    sampleEvent(
      { kind: 'auto-replied' },
      { occurredAt: at(9), person: sam, subject: 'Out of office: Introduction' },
    ),
    sampleEvent(
      { kind: 'sent', recipients: [kim, dana, sam] },
      { occurredAt: at(21), subject: 'Pricing' },
    ),
    sampleEvent(
      { kind: 'sent', recipients: [doe] },
      { occurredAt: at(22), person: doe, subject: 'Introduction' },
    ),
    sampleEvent(
      {
        kind: 'delayed',
        retryUntil: now + 2 * day,
        bounce: notice({
          category: 'temporarily-refused',
          hard: false,
          status: '4.4.1',
          replyCode: '451',
          diagnostic: 'smtp; 451 4.4.1 Connection timed out',
          whoMustAct: 'nobody',
        }),
      },
      {
        occurredAt: at(95),
        person: person('lou.park@hooli.example', 'Lou Park'),
        subject: 'Next steps',
      },
    ),
    sampleEvent(
      {
        kind: 'not-sent',
        reason: 'sender-limit',
        detail: notice({
          category: 'sender-limit',
          hard: false,
          status: '5.4.5',
          replyCode: '550',
          diagnostic: 'You have reached a limit for sending mail. Your message was not sent.',
          whoMustAct: 'rep',
        }),
      },
      {
        occurredAt: at(120),
        person: person('ria@soylent.example', 'Ria Noor'),
        subject: 'Pricing',
      },
    ),
    sampleEvent(
      { kind: 'replied' },
      {
        occurredAt: at(1450),
        mailId: null,
        person: person('bo@stark.example', 'Bo Stark'),
        subject: 'Re: Invoice 2044',
      },
    ),
    sampleEvent(
      {
        kind: 'bounced',
        bounce: notice({
          category: 'mailbox-full',
          hard: false,
          status: '5.2.2',
          replyCode: '552',
          diagnostic: 'smtp; 552 5.2.2 The email account that you tried to reach is over quota',
          whoMustAct: 'contact-data',
        }),
      },
      {
        occurredAt: at(1600),
        person: person('mia.wong@wayne.example', 'Mia Wong'),
        subject: 'Proposal for Q1',
      },
    ),
    sampleEvent(
      { kind: 'complained' },
      {
        occurredAt: at(4 * 1440),
        person: person('t.hale@tyrell.example', 'T. Hale'),
        subject: 'Checking in',
      },
    ),
    sampleEvent(
      { kind: 'sent', recipients: [kim] },
      { occurredAt: at(4 * 1440 + 30), subject: 'Checking in' },
    ),
  ];
}
