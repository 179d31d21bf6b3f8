import type { MailEvent } from '@postrider/shared/domain/analytics/event';
import { branded } from '@postrider/shared/domain/brand';
import { mailboxAddress, type MessageId, type ThreadId } from '@postrider/shared/domain/ids';
import { describe, expect, test } from 'vitest';

import { ana, bounceOf, sentEventNo } from './support/events.ts';
import { openStores } from './support/stores.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const ids = (events: readonly MailEvent[]) => events.map((event) => event.id);

describe.each([['IndexedDB', async () => (await openStores()).events]])(
  'an event log in %s',
  (_name, open) => {
    test('keeps each event once and says which were new', async () => {
      const log = await open();
      const [one, two] = [sentEventNo(1), sentEventNo(2)];
      expect(await log.append([one])).toEqual([one]);
      expect(await log.append([one, two, two])).toEqual([two]);
      expect(await log.count(ana)).toBe(2);
      expect(await log.append([{ ...one, subject: 'rewritten' }])).toEqual([]);
      expect((await log.feed({ mailbox: ana, limit: 10 }))[1]?.subject).toBe('Pricing 1');
    });

    test('gives the newest first, page by page, without gap or repetition', async () => {
      const log = await open();
      const events = numbers(25).map((no) =>
        // Five at a time share one instant: the page must not end in the middle of them and lose the rest.
        sentEventNo(no, { occurredAt: 1_800_000_000_000 + Math.floor(no / 5) }),
      );
      await log.append(events.toReversed());
      const seen: MailEvent[] = [];
      for (;;) {
        const last = seen.at(-1);
        const before = last && { occurredAt: last.occurredAt, id: last.id };
        const page = await log.feed({ mailbox: ana, limit: 4, ...(before ? { before } : {}) });
        seen.push(...page);
        if (page.length < 4) break;
      }
      expect(new Set(ids(seen)).size).toBe(25);
      expect(seen).toHaveLength(25);
      const times = seen.map((event) => event.occurredAt);
      expect(times).toEqual(times.toSorted((one, other) => other - one));
    });

    test('keeps mailboxes apart', async () => {
      const log = await open();
      const ben = mailboxAddress('ben@acme.example');
      await log.append([sentEventNo(1), sentEventNo(1, { mailbox: ben })]);
      expect(await log.feed({ mailbox: ben, limit: 10 })).toHaveLength(1);
      expect(await log.sentByMessageId(ben, branded<MessageId>('1@acme.example'))).toMatchObject({
        mailbox: ben,
      });
      await log.clear(ben);
      expect(await log.count(ben)).toBe(0);
      expect(await log.count(ana)).toBe(1);
    });

    test('keeps its count right while events come, go and are counted at once', async () => {
      const log = await open();
      const first = log.append(numbers(20).map((no) => sentEventNo(no)));
      const counted = [log.count(ana), log.count(ana)];
      const second = log.append([sentEventNo(19), sentEventNo(20)]);
      await Promise.all([first, second, ...counted]);
      expect(await log.count(ana)).toBe(21);
      await log.append([sentEventNo(20), sentEventNo(21)]);
      expect(await log.count(ana)).toBe(22);
      await log.remove([sentEventNo(21).id, sentEventNo(99).id]);
      expect(await log.count(ana)).toBe(21);
      await log.clear(ana);
      expect(await log.count(ana)).toBe(0);
      await log.append([sentEventNo(1)]);
      expect(await log.count(ana)).toBe(1);
    });

    test('leaves out what a later event corrected, whatever the filter', async () => {
      const log = await open();
      const sent = sentEventNo(1);
      await log.append([sent, sentEventNo(2)]);
      await log.append([bounceOf(1, sent)]);
      const feed = await log.feed({ mailbox: ana, limit: 10 });
      expect(feed.map((event) => `${event.kind} ${event.subject}`)).toEqual([
        'sent Pricing 2',
        'bounced Pricing 1',
      ]);
      const sentOnly = await log.feed({ mailbox: ana, kinds: ['sent'], limit: 10 });
      expect(ids(sentOnly)).toEqual([sentEventNo(2).id]);
    });

    test('filters by kind, time and text together, in any case', async () => {
      const log = await open();
      await log.append([...numbers(20).map((no) => sentEventNo(no)), bounceOf(7), bounceOf(17)]);
      const find = async (query: object) =>
        (await log.feed({ mailbox: ana, limit: 50, ...query })).map((event) => event.subject);
      expect(await find({ kinds: ['bounced'] })).toEqual(['Pricing 17', 'Pricing 7']);
      expect(await find({ kinds: ['bounced', 'sent'], limit: 3 })).toEqual([
        'Pricing 19',
        'Pricing 18',
        'Pricing 17',
      ]);
      expect(await find({ text: 'kIM 7' })).toEqual(['Pricing 7', 'Pricing 7']);
      expect(await find({ text: 'KIM7@INITECH' })).toEqual(['Pricing 7', 'Pricing 7']);
      expect(await find({ text: 'PRICING 19' })).toEqual(['Pricing 19']);
      expect(await find({ from: sentEventNo(18).occurredAt })).toEqual([
        'Pricing 19',
        'Pricing 18',
      ]);
      const from = sentEventNo(8).occurredAt;
      expect(await find({ from, kinds: ['bounced'], text: 'kim' })).toEqual(['Pricing 17']);
      expect(await find({ text: 'nobody' })).toEqual([]);
    });

    test('finds the sent mail by what replies and notices name', async () => {
      const log = await open();
      const thread = branded<ThreadId>('t1');
      const again = sentEventNo(5, { threadId: thread });
      await log.append([sentEventNo(1), again, bounceOf(1)]);
      expect(await log.sentByMessageId(ana, branded<MessageId>('5@acme.example'))).toEqual(again);
      expect(await log.sentByMessageId(ana, branded<MessageId>('6@acme.example'))).toBeNull();
      expect(ids(await log.sentInThread(ana, thread))).toEqual([again.id, sentEventNo(1).id]);
      expect(ids(await log.sentTo(ana, 'kim5@initech.example'))).toEqual([again.id]);
      expect(await log.sentTo(ana, 'kim5@initech')).toEqual([]);
    });

    test('tells the whole story of one mail, oldest first', async () => {
      const log = await open();
      const sent = sentEventNo(1);
      const bounced = bounceOf(1);
      await log.append([bounced, sent, sentEventNo(2)]);
      if (sent.mailId === null) throw new Error('a sent event has a mailId');
      expect(ids(await log.ofMail(sent.mailId))).toEqual([sent.id, bounced.id]);
    });

    test('keeps events that belong to no followed mail', async () => {
      const log = await open();
      const stray = { ...bounceOf(3), mailId: null, messageId: null };
      await log.append([stray]);
      expect(await log.feed({ mailbox: ana, limit: 1 })).toEqual([stray]);
    });
  },
);
