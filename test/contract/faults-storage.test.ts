import 'fake-indexeddb/auto';
import { openDatabase } from '@postrider/shared/adapters/storage/open-database';
import { createPanelProgram } from '@postrider/shared/application/panel-backend';
import { createWatch } from '@postrider/shared/application/watch-mailbox/watch';
import { gmailLimits } from '@postrider/shared/domain/sending/limits';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { openOffice } from './support/office.ts';
import { newDatabaseName, openStores, storesOn } from './support/stores.ts';
import { openWatchedAcme, type WatchedAcme } from './support/watched-acme.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The disk takes so many more writes and then none (Storage Standard: QuotaExceededError). */
function fillDisk(writesLeft = 0) {
  let left = writesLeft;
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function full(
      this: IDBObjectStore,
      ...args: Parameters<IDBObjectStore['put']>
    ) {
      left -= 1;
      if (left < 0) throw new DOMException('No room', 'QuotaExceededError');
      return write.apply(this, args);
    });
  }
}

async function openWithAnswers(): Promise<WatchedAcme> {
  const acme = await openWatchedAcme();
  await acme.look();
  acme.postOffice.behave('gone@initech.example', { kind: 'unknown-user' });
  await acme.send({ to: 'gone@initech.example' });
  const sent = await acme.send({ subject: 'Other' });
  receive(acme.ana, ['From: kim@initech.example', `In-Reply-To: ${sent.messageId}`]);
  await acme.pass(60_000);
  return acme;
}

test('a disk that is full after any number of writes costs nothing once there is room', async () => {
  let failed = 0;
  for (let writes = 0; ; writes += 1) {
    const acme = await openWithAnswers();
    fillDisk(writes);
    const error: unknown = await acme.look().then(
      () => null,
      (reason: unknown) => reason,
    );
    vi.restoreAllMocks();
    if (error === null) break;
    failed += 1;
    expect(error).toMatchObject({ name: 'QuotaExceededError' });
    await acme.look();
    expect((await acme.kinds()).toSorted()).toEqual(['bounced', 'replied', 'sent', 'sent']);
    expect(await acme.stores.decisions.all()).toHaveLength(1);
    acme.close();
  }
  expect(failed).toBeGreaterThan(8);
});

test('a full disk is told until a look succeeds, and mail in the page is not held up', async () => {
  const office = await openOffice();
  const { acme, stores, parts } = office;
  const watch = createWatch({
    account: ana,
    mailbox: office.mailbox(),
    clock: acme.clock,
    ...stores,
  });
  const { backend } = createPanelProgram({
    ...parts,
    ...stores,
    limitsOf: gmailLimits,
    watch,
    newId: () => 'id',
    openMail: () => undefined,
    openSettings: () => undefined,
  });
  await backend.connect();
  fillDisk();
  await backend.lookNow();
  expect((await backend.status()).storage).toBe('full');
  vi.restoreAllMocks();
  await backend.lookNow();
  expect((await backend.status()).storage).toBeUndefined();
});

test('a database that is deleted under the program is let go of at once, and opened anew', async () => {
  const name = newDatabaseName();
  const first = await openDatabase(name);
  if (first.kind !== 'opened') throw new Error(first.kind);
  expect(first.created).toBe(true);
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.addEventListener('success', () => resolve());
    deleting.addEventListener('blocked', () => reject(new Error('held open')));
  });
  await first.closed;
  const second = await openDatabase(name);
  if (second.kind !== 'opened') throw new Error(second.kind);
  expect(second.created).toBe(true);
  expect(await storesOn(second.database).events.count(ana)).toBe(0);
  second.database.close();
  expect(await openDatabase(name)).toMatchObject({ kind: 'opened', created: false });
});

test('what mail proves is read back from the mailbox, under the same ids; what was decided by hand is gone', async () => {
  const acme = await openWithAnswers();
  await acme.look();
  const before = (await acme.feed()).filter(({ kind }) => kind !== 'sent');
  const empty = await openStores();
  acme.restart({ ...empty, readBackFrom: acme.clock() - 14 * 24 * 3_600_000 });
  expect((await acme.look()).kind).toBe('looked');
  const after = await empty.events.feed({ mailbox: ana, limit: 100 });
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.map(({ kind, mailId }) => [kind, mailId])).toEqual(
    before.map(({ kind }) => [kind, null]),
  );
  expect(await empty.decisions.all()).toMatchObject([
    { kind: 'suppress', by: 'product', address: 'gone@initech.example' },
  ]);
  const { departed } = await empty.ledgers.read(ana);
  expect(departed).toHaveLength(acme.ana.messages('SENT').length);
  expect((await acme.look()).news).toEqual([]);
});
