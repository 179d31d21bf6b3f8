import { EwsError } from '@postrider/sandbox/ews-errors';
import { itemIdOf } from '@postrider/sandbox/ews-ids';
import { draftId } from '@postrider/shared/adapters/ews/drafts/draft-id';
import { describe, expect, test } from 'vitest';

import {
  begin,
  draftOf,
  ewsOpener,
  means,
  newMailId,
  value,
  written,
  type ServerSwitches,
} from './support/open-ews.ts';

const opened = ewsOpener();

describe.each<ServerSwitches>([
  {},
  { heldIn: 'outbox' },
  { submittedFlag: 'hidden' },
  { heldIn: 'outbox', submittedFlag: 'hidden' },
])('a mail that Exchange holds, %j', (switches) => {
  const handed = async () => {
    const world = opened(switches);
    const cursor = await begin(world.mailbox);
    const mailId = newMailId();
    const draft = value(await world.mailbox.drafts.create(draftOf(mailId)));
    const leavesAt = world.clock() + 4 * 3_600_000;
    value(await means(world.mailbox).handOver(draft, leavesAt));
    const isTold = switches.heldIn === 'outbox' || switches.submittedFlag !== 'hidden';
    return { ...world, cursor, mailId, draft, leavesAt, isTold };
  };

  test('leaves at its time, with this program closed, and is found by its mailId', async () => {
    const { again, postOffice, pass, cursor, mailId, draft, leavesAt, isTold, omar } =
      await handed();
    const state = async () => value(await means(again()).state(draft));
    expect(await state()).toEqual(isTold ? { kind: 'held', leavesAt } : { kind: 'unclear' });
    expect(value(await again().drafts.find(mailId))).not.toBeNull();
    expect(postOffice.letters()).toHaveLength(0);
    await pass(4 * 3_600_000);
    expect(postOffice.letters()).toHaveLength(1);
    const left = await state();
    expect(left).toMatchObject({ kind: 'left', message: { sent: true } });
    expect(value(await again().drafts.find(mailId))).toBeNull();
    const { appeared } = value(await again().changes(cursor));
    expect(appeared).toEqual(left.kind === 'left' ? [left.message] : []);
    const [entry] = value(await again().sentSince(leavesAt - 1000, null)).entries;
    expect(entry).toEqual({ id: appeared[0]?.id, at: leavesAt, recipients: 1 });
    // Filed away since, it has left all the same.
    const [sent] = omar.items('sentitems');
    omar.update(sent?.id ?? '', { folderId: 'deleteditems' });
    expect(await state()).toMatchObject({ kind: 'left' });
  });

  test('is taken back, and that is read', async () => {
    const { again, postOffice, pass, draft, omar } = await handed();
    expect(value(await means(again()).cancel(draft))).toBe('cancelled');
    expect(value(await means(again()).state(draft))).toEqual({ kind: 'gone' });
    expect(omar.items('deleteditems')).toHaveLength(1);
    await pass(24 * 3_600_000);
    expect(postOffice.letters()).toHaveLength(0);
    expect(value(await means(again()).cancel(draft))).toBe('cancelled');
  });

  test('cannot be taken back once it left', async () => {
    const { again, postOffice, pass, draft } = await handed();
    await pass(4 * 3_600_000);
    expect(value(await means(again()).cancel(draft))).toBe('left');
    expect(postOffice.letters()).toHaveLength(1);
  });

  test('leaves once, however often it is handed over', async () => {
    const { again, postOffice, pass, draft, leavesAt } = await handed();
    await means(again()).handOver(draft, leavesAt);
    expect(value(await means(again()).state(draft))).toMatchObject(
      switches.submittedFlag === 'hidden' && switches.heldIn !== 'outbox'
        ? { kind: 'unclear' }
        : { kind: 'held' },
    );
    await pass(24 * 3_600_000);
    expect(postOffice.letters()).toHaveLength(1);
    expect((await means(again()).handOver(draft, leavesAt)).kind).toBe('refused');
    expect(postOffice.letters()).toHaveLength(1);
  });
});

test('a draft that the rep wrote gets our header as it is handed over or sent', async () => {
  const { mailbox, omar } = opened();
  const [first, second] = [newMailId(), newMailId()];
  for (const [mailId, later] of [
    [first, true],
    [second, false],
  ] as const) {
    omar.create(written(), { folder: 'drafts', draft: true });
    const item = omar.items('drafts').find(({ heldUntil }) => heldUntil === null);
    if (item === undefined) throw new Error('no draft');
    // As Outlook names the open draft.
    const draft = draftId(mailId, itemIdOf(omar, item));
    const outcome = later
      ? await means(mailbox).handOver(draft, Date.UTC(2030, 0))
      : await mailbox.send(draft);
    expect(outcome.kind).toBe(later ? 'ok' : 'accepted');
  }
  expect(value(await mailbox.drafts.find(first))).not.toBeNull();
  expect(omar.items('drafts')[0]?.raw.toString()).toContain(first);
  expect(omar.items('sentitems')[0]?.raw.toString()).toContain(second);
});

test('a mail that was handed over already is not sent, and handing it over again is the same', async () => {
  const { mailbox, server, clock, postOffice } = opened();
  const draft = value(await mailbox.drafts.create(draftOf(newMailId())));
  value(await means(mailbox).handOver(draft, clock() + 3_600_000));
  expect(await mailbox.send(draft)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('already'),
  });
  value(await means(mailbox).handOver(draft, clock() + 3_600_000));
  expect(server.log.count('SendItem')).toBe(1);
  expect(postOffice.letters()).toHaveLength(0);
});

test('a server that lets no held mail be moved leaves it held, in its words', async () => {
  const { mailbox, clock, postOffice, pass } = opened({ moveOfHeld: 'refused' });
  const draft = value(await mailbox.drafts.create(draftOf(newMailId())));
  value(await means(mailbox).handOver(draft, clock() + 3_600_000));
  expect(await means(mailbox).cancel(draft)).toMatchObject({ kind: 'refused' });
  await pass(3_600_000);
  expect(postOffice.letters()).toHaveLength(1);
});

test('a draft of which the times were set and that was never sent is a draft again', async () => {
  const { mailbox, server, clock, postOffice, pass } = opened();
  const held = value(await mailbox.drafts.create(draftOf(newMailId())));
  value(await means(mailbox).handOver(held, clock() + 1000));
  const draft = value(await mailbox.drafts.create(draftOf(newMailId())));
  server.faults.next({ match: ({ operation }) => operation === 'SendItem', response: 'drop' });
  expect(await means(mailbox).handOver(draft, clock() + 3_600_000)).toMatchObject({
    kind: 'unknown',
  });
  expect(value(await means(mailbox).state(draft))).toEqual({ kind: 'draft' });
  value(await means(mailbox).handOver(draft, clock() + 3_600_000));
  await pass(3_600_000);
  expect(postOffice.letters()).toHaveLength(2);
});

test('a draft that was changed between reading and sending leaves as it is now, once', async () => {
  let happens: (() => void) | null = null;
  const { mailbox, omar, postOffice } = opened({}, (ask) => async (soap) => {
    if (soap.includes('<m:SendItem') || soap.includes('<m:UpdateItem')) happens?.();
    return ask(soap);
  });
  const change = () => {
    const [item] = omar.items('drafts');
    omar.update(item?.id ?? '', { categories: ['changed'] });
    happens = null;
  };
  const draft = value(await mailbox.drafts.create(draftOf(newMailId())));
  happens = change;
  expect(await mailbox.send(draft)).toMatchObject({ kind: 'accepted' });
  expect(postOffice.letters()).toHaveLength(1);
  const later = value(await mailbox.drafts.create(draftOf(newMailId())));
  happens = change;
  expect(await means(mailbox).handOver(later, Date.UTC(2030, 0))).toMatchObject({ kind: 'ok' });
  expect(value(await means(mailbox).state(later))).toMatchObject({ kind: 'held' });
});

describe('answers lost', () => {
  test('after a draft was made: it is found, and not made again', async () => {
    const { mailbox, server, omar } = opened();
    const mailId = newMailId();
    const lost = {
      match: ({ operation }: { readonly operation: string }) => operation === 'CreateItem',
    };
    server.faults.next({ ...lost, response: 'drop', after: true });
    expect(await mailbox.drafts.create(draftOf(mailId))).toMatchObject({ kind: 'unknown' });
    expect(value(await mailbox.drafts.find(mailId))).not.toBeNull();
    expect(omar.items('drafts')).toHaveLength(1);
  });

  test('after a mail was sent: nothing is sent again', async () => {
    const { mailbox, server, postOffice } = opened();
    const draft = value(await mailbox.drafts.create(draftOf(newMailId())));
    const lost = {
      match: ({ operation }: { readonly operation: string }) => operation === 'SendItem',
    };
    server.faults.next({ ...lost, response: 'drop', after: true });
    expect(await mailbox.send(draft)).toMatchObject({ kind: 'unknown' });
    expect(await mailbox.send(draft)).toMatchObject({ kind: 'refused' });
    expect(value(await means(mailbox).state(draft))).toMatchObject({ kind: 'left' });
    expect(postOffice.letters()).toHaveLength(1);
  });

  test('and the item gone when it is to be sent: Sent Items are looked into', async () => {
    const { mailbox, server, postOffice } = opened();
    const draft = value(await mailbox.drafts.create(draftOf(newMailId())));
    const gone = new EwsError('ErrorItemNotFound', 'The specified object was not found.');
    server.faults.next({
      match: ({ operation }) => operation === 'SendItem',
      response: gone,
      after: true,
    });
    expect(await mailbox.send(draft)).toMatchObject({ kind: 'accepted' });
    expect(postOffice.letters()).toHaveLength(1);
    const other = value(await mailbox.drafts.create(draftOf(newMailId())));
    server.faults.next({ match: ({ operation }) => operation === 'SendItem', response: gone });
    expect(await mailbox.send(other)).toMatchObject({ kind: 'refused' });
    expect(postOffice.letters()).toHaveLength(1);
  });
});
