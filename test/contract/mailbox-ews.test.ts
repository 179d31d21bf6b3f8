import { createEwsMailbox } from '@postrider/shared/adapters/ews/ews-mailbox';
import { mailboxAddress } from '@postrider/shared/domain/ids';
import { describe, expect, test } from 'vitest';

import { writtenBy } from './support/mailbox-subject.ts';
import { begin, ewsOpener, fromKim, value, written } from './support/open-ews.ts';

const opened = ewsOpener();

describe('a message that the rep moves', () => {
  test('is not told a second time, and keeps its name', async () => {
    const { mailbox, again, omar, clock } = opened();
    const cursor = await begin(mailbox);
    const item = omar.create(fromKim('one'), { folder: 'inbox' });
    const first = value(await mailbox.changes(cursor));
    const [told] = first.appeared;
    if (told === undefined) throw new Error('not told');
    const before = value(await mailbox.itemId(told.id));
    clock.pass(60_000);
    omar.addFolder('Customers');
    omar.update(item.id, { folderId: 'Customers' });
    expect(value(await again().changes(first.cursor)).appeared).toEqual([]);
    // Known where it was, and by a program that never saw it.
    for (const program of [mailbox, again()]) {
      expect(value(await program.message(told.id))).toEqual(told);
      expect(value(await program.raw(told.id))?.length).toBe(item.raw.length);
      const now = value(await program.itemId(told.id));
      expect(now).not.toBeNull();
      expect(now).not.toBe(before);
    }
    omar.erase(item.id);
    expect(value(await mailbox.message(told.id))).toBeNull();
    expect(value(await mailbox.raw(told.id))).toBeNull();
    expect(value(await mailbox.itemId(told.id))).toBeNull();
  });

  test('while the folders are listed is told by the next look', async () => {
    let happens: (() => void) | null = null;
    const { mailbox, omar, clock } = opened({}, (ask) => async (soap) => {
      const reply = await ask(soap);
      if (soap.includes('<m:FindItem')) happens?.();
      return reply;
    });
    const cursor = await begin(mailbox);
    clock.pass(60_000);
    const item = omar.create(fromKim('one'), { folder: 'inbox' });
    happens = () => {
      omar.update(item.id, { folderId: 'deleteditems' });
      happens = null;
    };
    const first = value(await mailbox.changes(cursor));
    expect(first).toMatchObject({ appeared: [], unread: [] });
    const second = value(await mailbox.changes(first.cursor));
    expect(second.appeared.map(({ receivedAt }) => receivedAt)).toEqual([item.receivedAt]);
  });

  test('into a folder that a rule has just made is told', async () => {
    const { mailbox, omar, clock } = opened();
    const cursor = await begin(mailbox);
    clock.pass(60_000);
    omar.addFolder('Bounces');
    omar.create(fromKim('one'), { folder: 'Bounces' });
    const soon = value(await mailbox.changes(cursor));
    expect(soon.appeared).toEqual([]);
    clock.pass(10 * 60_000);
    omar.create(fromKim('two'), { folder: 'inbox' });
    const later = value(await mailbox.changes(soon.cursor));
    expect(later.appeared).toHaveLength(2);
  });

  test('out of Sent Items after it was told is not told again', async () => {
    const { mailbox, omar } = opened();
    omar.addFolder('Customers');
    const cursor = await begin(mailbox);
    const { id } = omar.create(written(), { folder: 'drafts', draft: true });
    await omar.submit(id);
    const first = value(await mailbox.changes(cursor));
    expect(first.appeared).toHaveLength(1);
    omar.update(id, { folderId: 'Customers' });
    expect(value(await mailbox.changes(first.cursor)).appeared).toEqual([]);
  });

  test('out of Sent Items has left all the same', async () => {
    const { mailbox, omar } = opened();
    omar.addFolder('Customers');
    const cursor = await begin(mailbox);
    const { id } = omar.create(written(), { folder: 'drafts', draft: true });
    await omar.submit(id);
    omar.update(id, { folderId: 'Customers' });
    const [message] = value(await mailbox.changes(cursor)).appeared;
    expect(message?.sent).toBe(true);
  });
});

test('mail to oneself is told twice: as it left and as it came', async () => {
  const { mailbox, again, omar, postOffice, pass } = opened();
  const cursor = await begin(mailbox);
  const raw = writtenBy('Omar <omar@woodgrove.example>', { to: 'omar@woodgrove.example' });
  const { id } = omar.create(raw, { folder: 'drafts', draft: true });
  await omar.submit(id);
  await pass(0);
  expect(postOffice.letters()).toHaveLength(1);
  const { appeared } = value(await mailbox.changes(cursor));
  expect(new Set(appeared.map(({ sent }) => sent))).toEqual(new Set([true, false]));
  expect(new Set(appeared.map((message) => message.id)).size).toBe(2);
  // A program that saw neither knows which is meant.
  for (const message of appeared) {
    expect(value(await again().message(message.id))).toEqual(message);
  }
  // Thrown away in the inbox it is still one mail that left.
  const [received] = omar.items('inbox');
  omar.update(received?.id ?? '', { folderId: 'deleteditems' });
  const { entries } = value(await mailbox.sentSince(0, null));
  expect(entries.map((entry) => entry.id)).toEqual([appeared.find(({ sent }) => sent)?.id]);
});

test('what came late and bears an older date is told, and an older still is not', async () => {
  const { mailbox, omar, clock } = opened();
  clock.pass(24 * 3_600_000);
  omar.create(fromKim('newest'), { folder: 'inbox' });
  const cursor = await begin(mailbox);
  clock.pass(1000);
  const minute = 60_000;
  omar.create(fromKim('late'), { folder: 'inbox', receivedAt: clock() - 15 * minute });
  omar.create(fromKim('imported'), { folder: 'inbox', receivedAt: clock() - 600 * minute });
  omar.create(fromKim('from the future'), { folder: 'inbox', receivedAt: clock() + 1e10 });
  const first = value(await mailbox.changes(cursor));
  expect(first.appeared).toHaveLength(2);
  // A date that lies ahead hides nothing that comes now.
  clock.pass(minute);
  omar.create(fromKim('now'), { folder: 'inbox' });
  expect(value(await mailbox.changes(first.cursor)).appeared).toHaveLength(1);
});

test('many messages of one instant are all told, each once', async () => {
  const { mailbox, omar } = opened();
  let cursor = await begin(mailbox);
  const count = 620;
  for (let left = count; left > 0; left -= 1) omar.create(fromKim(`${left}`), { folder: 'inbox' });
  const seen: string[] = [];
  for (let more = true; more;) {
    const changes = value(await mailbox.changes(cursor));
    seen.push(...changes.appeared.map(({ id }) => id));
    ({ cursor, more } = changes);
  }
  expect(seen).toHaveLength(count);
  expect(new Set(seen).size).toBe(count);
});

test('two messages with one Message-ID are told apart by when they came', async () => {
  const { mailbox, again, omar, clock } = opened();
  const cursor = await begin(mailbox);
  for (const subject of ['one', 'two']) {
    clock.pass(5000);
    omar.create(fromKim(subject, ['Message-ID: <same@initech.example>']), { folder: 'inbox' });
  }
  const { appeared } = value(await mailbox.changes(cursor));
  expect(appeared).toHaveLength(2);
  for (const message of appeared) {
    expect(value(await again().message(message.id))).toEqual(message);
  }
});

test('a full folder beside an empty one: still oldest first', async () => {
  const { mailbox, omar, clock } = opened();
  omar.addFolder('Customers');
  let cursor = await begin(mailbox);
  const expected = Array.from({ length: 300 }, (_, no) => {
    clock.pass(1000);
    const folder = no % 100 === 50 ? 'inbox' : 'Customers';
    return omar.create(fromKim(`${no}`), { folder }).receivedAt;
  });
  const seen: number[] = [];
  for (let more = true; more;) {
    const changes = value(await mailbox.changes(cursor));
    seen.push(...changes.appeared.map(({ receivedAt }) => receivedAt));
    ({ cursor, more } = changes);
  }
  expect(seen).toEqual(expected);
});

test('mail that Exchange sent later is told, though it bears the date of its handing-over', async () => {
  const { mailbox, omar, clock } = opened();
  const handedAt = clock();
  clock.pass(24 * 3_600_000);
  omar.create(fromKim('newest'), { folder: 'inbox' });
  const cursor = await begin(mailbox);
  clock.pass(1000);
  const { id } = omar.create(written(), { folder: 'sentitems', receivedAt: handedAt });
  const at = new Date(clock()).toISOString();
  omar.update(id, { properties: { 'SystemTime 0x000F': at } });
  const first = value(await mailbox.changes(cursor));
  expect(first.appeared.map(({ sent }) => sent)).toEqual([true]);
  expect(value(await mailbox.changes(first.cursor)).appeared).toEqual([]);
});

test('a clock that runs ahead of the server hides nothing', async () => {
  const { ask, wait, omar, clock } = opened();
  clock.pass(1000);
  omar.create(fromKim('newest'), { folder: 'inbox' });
  const ahead = createEwsMailbox({
    ask,
    account: mailboxAddress('omar@woodgrove.example'),
    clock: () => clock() + 3 * 3_600_000,
    wait,
  });
  const cursor = await begin(ahead);
  clock.pass(1000);
  omar.create(fromKim('now'), { folder: 'inbox' });
  expect(value(await ahead.changes(cursor)).appeared).toHaveLength(1);
});
