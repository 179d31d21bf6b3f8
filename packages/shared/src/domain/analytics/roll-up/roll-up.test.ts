import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  shuffledSubarray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';

import { branded } from '../../brand.ts';
import type { EventId, MailboxAddress, MailId } from '../../ids.ts';
import type { BounceDetail, EventBase, EventBody, MailEvent } from '../event.ts';
import { createRollUp, type Group, type RollUp } from './roll-up.ts';

const dana = { address: 'dana@initech.example', name: 'Dana' };
const kim = { address: 'kim@globex.example', name: 'Kim' };
const people = [dana, kim];

const bounce = (hard: boolean): BounceDetail => ({
  category: hard ? 'unknown-user' : 'mailbox-full',
  hard,
  status: null,
  replyCode: null,
  diagnostic: '',
  whoMustAct: 'contact-data',
});

let made = 0;

/** An event as the watch writes it; each has an id of its own unless one is given. */
function event(body: EventBody, more: Partial<EventBase> = {}): MailEvent {
  made += 1;
  const base = {
    v: 1,
    id: branded<EventId>(`event-${made}`),
    mailbox: branded<MailboxAddress>('ana@acme.example'),
    evidenceId: branded('evidence'),
    threadId: branded('thread'),
    occurredAt: made,
    observedAt: made,
    mailId: branded<MailId>('mail-1'),
    messageId: null,
    recipientNo: null,
    person: dana,
    subject: 'Offer',
  } as const;
  return Object.assign(base, more, body);
}

const sent = (more: Partial<EventBase> = {}) => event({ kind: 'sent', recipients: people }, more);

function rollUpOf(events: readonly MailEvent[]): RollUp {
  const rollUp = createRollUp();
  for (const one of events) rollUp.add(one);
  return rollUp;
}

const unique = (rollUp: RollUp, group: Group = { by: 'all' }) => {
  const { of } = rollUp.counts(group);
  return Object.fromEntries(
    Object.entries(of).flatMap(([id, count]) => (count.unique === 0 ? [] : [[id, count.unique]])),
  );
};

describe('what became of a mail', () => {
  it('counts recipients, and answers once each', () => {
    const rollUp = rollUpOf([
      sent(),
      event({ kind: 'replied' }, { person: kim }),
      event({ kind: 'replied' }, { person: kim }),
      event({ kind: 'bounced', bounce: bounce(true) }),
    ]);
    expect(unique(rollUp)).toEqual({ sent: 2, replied: 1, bounced: 1, 'bounced-hard': 1 });
    expect(rollUp.counts({ by: 'all' })).toMatchObject({
      mails: 1,
      of: { replied: { total: 2, unique: 1 } },
      bounces: { 'unknown-user': 1 },
    });
  });

  it('a reply and a bounce of the same person both stand', () => {
    const events = [
      sent(),
      event({ kind: 'bounced', bounce: bounce(false) }),
      event({ kind: 'replied' }),
    ];
    expect(unique(rollUpOf(events))).toMatchObject({ 'bounced-soft': 1, replied: 1 });
  });

  it('a bounce after days takes the delay back', () => {
    const delay = event({ kind: 'delayed', bounce: bounce(false), retryUntil: null });
    const late = event({ kind: 'bounced', bounce: bounce(true) }, { supersedes: delay.id });
    expect(unique(rollUpOf([sent(), delay]))).toEqual({ sent: 2, delayed: 1 });
    expect(unique(rollUpOf([sent(), late, delay]))).toEqual({
      sent: 2,
      bounced: 1,
      'bounced-hard': 1,
    });
  });

  it('what the provider held back did not leave for anybody, until it goes after all', () => {
    const first = sent();
    const held = event(
      { kind: 'not-sent', reason: 'sender-limit', detail: bounce(false) },
      { supersedes: first.id },
    );
    const again = sent();
    expect(unique(rollUpOf([held, first]))).toEqual({ 'not-sent': 2 });
    expect(unique(rollUpOf([again, held, first]))).toEqual({ sent: 2 });
  });

  it('mail that is not followed is not counted', () => {
    expect(unique(rollUpOf([event({ kind: 'replied' }, { mailId: null })]))).toEqual({});
  });

  it('counts by template and version, by campaign and step, and by rep', () => {
    const text = { template: { id: 't', version: 2 }, campaignId: 'c', campaignStep: 2 };
    const rollUp = rollUpOf([
      event({ kind: 'replied' }),
      sent(text),
      sent({ mailId: branded<MailId>('mail-2'), template: { id: 't', version: 1 } }),
    ]);
    expect(unique(rollUp, { by: 'template', id: 't' })).toEqual({ sent: 4, replied: 1 });
    expect(unique(rollUp, { by: 'template', id: 't', version: 2 })).toEqual({
      sent: 2,
      replied: 1,
    });
    expect(unique(rollUp, { by: 'campaign', id: 'c', step: 2 })).toEqual({ sent: 2, replied: 1 });
    expect(unique(rollUp, { by: 'campaign', id: 'c', step: 1 })).toEqual({});
    expect(rollUp.groups('rep')).toEqual([{ by: 'rep', mailbox: 'ana@acme.example' }]);
    expect(rollUp.mails({ by: 'campaign', id: 'c' }).map(({ mailId }) => mailId)).toEqual([
      'mail-1',
    ]);
  });
});

const bodies: Arbitrary<EventBody> = oneof(
  constantFrom<EventBody>({ kind: 'sent', recipients: people }, { kind: 'replied' }),
  constantFrom<EventBody>({ kind: 'auto-replied' }, { kind: 'complained' }),
  boolean().map((hard): EventBody => ({ kind: 'bounced', bounce: bounce(hard) })),
  constantFrom<EventBody>(
    { kind: 'delayed', bounce: bounce(false), retryUntil: null },
    { kind: 'not-sent', reason: 'sender-limit', detail: bounce(false) },
  ),
);

/** Events of a few mails, with equal times, several texts, and corrections of one another. */
const histories: Arbitrary<readonly MailEvent[]> = array(
  record({
    body: bodies,
    mail: integer({ min: 1, max: 3 }),
    at: integer({ min: 1, max: 5 }),
    person: constantFrom(...people),
    version: option(integer({ min: 1, max: 2 })),
    corrects: option(integer({ min: 0, max: 11 })),
  }),
  { maxLength: 12 },
).map((entries) =>
  entries.map(({ body, mail, at, person, version, corrects }, no) =>
    event(body, {
      id: branded<EventId>(`e${no}`),
      mailId: branded<MailId>(`mail-${mail}`),
      occurredAt: at,
      person,
      ...(version === null ? {} : { template: { id: 't', version }, campaignId: `c${version}` }),
      ...(corrects === null || corrects === no
        ? {}
        : { supersedes: branded<EventId>(`e${corrects}`) }),
    }),
  ),
);

const everything = (rollUp: RollUp) =>
  (['all', 'rep', 'template', 'campaign'] as const)
    .flatMap((by) => rollUp.groups(by))
    .map((group) => [JSON.stringify(group), rollUp.counts(group)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

describe('event by event', () => {
  it('comes to the same as from scratch, in any order, seen twice, asked in between', () => {
    assert(
      property(
        histories.chain((events) =>
          record({
            events: constantFrom(events),
            order: shuffledSubarray([...events, ...events], {
              minLength: 2 * events.length,
            }),
          }),
        ),
        ({ events, order }) => {
          const step = createRollUp();
          for (const one of order) {
            step.add(one);
            step.counts({ by: 'all' });
          }
          expect(everything(step)).toEqual(everything(rollUpOf(events)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('forgets what is taken out as if it had never been', () => {
    assert(
      property(histories, integer({ min: 0, max: 4095 }), (events, mask) => {
        const gone = events.filter((_, no) => (mask >> no) & 1);
        const rollUp = rollUpOf(events);
        rollUp.counts({ by: 'all' });
        rollUp.remove(gone.map(({ id }) => id));
        const rest = events.filter((one) => !gone.includes(one));
        expect(everything(rollUp)).toEqual(everything(rollUpOf(rest)));
      }),
      { numRuns: 500 },
    );
  });
});
