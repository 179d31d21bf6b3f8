import { describe, expect, it } from 'vitest';

import { immutable, mail, testMicrosoft } from '../test-microsoft.ts';

const received = (headers: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(mail({ From: 'carla@customer.example', To: 'eva@adatum.example', ...headers }));

const subjects = (body: { value: { subject?: string }[] }) =>
  body.value.map(({ subject }) => subject);

const start = () => {
  const world = testMicrosoft();
  const { exchange, eva, ask } = world;
  const path = '/me/mailFolders/inbox/messages/delta?$select=subject';
  const bring = (Subject: string) => exchange.bring(eva, received({ Subject }));
  const rest = (link: string) => ask(link, { headers: immutable });
  return { ...world, path, bring, rest };
};

describe('delta', () => {
  it('pages through the folder first, then tells what is new', async () => {
    const { ask, bring, path, rest } = start();
    for (const subject of ['1', '2', '3']) bring(subject);
    const headers = { prefer: 'odata.maxpagesize=2, IdType="ImmutableId"' };
    const first = await ask(`${path}&changeType=created`, { headers });
    expect(subjects(first.body)).toEqual(['3', '2']);
    expect(first.headers.get('preference-applied')).toContain('odata.maxpagesize=2');
    const last = await rest(first.body['@odata.nextLink']);
    expect(subjects(last.body)).toEqual(['1']);
    bring('4');
    const next = await rest(last.body['@odata.deltaLink']);
    expect(subjects(next.body)).toEqual(['4']);
    const again = await rest(last.body['@odata.deltaLink']);
    expect(subjects(again.body)).toEqual(['4']);
    expect(subjects((await rest(next.body['@odata.deltaLink'])).body)).toEqual([]);
  });

  it('tells changes and removals, unless only what is new was asked for', async () => {
    const { ask, bring, path, rest, eva } = start();
    const [read, moved] = [bring('read'), bring('moved')];
    const all = await ask(path, { headers: immutable });
    const created = await ask(`${path}&changeType=created`, { headers: immutable });
    eva.update(read.id, { isRead: true });
    eva.update(moved.id, { folderId: 'junkemail' });
    eva.erase(bring('gone again').id);
    const changes = await rest(all.body['@odata.deltaLink']);
    expect(changes.body.value).toMatchObject([
      { subject: 'read' },
      { '@removed': { reason: 'deleted' } },
    ]);
    expect(subjects((await rest(created.body['@odata.deltaLink'])).body)).toEqual([]);
  });

  it('begins at a time, and takes no other filter', async () => {
    const { ask, bring, path, pass } = start();
    bring('old');
    await pass(60_000);
    bring('new');
    const since = await ask(`${path}&$filter=receivedDateTime ge 2026-11-23T09:00:30Z`);
    expect(subjects(since.body)).toEqual(['new']);
    expect((await ask(`${path}&$filter=isRead eq false`)).status).toBe(400);
  });

  it('forgets: 410, and everything must be read anew', async () => {
    const { ask, path, rest, microsoft, eva } = start();
    const { body } = await ask(path);
    microsoft.forgetDelta(eva.address);
    const late = await rest(body['@odata.deltaLink']);
    expect([late.status, late.body.error.code]).toEqual([410, 'SyncStateNotFound']);
  });

  it.each([
    ['shown', 1],
    ['hidden', 0],
  ] as const)('of Drafts has a held mail %s', async (heldInDelta, count) => {
    const { ask, clock } = testMicrosoft({ graph: { heldInDelta } });
    const { body } = await ask('/me/messages', {
      json: {
        toRecipients: [{ emailAddress: { address: 'carla@customer.example' } }],
        singleValueExtendedProperties: [
          { id: 'SystemTime 0x3FEF', value: new Date(clock() + 60_000).toISOString() },
        ],
      },
    });
    await ask(`/me/messages/${body.id}/send`, { method: 'POST' });
    expect((await ask('/me/mailFolders/drafts/messages/delta')).body.value).toHaveLength(count);
  });
});
