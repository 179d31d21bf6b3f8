import { EwsError, EwsFault, serverBusy } from '@postrider/sandbox/ews-errors';
import { describe, expect, test } from 'vitest';

import { begin, draftOf, ewsOpener, fromKim, newMailId, value } from './support/open-ews.ts';

const opened = ewsOpener();

describe('a server that says no', () => {
  test('because it is busy is asked again at its time and not before', async () => {
    const { mailbox, server, clock } = opened();
    const cursor = await begin(mailbox);
    server.faults.next({ response: serverBusy(90_000) });
    const until = { kind: 'rate-limited', retryAt: clock() + 90_000, limit: 'requests' };
    expect(await mailbox.changes(cursor)).toEqual(until);
    const asked = server.log.count();
    clock.pass(89_999);
    expect(await mailbox.changes(cursor)).toEqual(until);
    expect(await mailbox.account()).toEqual(until);
    expect(server.log.count()).toBe(asked);
    clock.pass(1);
    expect((await mailbox.changes(cursor)).kind).toBe('ok');
  });

  test('in the middle of much mail keeps what was read until then', async () => {
    const { mailbox, server, omar, clock } = opened();
    const cursor = await begin(mailbox);
    for (let no = 0; no < 60; no += 1) {
      clock.pass(1000);
      omar.create(fromKim(`${no}`), { folder: 'inbox' });
    }
    let reads = 0;
    server.faults.next({
      match: ({ operation }) => operation === 'GetItem' && (reads += 1) === 2,
      response: serverBusy(60_000),
    });
    const first = value(await mailbox.changes(cursor));
    expect(first).toMatchObject({ more: true });
    expect(first.appeared).toHaveLength(40);
    expect(await mailbox.changes(first.cursor)).toMatchObject({ kind: 'rate-limited' });
    clock.pass(60_000);
    const rest = value(await mailbox.changes(first.cursor));
    expect(rest.appeared).toHaveLength(20);
    expect(rest.more).toBe(false);
  });

  test('in the middle, without a time, is not asked again before somebody decided when', async () => {
    const { mailbox, server, omar, clock } = opened();
    const cursor = await begin(mailbox);
    for (let no = 0; no < 60; no += 1) {
      clock.pass(1000);
      omar.create(fromKim(`${no}`), { folder: 'inbox' });
    }
    let reads = 0;
    server.faults.next({
      match: ({ operation }) => operation === 'GetItem' && (reads += 1) === 2,
      response: new EwsFault('ErrorServerBusy', 'The server is busy.'),
    });
    const first = value(await mailbox.changes(cursor));
    const asked = server.log.count();
    expect(await mailbox.changes(first.cursor)).toEqual({
      kind: 'rate-limited',
      retryAt: null,
      limit: 'requests',
    });
    expect(server.log.count()).toBe(asked);
    expect(value(await mailbox.changes(first.cursor)).appeared).toHaveLength(20);
  });

  test('because a folder is gone tells of the others, and has the folders listed anew', async () => {
    let isGone = false;
    const { mailbox, server, omar, clock } = opened({}, (ask) => async (soap) => {
      const reply = await ask(soap);
      if (!isGone || !soap.includes('<m:FindItem') || reply.kind !== 'answer') return reply;
      const gone =
        '<m:FindItemResponseMessage ResponseClass="Error"><m:ResponseCode>ErrorFolderNotFound</m:ResponseCode></m:FindItemResponseMessage>';
      // The one that is named last.
      const last = /^([^]*)<m:FindItemResponseMessage [^]*?<\/m:FindItemResponseMessage>/;
      return { kind: 'answer', text: reply.text.replace(last, `$1${gone}`) };
    });
    omar.addFolder('Customers');
    const cursor = await begin(mailbox);
    clock.pass(1000);
    omar.create(fromKim('one'), { folder: 'inbox' });
    isGone = true;
    const first = value(await mailbox.changes(cursor));
    expect(first.appeared).toHaveLength(1);
    isGone = false;
    server.log.clear();
    value(await mailbox.changes(first.cursor));
    expect(server.log.count('FindFolder')).toBe(1);
  });

  test('with answers in each other’s place puts nothing in the place of another', async () => {
    let isMixed = false;
    const { mailbox, omar, clock } = opened({}, (ask) => async (soap) => {
      const reply = await ask(soap);
      if (!isMixed || !soap.includes('<m:GetItem>') || reply.kind !== 'answer') return reply;
      const parts =
        reply.text.match(/<m:GetItemResponseMessage [^]*?<\/m:GetItemResponseMessage>/g) ?? [];
      const text = reply.text.replace(parts.join(''), parts.toReversed().join(''));
      return { kind: 'answer', text };
    });
    const cursor = await begin(mailbox);
    for (const subject of ['one', 'two']) {
      clock.pass(1000);
      omar.create(fromKim(subject), { folder: 'inbox' });
    }
    isMixed = true;
    const mixed = value(await mailbox.changes(cursor));
    expect(mixed.appeared).toEqual([]);
    expect(mixed.unread).toHaveLength(2);
  });

  test.each([
    'ErrorMailboxMoved',
    'ErrorNonExistentMailbox',
    'ErrorMailboxMoveInProgress',
  ] as const)(
    'because the mailbox lives elsewhere by now (%s) says so in words',
    async (movedMailbox) => {
      const { mailbox, exchange } = opened({ movedMailbox });
      const cursor = await begin(mailbox);
      exchange.setCondition('omar@woodgrove.example', 'moved');
      expect(await mailbox.changes(cursor)).toMatchObject({
        kind: 'refused',
        reason: expect.stringMatching(/Exchange Online|another server/),
      });
    },
  );

  test('because the mailbox is full says so in words, and keeps the draft from being lost', async () => {
    const { mailbox, exchange, omar } = opened();
    exchange.setCondition('omar@woodgrove.example', 'full');
    const full = { kind: 'refused', reason: expect.stringContaining('full') };
    expect(await mailbox.drafts.create(draftOf(newMailId()))).toMatchObject(full);
    expect(omar.items('drafts')).toHaveLength(0);
  });

  test('through a host that hides why is trouble of the server', async () => {
    const { mailbox, server } = opened({ faultsThroughHost: 'error' });
    server.faults.next({ response: serverBusy(90_000) });
    expect(await mailbox.account()).toEqual({ kind: 'unknown', cause: 'server-error' });
  });

  test('because one message is corrupt hides none of the others', async () => {
    const { mailbox, server, omar, clock } = opened();
    const cursor = await begin(mailbox);
    for (const subject of ['one', 'two', 'three']) {
      clock.pass(1000);
      omar.create(fromKim(subject), { folder: 'inbox' });
    }
    server.faults.next({
      match: ({ operation }) => operation === 'GetItem',
      response: 'malformed-xml',
    });
    const changes = value(await mailbox.changes(cursor));
    expect(changes.appeared).toHaveLength(3);
    const corrupt = new EwsError('ErrorItemCorrupt', 'The item is corrupt.');
    omar.create(fromKim('four'), { folder: 'inbox' });
    server.faults.next({ match: ({ operation }) => operation === 'GetItem', response: corrupt });
    const more = value(await mailbox.changes(changes.cursor));
    expect(more).toMatchObject({ appeared: [], more: false });
    expect(more.unread).toHaveLength(1);
    const [unread] = more.unread;
    if (unread === undefined) throw new Error('none');
    expect(value(await mailbox.message(unread))?.id).toBe(unread);
  });

  test('for another reason keeps its words', async () => {
    const { mailbox, server } = opened();
    server.faults.next({ response: new EwsFault('ErrorAccessDenied', 'Access is denied.') });
    expect(await mailbox.account()).toMatchObject({ kind: 'refused', reason: 'Access is denied.' });
  });
});
