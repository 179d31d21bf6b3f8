import { describe, expect, it } from 'vitest';

import { rawHeader } from '../mail/headers.ts';
import { createExchange } from './create-exchange.ts';
import type { ExchangeLimits } from './limits.ts';
import type { ExchangeSwitches } from './switches.ts';
import { DEFERRED_SEND_TIME } from './transport.ts';

const MINUTE_MS = 60_000;

const mail = (headers: Readonly<Record<string, string>> = {}): Buffer => {
  const all = { To: 'carla@customer.example', Subject: 'Offer', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\nHello\r\n`);
};

const world = (
  given: { limits?: Partial<ExchangeLimits>; switches?: Partial<ExchangeSwitches> } = {},
) => {
  let now = Date.UTC(2026, 10, 23, 9);
  const clock = () => now;
  const timers = { start: () => () => {} };
  const exchange = createExchange({ kind: 'online', clock, timers, ...given });
  const eva = exchange.addMailbox({
    address: 'Eva@adatum.example',
    name: 'Eva Brandt',
    aliases: ['e.brandt@adatum.example'],
  });
  const left: { id: string; at: number }[] = [];
  exchange.onDeparture((_sender, { id }) => void left.push({ id, at: now }));
  const draft = (headers?: Readonly<Record<string, string>>) =>
    eva.create(mail(headers), { folder: 'drafts', draft: true });
  return {
    exchange,
    eva,
    left,
    draft,
    clock,
    pass: async (ms: number) => {
      now += ms;
      await exchange.settle();
    },
    deferred: (atMs: number) => {
      const { id } = draft();
      eva.update(id, { properties: { [DEFERRED_SEND_TIME]: new Date(atMs).toISOString() } });
      return id;
    },
    folderOf: (id: string) => {
      const item = eva.find(id);
      return item && eva.folder(item.folderId)?.wellKnown;
    },
  };
};

describe('a mail that is sent', () => {
  it('keeps id, Message-ID and conversation, and stands in Sent Items', async () => {
    const { eva, left, draft, folderOf, clock } = world();
    const before = draft();
    expect(await eva.submit(before.id)).toEqual({ kind: 'left' });
    const after = eva.find(before.id);
    expect(folderOf(before.id)).toBe('sentitems');
    expect(after?.messageId).toBe(before.messageId);
    expect(after?.conversationId).toBe(before.conversationId);
    expect([after?.isDraft, after?.sentAt]).toEqual([false, clock()]);
    expect(after && rawHeader(after.raw, 'From')).toBe('Eva Brandt <eva@adatum.example>');
    expect(left.map(({ id }) => id)).toEqual([before.id]);
  });

  it('leaves under the primary address where an alias was written, and not at all in a foreign name', async () => {
    const { eva, draft, left } = world();
    const alias = draft({ From: 'Eva B <e.brandt@adatum.example>' });
    await eva.submit(alias.id);
    const sent = eva.find(alias.id);
    expect(sent && rawHeader(sent.raw, 'From')).toBe('Eva B <eva@adatum.example>');
    const foreign = draft({ From: 'tom@adatum.example' });
    expect(await eva.submit(foreign.id)).toMatchObject({ code: 'ErrorSendAsDenied' });
    expect(left).toHaveLength(1);
  });

  it('is not sent twice, nor without a recipient', async () => {
    const { eva, draft } = world();
    const { id } = draft();
    await eva.submit(id);
    expect(await eva.submit(id)).toMatchObject({ kind: 'refused' });
    expect(await eva.submit(draft({ To: '' }).id)).toMatchObject({
      code: 'ErrorInvalidRecipients',
    });
  });
});

describe('conversations', () => {
  it('hold what names an earlier mail, and nothing else', async () => {
    const { exchange, eva, draft } = world();
    const { id, messageId, conversationId } = draft();
    await eva.submit(id);
    const answer = exchange.bring(eva, mail({ 'Message-ID': '<a@b>', 'In-Reply-To': messageId }));
    const further = exchange.bring(eva, mail({ References: '<unknown@b> <a@b>' }));
    const stranger = exchange.bring(eva, mail({ References: '<unknown@b>' }));
    expect([answer.conversationId, further.conversationId]).toEqual([
      conversationId,
      conversationId,
    ]);
    expect(stranger.conversationId).not.toBe(conversationId);
  });
});

describe('a mail with a deferred time', () => {
  it.each(['drafts', 'outbox'] as const)(
    'waits in %s under its id until then, and moves to Sent Items under the same',
    async (heldIn) => {
      const { eva, left, deferred, folderOf, pass, clock } = world({ switches: { heldIn } });
      const until = clock() + 5 * MINUTE_MS;
      const id = deferred(until);
      expect(await eva.submit(id)).toEqual({ kind: 'held', until });
      expect([folderOf(id), eva.find(id)?.heldUntil]).toEqual([heldIn, until]);
      await pass(5 * MINUTE_MS - 1);
      expect(left).toEqual([]);
      await pass(1);
      expect(left).toEqual([{ id, at: until }]);
      expect([folderOf(id), eva.find(id)?.heldUntil]).toEqual(['sentitems', null]);
    },
  );

  it.each([
    ['departure', 5 * MINUTE_MS],
    ['submission', 0],
  ] as const)('bears in Sent Items the time of its %s', async (timeOfHeld, after) => {
    const { eva, deferred, pass, clock } = world({ switches: { timeOfHeld } });
    const start = clock();
    const id = deferred(start + 5 * MINUTE_MS);
    await eva.submit(id);
    await pass(5 * MINUTE_MS);
    const sent = eva.find(id);
    expect([sent?.sentAt, sent?.receivedAt]).toEqual([start + after, start + after]);
  });

  it('never leaves once it is erased, or moved to Deleted Items', async () => {
    const { eva, left, deferred, folderOf, pass, clock } = world();
    const [erased, moved] = [deferred(clock() + 1000), deferred(clock() + 1000)];
    await eva.submit(erased);
    await eva.submit(moved);
    eva.erase(erased);
    eva.update(moved, { folderId: 'deleteditems' });
    await pass(MINUTE_MS);
    expect(left).toEqual([]);
    expect(eva.find(erased)).toBeUndefined();
    expect([folderOf(moved), eva.find(moved)?.heldUntil]).toEqual(['deleteditems', null]);
  });

  it('leaves at once where the time is over', async () => {
    const { eva, deferred, clock } = world();
    expect(await eva.submit(deferred(clock() - 1000))).toEqual({ kind: 'left' });
  });
});

it('an accepted mail may stand in Drafts for a moment before it leaves', async () => {
  const { eva, left, draft, pass, folderOf } = world({ switches: { leavesAfterMs: 1500 } });
  const { id } = draft();
  expect((await eva.submit(id)).kind).toBe('held');
  expect(folderOf(id)).toBe('drafts');
  await pass(1500);
  expect([left.length, folderOf(id)]).toEqual([1, 'sentitems']);
});

describe('limits', () => {
  it('the 31st of a minute is queued without an error, and no minute has more than 30', async () => {
    const { eva, left, draft, pass, clock } = world();
    const start = clock();
    for (let count = 0; count < 65; count += 1) {
      const outcome = await eva.submit(draft().id);
      expect(outcome.kind).toBe(count < 30 ? 'left' : 'held');
    }
    await pass(MINUTE_MS - 1);
    expect(left).toHaveLength(30);
    await pass(1);
    expect(left).toHaveLength(60);
    await pass(MINUTE_MS);
    expect(left.map(({ at }) => at - start)).toEqual([
      ...Array.from({ length: 30 }, () => 0),
      ...Array.from({ length: 30 }, () => MINUTE_MS),
      ...Array.from({ length: 5 }, () => 2 * MINUTE_MS),
    ]);
  });

  it('held mail that is due at once takes turns too', async () => {
    const { eva, left, deferred, pass, clock } = world({ limits: { messagesPerMinute: 2 } });
    for (let count = 0; count < 5; count += 1) await eva.submit(deferred(clock() + 1000));
    await pass(1000);
    expect(left).toHaveLength(2);
    await pass(2 * MINUTE_MS);
    expect(left).toHaveLength(5);
  });

  it('a queued mail that is erased gives its turn to the next', async () => {
    const { eva, left, draft, pass } = world({ limits: { messagesPerMinute: 1 } });
    await eva.submit(draft().id);
    const second = draft();
    await eva.submit(second.id);
    eva.erase(second.id);
    expect(await eva.submit(draft().id)).toMatchObject({ kind: 'held' });
    await pass(MINUTE_MS);
    expect(left).toHaveLength(2);
  });

  it('recipients of 24 hours: refused, and room again when the first have left the day', async () => {
    const { eva, left, draft, pass } = world({ limits: { recipientsPerDay: 3 } });
    await eva.submit(draft({ To: 'a@x.example', Cc: 'b@x.example', Bcc: 'c@x.example' }).id);
    const over = draft();
    expect(await eva.submit(over.id)).toMatchObject({ code: 'ErrorSubmissionQuotaExceeded' });
    expect(eva.find(over.id)?.isDraft).toBe(true);
    await pass(24 * 60 * MINUTE_MS);
    expect(await eva.submit(over.id)).toEqual({ kind: 'left' });
    expect(left).toHaveLength(2);
  });

  it('the same as a notice: the mail stands in Sent Items and has not left', async () => {
    const { eva, left, draft } = world({
      limits: { recipientsPerDay: 0 },
      switches: { recipientQuota: 'notice' },
    });
    expect(await eva.submit(draft().id)).toEqual({ kind: 'left' });
    const [notice] = eva.items('inbox');
    expect(notice?.messageClass).toBe('REPORT.IPM.Note.NDR');
    expect(notice?.raw.toString()).toContain('Status: 5.1.90');
    expect(notice?.conversationId).toBe(eva.items('sentitems')[0]?.conversationId);
    expect(left).toEqual([]);
  });

  it.each(['error', 'notice'] as const)('recipients of one message: %s', async (way) => {
    const { eva, left, draft } = world({
      limits: { recipientsPerMessage: 1 },
      switches: { tooManyRecipients: way },
    });
    const outcome = await eva.submit(draft({ To: 'a@x.example, b@x.example' }).id);
    expect(outcome.kind).toBe(way === 'error' ? 'refused' : 'left');
    expect(left).toEqual([]);
    expect(eva.items('inbox').map(({ raw }) => raw.toString().includes('5.5.3'))).toEqual(
      way === 'error' ? [] : [true],
    );
  });
});

describe('the mailbox', () => {
  it('tells every change in order, a move as a removal there and a creation here', () => {
    const { eva, draft } = world();
    const { id, folderId } = draft();
    const cursor = eva.lastChange();
    const { id: mine } = eva.addFolder('Mine');
    eva.update(id, { isRead: false });
    eva.update(id, { folderId: mine });
    eva.erase(id);
    expect(eva.changesAfter(cursor).map((change) => [change.kind, change.folderId])).toEqual([
      ['updated', folderId],
      ['removed', folderId],
      ['created', mine],
      ['removed', mine],
    ]);
  });

  it('takes nothing new while it is full, and everything again afterwards', async () => {
    const { exchange, eva, draft } = world();
    const { id } = draft();
    exchange.setCondition('e.brandt@adatum.example', 'full');
    expect(() => draft()).toThrow('quota');
    expect(await eva.submit(id)).toMatchObject({ code: 'ErrorQuotaExceeded' });
    exchange.setCondition(eva.address, 'usual');
    expect(await eva.submit(id)).toEqual({ kind: 'left' });
  });

  it('knows its items only while they are there', () => {
    const { eva } = world();
    expect(() => eva.erase('nobody')).toThrow('not found');
    expect(() => eva.update('nobody', { isRead: true })).toThrow('not found');
  });
});
