import { describe, expect, it } from 'vitest';

import { immutable, mail, testMicrosoft } from '../test-microsoft.ts';

const received = (headers: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(mail({ From: 'carla@customer.example', To: 'eva@adatum.example', ...headers }));

describe('lists', () => {
  it('are newest first, cut into pages, and leave nothing out', async () => {
    const { ask, exchange, eva, pass } = testMicrosoft();
    for (const subject of ['1', '2', '3', '4', '5']) {
      exchange.bring(eva, received({ Subject: subject }));
      await pass(1500);
    }
    const found: string[] = [];
    let next = '/me/messages?$top=2&$select=subject,receivedDateTime';
    while (next) {
      const { body } = await ask(next);
      found.push(...body.value.map(({ subject }: { subject: string }) => subject));
      next = body['@odata.nextLink'];
    }
    expect(found).toEqual(['5', '4', '3', '2', '1']);
  });

  it.each([
    ["internetMessageId eq '<b@x>'", ['b']],
    ['receivedDateTime ge 2026-11-23T09:00:01Z', ['c', 'b']],
    [
      'receivedDateTime ge 2026-11-23T09:00:01Z and receivedDateTime lt 2026-11-23T09:00:02Z',
      ['b'],
    ],
    ["startswith(subject,'C') or from/emailAddress/address eq 'zoe@customer.example'", ['c', 'a']],
    ["not (isRead eq true) and contains(subject, 'b')", ['b']],
    [
      "singleValueExtendedProperties/any(ep: ep/id eq 'String 0x1a' and ep/value eq 'report.ipm.note.ndr')",
      ['c'],
    ],
  ])('%s', async (filter, expected) => {
    const { ask, exchange, eva, pass } = testMicrosoft();
    exchange.bring(eva, received({ Subject: 'a', From: 'zoe@customer.example' }));
    await pass(1200);
    exchange.bring(eva, received({ Subject: 'b', 'Message-ID': '<b@x>' }));
    await pass(1200);
    exchange.bring(eva, received({ Subject: 'c' }), { messageClass: 'REPORT.IPM.Note.NDR' });
    const { body } = await ask(
      `/me/messages?$select=subject&$filter=${encodeURIComponent(filter)}`,
    );
    expect(body.value.map(({ subject }: { subject: string }) => subject)).toEqual(expected);
  });

  it('show folders with their counts', async () => {
    const { ask, exchange, eva } = testMicrosoft();
    exchange.bring(eva, received());
    exchange.bring(eva, received(), { junk: true });
    const own = await ask('/me/mailFolders', { json: { displayName: 'Customers' } });
    const { body } = await ask('/me/mailFolders?$top=50');
    const counts = body.value.map((folder: { displayName: string; unreadItemCount: number }) => [
      folder.displayName,
      folder.unreadItemCount,
    ]);
    expect(counts).toContainEqual(['Inbox', 1]);
    expect(counts).toContainEqual(['Junk Email', 1]);
    const children = await ask("/me/mailFolders('inbox')/childFolders");
    expect(children.body.value).toMatchObject([{ id: own.body.id, displayName: 'Customers' }]);
  });
});

describe('ids', () => {
  it('change with a move, but for the immutable one; all are translated', async () => {
    const { ask, exchange, eva } = testMicrosoft();
    exchange.bring(eva, received());
    const [{ id }] = (await ask('/me/messages')).body.value;
    const kept = (await ask(`/me/messages/${id}`, { headers: immutable })).body.id;
    const moved = await ask(`/me/messages/${id}/move`, { json: { destinationId: 'junkemail' } });
    expect(moved.status).toBe(201);
    expect(moved.body.id).not.toBe(id);
    expect((await ask(`/me/messages/${id}`)).status).toBe(404);
    expect((await ask(`/me/messages/${kept}`, { headers: immutable })).body.id).toBe(kept);
    const { body } = await ask('/me/translateExchangeIds', {
      json: {
        inputIds: [moved.body.id],
        sourceIdType: 'restId',
        targetIdType: 'restImmutableEntryId',
      },
    });
    expect(body.value).toEqual([{ sourceId: moved.body.id, targetId: kept }]);
  });
});

describe('attachments', () => {
  it('come in pieces, by an address that needs no token', async () => {
    const { ask, microsoft } = testMicrosoft();
    const { body: draft } = await ask('/me/messages', { json: { subject: 'Files' } });
    const { body } = await ask(`/me/messages/${draft.id}/attachments/createUploadSession`, {
      json: { AttachmentItem: { attachmentType: 'file', name: 'a.txt', size: 6 } },
    });
    const put = (range: string, piece: string) =>
      microsoft.uploadHost(
        new Request(body.uploadUrl, {
          method: 'PUT',
          headers: { 'content-range': `bytes ${range}/6` },
          body: piece,
        }),
      );
    expect(JSON.parse(await (await put('0-2', 'abc')).text()).nextExpectedRanges).toEqual(['3-']);
    expect((await put('0-2', 'abc')).status).toBe(400);
    expect((await put('3-5', 'def')).status).toBe(201);
    const files = await ask(`/me/messages/${draft.id}/attachments`);
    expect(files.body.value).toMatchObject([{ name: 'a.txt', contentBytes: btoa('abcdef') }]);
    const [{ id }] = files.body.value;
    expect(
      (await ask(`/me/messages/${draft.id}/attachments/${id}`, { method: 'DELETE' })).status,
    ).toBe(204);
    expect((await ask(`/me/messages/${draft.id}?$select=hasAttachments`)).body.hasAttachments).toBe(
      false,
    );
  });
});
