import { readFile, readdir } from 'node:fs/promises';

import { migrations } from '@postrider/shared/adapters/storage/migrations';
import { openDatabase } from '@postrider/shared/adapters/storage/open-database';
import { freshWatchState } from '@postrider/shared/application/ports/watch-state';
import { describe, expect, test } from 'vitest';

import { ana } from './support/events.ts';
import { newDatabaseName, openStores, storesOn } from './support/stores.ts';

/** What a version of the database held: rows by store, and how it was laid out. */
type Dump = {
  readonly version: number;
  readonly stores: Readonly<
    Record<string, readonly { readonly key?: string; readonly value: unknown }[]>
  >;
};

const folder = new URL('../fixtures/storage/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));

async function writeOld(dump: Dump, name: string): Promise<void> {
  const opened = await openDatabase(name, migrations.slice(0, dump.version));
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  opened.database.close();
  // The platform's own words: today's types know only today's version.
  const database = await openAsItIs(name);
  for (const [store, rows] of Object.entries(dump.stores)) {
    const objects = database.transaction(store, 'readwrite').objectStore(store);
    for (const { key, value } of rows) await done(objects.put(value, key));
  }
  database.close();
}

const openAsItIs = (name: string) => done(indexedDB.open(name));

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
  });
}

test('every released version has a dump', () => {
  expect(files.toSorted()).toEqual(migrations.map((_, index) => `version-${index + 1}.json`));
});

describe.each(files)('the database of %s', (file) => {
  test('is read by the code of today', async () => {
    const dump: Dump = JSON.parse(await readFile(new URL(file, folder), 'utf8'));
    const name = newDatabaseName();
    await writeOld(dump, name);
    const { events, followed, states, decisions, grants } = await openStores(name);
    const feed = await events.feed({ mailbox: ana, limit: 10 });
    expect(feed.map((event) => [event.v, event.kind, event.person.address])).toEqual([
      [1, 'replied', 'dana@initech.example'],
      [1, 'bounced', 'kim@initech.example'],
      [1, 'sent', 'kim@initech.example'],
    ]);
    const [reply] = feed;
    const sent = reply?.messageId && (await events.sentByMessageId(ana, reply.messageId));
    expect(sent?.mailId).toBe('AAECAwQFBgcICQoLDA0ODw');
    expect(await followed.leaving(ana)).toMatchObject([{ draftKey: 'msg-a:r2', follow: true }]);
    expect(await followed.byDraft(ana, 'msg-a:r1')).toMatchObject({ state: 'sent' });
    expect(await states.read(ana)).toMatchObject({ lookedAt: 1_800_000_100_000 });
    expect((await decisions.all())[0]).toMatchObject({ kind: 'suppress', because: 'bounced' });
    const replies = await events.ofPerson(ana, 'dana@initech.example', ['replied', 'sent']);
    expect(replies).toEqual([reply]);
    expect(await grants.read()).toMatchObject({
      account: ana,
      renewal: { kind: 'refresh-token', token: 'a refresh token' },
    });
  });
});

test('what version 2 added is read by the code of today', async () => {
  const dump: Dump = JSON.parse(await readFile(new URL('version-2.json', folder), 'utf8'));
  const name = newDatabaseName();
  await writeOld(dump, name);
  const { unmatched, ledgers, decisions } = await openStores(name);
  const [notice] = await unmatched.all(ana);
  expect(notice).toMatchObject({ trust: { kind: 'none' }, notice: { originalSubject: 'Pricing' } });
  const decided = notice && (await decisions.ofNotice(ana, notice.id));
  expect(decided).toMatchObject({ kind: 'match-notice' });
  expect((await ledgers.read(ana)).departed).toHaveLength(2);
  expect(await ledgers.gate(ana)).toMatchObject({ refusals: 1 });
});

test('what version 4 added is read by the code of today', async () => {
  const dump: Dump = JSON.parse(await readFile(new URL('version-4.json', folder), 'utf8'));
  const name = newDatabaseName();
  await writeOld(dump, name);
  const { outbox } = await openStores(name);
  const [group] = await outbox.groups(ana);
  expect(group).toMatchObject({ count: 2, state: { kind: 'running' } });
  expect(group && (await outbox.ofGroup(group.id)).map(({ state }) => state.kind)).toEqual([
    'sent',
    'waiting',
  ]);
  expect(await outbox.open(ana)).toMatchObject([{ person: { address: 'p1@globex.example' } }]);
});

test('a newer database is left alone, and the program says so', async () => {
  const name = newDatabaseName();
  const newer = await openDatabase(name, [...migrations, () => {}]);
  if (newer.kind !== 'opened') throw new Error(newer.kind);
  await storesOn(newer.database).states.write(ana, { ...freshWatchState, lookedAt: 5 });
  newer.database.close();
  expect(await openDatabase(name)).toEqual({ kind: 'newer', known: migrations.length });
  const again = await openAsItIs(name);
  expect(again.version).toBe(migrations.length + 1);
  const states = again.transaction('watchStates').objectStore('watchStates');
  expect(await done(states.get(ana))).toMatchObject({ state: { lookedAt: 5 } });
  again.close();
});

test('a migration that fails leaves the old version as it was', async () => {
  const name = newDatabaseName();
  const { states, database } = await openStores(name);
  await states.write(ana, { ...freshWatchState, lookedAt: 7 });
  database.close();
  const failing = await openDatabase(name, [
    ...migrations,
    async (_database, transaction) => {
      await transaction.objectStore('watchStates').clear();
      throw new Error('power cut');
    },
  ]);
  expect(failing.kind).toBe('unavailable');
  expect((await (await openStores(name)).states.read(ana)).lookedAt).toBe(7);
});

test('an open database makes way for a newer program', async () => {
  const name = newDatabaseName();
  await openStores(name);
  const newer = await openDatabase(name, [...migrations, () => {}]);
  expect(newer.kind).toBe('opened');
});
