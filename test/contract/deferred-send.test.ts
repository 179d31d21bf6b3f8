import { afterEach, describe, expect, test } from 'vitest';

import { openGraphSubject } from './support/graph-subject.ts';
import { hourMs, openLater, type Later } from './support/later.ts';
import { subjects } from './support/mailbox-subjects.ts';

const opened: Later[] = [];

afterEach(() => {
  for (const rep of opened.splice(0)) rep.close();
});

async function kept(rep: Promise<Later>): Promise<Later> {
  opened.push(await rep);
  return rep;
}

const able = subjects.filter(([name]) => name !== 'gmail');

describe.each(able)('sending later at %s', (_name, openSubject) => {
  const open = () => kept(openLater(openSubject()));

  test('the provider keeps the mail, and sends it at its time with nothing of ours running', async () => {
    const rep = await open();
    const { mail, draft, mailId } = rep.compose();
    const leavesAt = rep.clock() + hourMs;
    expect(await rep.deferred.handOver(mail, draft, leavesAt)).toEqual({ kind: 'held', leavesAt });
    expect(await rep.deferred.list()).toMatchObject([
      { mailId, subject: 'Pricing', leavesAt, standing: { kind: 'held' } },
    ]);
    expect(rep.left()).toBe(0);
    await rep.pass(hourMs - 1000);
    expect(rep.left()).toBe(0);
    await rep.pass(2000);
    expect(rep.left()).toBe(1);
    await rep.lookTwice();
    expect(await rep.feed()).toMatchObject([{ kind: 'sent', mailId }]);
    expect(await rep.deferred.list()).toEqual([]);
  });

  test('handed over twice, it leaves once', async () => {
    const rep = await open();
    const { mail, draft } = rep.compose();
    const leavesAt = rep.clock() + hourMs;
    await Promise.all([
      rep.deferred.handOver(mail, draft, leavesAt),
      rep.deferred.handOver(mail, draft, leavesAt),
    ]);
    expect(await rep.program().handOver(mail, draft, leavesAt)).toEqual({ kind: 'held', leavesAt });
    await rep.pass(2 * hourMs);
    expect(rep.left()).toBe(1);
    expect(await rep.program().handOver(mail, draft, leavesAt)).toEqual({ kind: 'left' });
  });

  test('cancelled, it is gone and never leaves', async () => {
    const rep = await open();
    const { mail, draft, mailId } = rep.compose();
    await rep.deferred.handOver(mail, draft, rep.clock() + hourMs);
    expect(await rep.deferred.cancel(mailId)).toEqual({ kind: 'cancelled' });
    expect(await rep.deferred.cancel(mailId)).toEqual({ kind: 'cancelled' });
    expect(await rep.deferred.list()).toEqual([]);
    await rep.pass(2 * hourMs);
    expect([rep.left(), rep.sent().length]).toEqual([0, 0]);
  });

  test('cancelled too late, it says that it has left, and the mail in Sent stays', async () => {
    const rep = await open();
    const { mail, draft, mailId } = rep.compose();
    await rep.deferred.handOver(mail, draft, rep.clock() + hourMs);
    await rep.pass(hourMs + 1000);
    expect(await rep.deferred.cancel(mailId)).toEqual({ kind: 'left' });
    expect(rep.sent()).toHaveLength(1);
    await rep.lookTwice();
    expect(await rep.kinds()).toEqual(['sent']);
  });

  test('deleted in Outlook, it is told as gone until that was seen', async () => {
    const rep = await open();
    const { mail, draft, mailId } = rep.compose();
    await rep.deferred.handOver(mail, draft, rep.clock() + 4 * hourMs);
    const [held] = rep.drafts();
    rep.erase(held?.id ?? '');
    await rep.pass(31 * 60_000);
    expect((await rep.deferred.settle()).changed).toEqual([{ mailId, to: 'gone' }]);
    expect(await rep.standings()).toEqual(['gone']);
    await rep.deferred.dismiss(mailId);
    expect(await rep.standings()).toEqual([]);
  });

  test('what nobody watched leaving is found by reading the item', async () => {
    const rep = await open();
    const { mail, draft, mailId } = rep.compose();
    await rep.deferred.handOver(mail, draft, rep.clock() + hourMs);
    await rep.pass(hourMs + 1000);
    expect(await rep.standings()).toEqual(['due']);
    await rep.pass(4 * 60_000);
    expect((await rep.deferred.settle()).changed).toEqual([{ mailId, to: 'left' }]);
    expect(await rep.standings()).toEqual([]);
  });

  test('a draft that the rep saved is handed over as it is', async () => {
    const rep = await open();
    const { mail, draft } = rep.compose();
    const raw = draft.kind === 'new' ? draft.raw : '';
    const saved = await rep.mailbox.drafts.create({ mailId: mail.mailId, raw });
    const id = saved.kind === 'ok' ? saved.value : null;
    if (id === null) throw new Error('no draft');
    const outcome = await rep.deferred.handOver(mail, { kind: 'saved', id }, rep.clock() + hourMs);
    expect(outcome.kind).toBe('held');
    expect(rep.drafts()).toHaveLength(1);
    await rep.pass(2 * hourMs);
    expect(rep.left()).toBe(1);
  });

  test.each(['create-draft', 'set-times', 'send'] as const)(
    'an answer that was lost after "%s" makes no second mail, and loses none',
    async (on) => {
      const rep = await open();
      const { mail, draft } = rep.compose();
      const leavesAt = rep.clock() + hourMs;
      rep.trouble({ kind: 'silence', after: true }, on);
      expect((await rep.deferred.handOver(mail, draft, leavesAt)).kind).toBe('held');
      expect(rep.drafts()).toHaveLength(1);
      await rep.pass(2 * hourMs);
      expect(rep.left()).toBe(1);
    },
  );

  test.each(['create-draft', 'set-times', 'send'] as const)(
    'a line that is cut before "%s" leaves a wish that is carried out later',
    async (on) => {
      const rep = await open();
      const { mail, draft, mailId } = rep.compose();
      const leavesAt = rep.clock() + hourMs;
      rep.trouble({ kind: 'silence' }, on, on === 'send' ? 2 : 1);
      const first = await rep.deferred.handOver(mail, draft, leavesAt);
      expect(first).toMatchObject({ kind: 'waiting', problem: { kind: 'unknown' } });
      expect(await rep.standings()).toEqual(['handing-over']);
      expect((await rep.deferred.handOver(mail, draft, leavesAt)).kind).toBe('held');
      await rep.pass(2 * hourMs);
      expect([rep.left(), rep.drafts().length]).toEqual([1, 0]);
      expect((await rep.stores.followed.byMailId(mailId))?.state).not.toBe('composing');
    },
  );

  test('a limit met on the way is waited for, and settled without the rep', async () => {
    const rep = await open();
    const { mail, draft, mailId } = rep.compose();
    const retryAt = rep.clock() + 120_000;
    rep.trouble({ kind: 'rate-limited', retryAt }, 'send');
    const first = await rep.deferred.handOver(mail, draft, rep.clock() + hourMs);
    expect(first).toMatchObject({ kind: 'waiting', problem: { kind: 'rate-limited' } });
    await rep.pass(121_000);
    expect((await rep.program().settle()).changed).toEqual([{ mailId, to: 'held' }]);
    await rep.pass(2 * hourMs);
    expect(rep.left()).toBe(1);
  });

  test('a wish whose time has passed is not carried out by surprise', async () => {
    const rep = await open();
    const first = rep.compose();
    await rep.deferred.handOver(first.mail, first.draft, rep.clock() + 4 * hourMs);
    const { mail, draft, mailId } = rep.compose();
    rep.trouble({ kind: 'rate-limited', retryAt: rep.clock() + 60_000 }, 'send');
    await rep.deferred.handOver(mail, draft, rep.clock() + hourMs);
    await rep.pass(2 * hourMs);
    expect((await rep.deferred.settle()).changed).toEqual([{ mailId, to: 'missed' }]);
    await rep.pass(hourMs);
    expect([rep.left(), rep.drafts().length]).toEqual([0, 2]);
    expect(await rep.standings()).toEqual(['missed', 'held']);
  });
});

test('a mailbox that cannot send later says so, and nothing is asked', async () => {
  const [gmail] = subjects;
  if (gmail === undefined) throw new Error('no adapter');
  const rep = await kept(openLater(gmail[1]()));
  const { mail, draft } = rep.compose();
  const before = rep.requests();
  expect(await rep.deferred.handOver(mail, draft, rep.clock() + hourMs)).toMatchObject({
    kind: 'cannot',
    why: expect.stringContaining('Gmail'),
  });
  expect(rep.requests()).toBe(before);
  expect(await rep.deferred.list()).toEqual([]);
});

describe.each([
  ['mfSubmitted is not shown', { exchange: { submittedFlag: 'hidden' } }],
  ['held mail stands in the Outbox', { exchange: { heldIn: 'outbox' } }],
  ['DELETE moves to Deleted Items', { graph: { deleteMovesTo: 'deleted-items' } }],
  ['headers of own mail are shown', { graph: { headersOfOwnMail: 'shown' } }],
  ['nothing shows our header', { graph: { headerProperties: 'hidden' } }],
  ['held mail is not in the delta', { graph: { heldInDelta: 'hidden' } }],
] as const)('where %s', (_name, switches) => {
  const open = () => kept(openLater(openGraphSubject(switches)));

  test('a mail is held, cancelled and confirmed', async () => {
    const rep = await open();
    const { mail, draft, mailId } = rep.compose();
    expect((await rep.deferred.handOver(mail, draft, rep.clock() + hourMs)).kind).toBe('held');
    expect(await rep.deferred.cancel(mailId)).toEqual({ kind: 'cancelled' });
    await rep.pass(2 * hourMs);
    expect(rep.left()).toBe(0);
  });

  test.each(['create-draft', 'send'] as const)('an answer lost after %s', async (on) => {
    const rep = await open();
    const { mail, draft } = rep.compose();
    rep.trouble({ kind: 'silence', after: true }, on);
    expect((await rep.deferred.handOver(mail, draft, rep.clock() + hourMs)).kind).toBe('held');
    await rep.pass(2 * hourMs);
    await rep.program().settle();
    await rep.lookTwice();
    expect([rep.left(), rep.drafts().length]).toEqual([1, 0]);
    expect(await rep.kinds()).toEqual(['sent']);
  });
});
