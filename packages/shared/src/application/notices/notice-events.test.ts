import { expect, it } from 'vitest';

import type { MailEvent } from '../../domain/analytics/event.ts';
import type { Notice, NoticeRecipient } from '../../domain/bounce/notice.ts';
import type { NoticeTrust } from '../../domain/bounce/trust.ts';
import { branded } from '../../domain/brand.ts';
import {
  mailboxAddress,
  type MailboxMessageId,
  type MessageId,
  type ThreadId,
} from '../../domain/ids.ts';
import { noticeEvents } from './notice-events.ts';

const evil = 'evil@competitor.example';
const kim = 'kim@initech.example';
const google: NoticeTrust = { kind: 'own-provider' };

function failed(address: string, alternates: readonly string[] = []): NoticeRecipient {
  return {
    address,
    alternates,
    action: 'failed',
    status: '5.1.1',
    replyCode: '550',
    diagnostic: '550 5.1.1 User unknown',
    remoteMta: 'mx.competitor.example',
    category: 'unknown-user',
    hard: true,
    whoMustAct: 'contact-data',
    retryUntil: null,
  };
}

function notice(recipients: readonly NoticeRecipient[], change: Partial<Notice> = {}): Notice {
  return {
    kind: 'bounce',
    evidence: '',
    messageId: 'm1@mail.gmail.com',
    references: [],
    mailId: null,
    originalSubject: null,
    reportingMta: null,
    recipients,
    limitsReached: [],
    ...change,
  };
}

function events(of: Notice, trust = google, history: readonly MailEvent[] = [], no = 1) {
  const evidence = {
    mailbox: mailboxAddress('ana@acme.example'),
    message: {
      id: branded<MailboxMessageId>(`n${no}`),
      threadId: branded<ThreadId>('t1'),
      receivedAt: no,
    },
    answered: {
      mailId: null,
      messageId: branded<MessageId>('m1@mail.gmail.com'),
      subject: 'Pricing',
      recipients: [
        { address: kim, name: 'Kim' },
        { address: evil, name: '' },
      ],
      sentEventId: null,
      sentAt: 0,
    },
    observedAt: no,
  };
  return noticeEvents(of, evidence, trust, history);
}

const doubts = (list: readonly MailEvent[]) =>
  list.map((event) => [
    event.person.address,
    event.kind === 'bounced' ? (event.bounce.doubt ?? 'proved') : event.kind,
  ]);

it('means the recipient that failed, whatever other name its server writes beside it', () => {
  expect(doubts(events(notice([failed(evil, [kim])])))).toEqual([[evil, 'proved']]);
});

it('finds the addressee behind a forwarded name', () => {
  expect(doubts(events(notice([failed('k.lee@elsewhere.example', [kim])])))).toEqual([
    [kim, 'proved'],
  ]);
});

it('doubts everybody whom words alone name, where they name several', () => {
  const quoting = notice([failed(evil), failed(kim)], { onlyWords: true });
  expect(doubts(events(quoting))).toEqual([
    [evil, 'only-words'],
    [kim, 'only-words'],
  ]);
  expect(doubts(events(notice([failed(kim)], { onlyWords: true })))).toEqual([[kim, 'proved']]);
});

it('lets a mail bounce once for a person, and the proved notice hold', () => {
  const doubtful = events(notice([failed(kim)]), { kind: 'none' });
  expect(doubts(doubtful)).toEqual([[kim, 'unknown-writer']]);
  const proved = events(notice([failed(kim)]), google, doubtful, 2);
  expect(proved).toMatchObject([{ supersedes: doubtful[0]?.id }]);
  expect(events(notice([failed(kim)]), google, proved, 3)).toEqual([]);
  expect(events(notice([failed(kim)]), { kind: 'none' }, proved, 4)).toEqual([]);
});

it('hears of the sender’s own limit from nobody but the own provider and company', () => {
  const limit = { ...failed(kim), category: 'sender-limit', hard: false, remoteMta: null } as const;
  expect(events(notice([limit])).map((event) => event.kind)).toEqual(['not-sent']);
  const initech: NoticeTrust = { kind: 'domain', domains: ['initech.example'] };
  expect(events(notice([limit]), initech).map((event) => event.kind)).toEqual(['bounced']);
});
