import type { Suppression } from '../../application/panel/suppression.ts';
import type { UnmatchedNotice } from '../../application/panel/unmatched-notice.ts';
import type { FollowedMail } from '../../application/ports/followed-mails.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import { branded } from '../../domain/brand.ts';
import { budgetOf, type SendBudget } from '../../domain/sending/budget.ts';
import { gmailLimits } from '../../domain/sending/limits.ts';
import { minute, person, rep, sampleEvent } from './sample-events.ts';

const [limit] = gmailLimits(rep);

/** The budget after so many mails, one a minute until an hour ago. */
export function sampleBudget(now: number, used: number, complete = true): SendBudget {
  const mails = Array.from({ length: used }, (_, at) => ({
    at: now - 60 * minute - at * 30_000,
    recipients: 1,
  }));
  if (limit === undefined) throw new Error('Gmail has a limit');
  return budgetOf(limit, { mails, complete, countedAt: now - minute }, now);
}

/** Suppressions that rest on the bounces and complaints among these events, the first of them on hold. */
export function suppressionsOf(events: readonly MailEvent[]): readonly Suppression[] {
  return events
    .filter(({ kind }) => kind === 'bounced' || kind === 'complained')
    .map((event, at) => ({
      address: event.person.address,
      since: event.occurredAt,
      by: 'product',
      because: event.kind === 'complained' ? 'complained' : 'bounced',
      why: event.kind === 'bounced' ? event.bounce.diagnostic : '',
      eventId: event.id,
      status: at === 1 ? 'on-hold' : 'suppressed',
    }));
}

/** A list of some length, as a team's would be after a year. */
export function manySuppressions(count: number, now: number): readonly Suppression[] {
  const becauses = ['bounced', 'complained', 'by-hand'] as const;
  return Array.from({ length: count }, (_, at) => {
    const because = becauses[at % becauses.length] ?? 'bounced';
    return {
      address: `person${at}@example.com`,
      since: now - at * 700 * minute,
      by: because === 'by-hand' ? 'person' : 'product',
      because,
      why: because === 'by-hand' ? 'Asked me by telephone not to write' : '',
      eventId: null,
      status: at % 7 === 3 ? 'on-hold' : 'suppressed',
    };
  });
}

/** A test mail that has just left. */
export function sampleTestMail(now: number, subject: string): FollowedMail {
  return {
    mailbox: rep,
    mailId: branded('CCCCCCCCCCCCCCCCCCCCCC'),
    draftKey: 'postrider:test-mail',
    follow: true,
    state: 'leaving',
    changedAt: now,
    threadId: null,
    mailboxMessageId: null,
    messageId: null,
    recipients: [rep],
    subject,
  };
}

/** Notices that nothing ties to a mail surely: with guesses, without any, and one matched by hand. */
export function sampleNotices(now: number): readonly UnmatchedNotice[] {
  const kim = person('kim.lee@globex.com', 'Kim Lee');
  const candidate = (confidence: number, minutes: number, subject: string) => {
    const event = sampleEvent(
      { kind: 'sent', recipients: [kim] },
      { occurredAt: now - minutes * minute, person: kim, subject },
    );
    return event.kind === 'sent' ? [{ sent: event, confidence }] : [];
  };
  const base: UnmatchedNotice = {
    id: branded('notice-1'),
    mailbox: rep,
    threadId: branded('thread-n1'),
    receivedAt: now - 12 * minute,
    kind: 'bounce',
    people: ['kim.lee@globex.com'],
    category: 'unknown-user',
    diagnostic: '550 5.1.1 User unknown',
    subject: 'Pricing',
    matched: null,
    candidates: [
      ...candidate(0.8, 21, 'Pricing'),
      ...candidate(0.5, 300, 'Proposal for Q1'),
      ...candidate(0.2, 4000, 'Checking in'),
    ],
  };
  return [
    base,
    {
      ...base,
      id: branded('notice-2'),
      receivedAt: now - 90 * minute,
      people: [],
      category: 'other',
      diagnostic: 'The message you sent could not be delivered to one or more recipients.',
      subject: null,
      candidates: [],
    },
    {
      ...base,
      id: branded('notice-3'),
      receivedAt: now - 200 * minute,
      kind: 'delayed',
      people: ['lou.park@hooli.example'],
      matched: { sentEventId: branded('event-x'), at: now - 100 * minute },
      candidates: [],
    },
  ];
}
