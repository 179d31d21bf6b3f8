import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { rawMail, refusalOf, startSandboxWorld, type SandboxWorld } from './sandbox-world.ts';

const me = { userId: 'me' } as const;
const carla = 'carla@customer.example';

let world: SandboxWorld;
beforeEach(async () => {
  world = await startSandboxWorld();
});
afterEach(() => world.close());

const users = () => world.client(world.ana.address).users;
const send = async (headers: Record<string, string>, threadId?: string) => {
  const requestBody = { raw: rawMail(headers), ...(threadId === undefined ? {} : { threadId }) };
  const { data } = await users().messages.send({ ...me, requestBody });
  return { id: data.id ?? '', threadId: data.threadId ?? '' };
};
const alias = (sendAsEmail: string) => users().settings.sendAs.get({ ...me, sendAsEmail });
const headerOf = async (id: string, name: string) => {
  const { data } = await users().messages.get({
    ...me,
    id,
    format: 'metadata',
    metadataHeaders: [name.toLowerCase()],
  });
  return data.payload?.headers?.find((header) => header.name === name)?.value;
};

describe("Google's own client on the sandbox", () => {
  it('knows whose mailbox it is', async () => {
    const { data } = await users().getProfile(me);
    expect(data).toMatchObject({ emailAddress: 'ana@acme.example', messagesTotal: 0 });
    expect(Number(data.historyId)).toBeGreaterThan(0);
  });

  it('sends: a new Message-ID on the wire, our X- headers kept, a copy with the receiver', async () => {
    const { id } = await send({
      To: 'ben@acme.example',
      'Message-ID': '<ours@here>',
      'X-Postrider-Mail': 'm1',
    });
    const wire = await headerOf(id, 'Message-ID');
    expect(wire).toMatch(/^<CA[\w-]{40,}@mail\.gmail\.com>$/);
    expect(await headerOf(id, 'X-Postrider-Mail')).toBe('m1');
    expect(world.ben.messages('INBOX')[0]?.messageId).toBe(wire);
    const { data } = await users().messages.get({ ...me, id, format: 'raw' });
    expect(Buffer.from(data.raw ?? '', 'base64url').toString()).toContain('X-Postrider-Mail: m1');
  });

  it('uploads a message beside its description', async () => {
    const body = Buffer.from(rawMail({ To: carla, Subject: 'Uploaded' }), 'base64url').toString();
    const { data } = await users().messages.send(
      { ...me, requestBody: {}, media: { mimeType: 'message/rfc822', body } },
      { rootUrl: world.root },
    );
    expect(await headerOf(data.id ?? '', 'Subject')).toBe('Uploaded');
  });

  it.each([
    [{}, 'Recipient address required'],
    [{ To: 'not an address' }, 'Invalid To header'],
    [{ To: carla, Cc: 'nobody' }, 'Invalid Cc header'],
  ])('refuses recipients %o', async (headers, message) => {
    const refused = await refusalOf(send(headers));
    expect(refused).toEqual({ status: 400, reason: 'invalidArgument', message });
    expect(world.ana.messages()).toEqual([]);
  });

  it('threads by references and subject, and knows its own threads only', async () => {
    const first = await send({ To: carla });
    const wire = (await headerOf(first.id, 'Message-ID')) ?? '';
    const linked = { To: carla, Subject: 'Re: Offer', References: wire };
    expect((await send(linked, first.threadId)).threadId).toBe(first.threadId);
    const other = await send({ ...linked, Subject: 'Something else' }, first.threadId);
    expect(other.threadId).not.toBe(first.threadId);
    expect((await refusalOf(send({ To: carla }, 'ffff'))).status).toBe(404);
  });

  it('sends a draft once: it is gone, and a new message stands in Sent', async () => {
    const { data: draft } = await users().drafts.create({
      ...me,
      requestBody: { message: { raw: rawMail({ To: carla }) } },
    });
    const id = draft.id ?? '';
    const { data: changed } = await users().drafts.update({
      ...me,
      id,
      requestBody: { message: { raw: rawMail({ To: carla, Subject: 'Better' }) } },
    });
    expect(changed.id).toBe(id);
    expect(changed.message?.id).not.toBe(draft.message?.id);
    const { data: sent } = await users().drafts.send({ ...me, requestBody: { id } });
    expect(sent.id).not.toBe(changed.message?.id);
    expect(sent.threadId).toBe(draft.message?.threadId);
    expect(await headerOf(sent.id ?? '', 'Subject')).toBe('Better');
    expect((await users().drafts.list(me)).data.drafts).toBeUndefined();
    expect((await refusalOf(users().drafts.send({ ...me, requestBody: { id } }))).status).toBe(404);
    expect(world.office.letters()).toHaveLength(1);
  });

  it('shows a notice with its parts nested, and finds it', async () => {
    world.office.behave(carla, { kind: 'unknown-user' });
    const { threadId } = await send({ To: carla });
    const q = '{from:mailer-daemon from:postmaster} newer_than:7d in:anywhere';
    const { data } = await users().messages.list({ ...me, q });
    expect(data.messages).toMatchObject([{ threadId }]);
    const id = data.messages?.[0]?.id ?? '';
    const { data: notice } = await users().messages.get({ ...me, id });
    expect(notice.payload?.mimeType).toBe('multipart/report');
    const report = notice.payload?.parts?.[1];
    expect(report?.mimeType).toBe('message/delivery-status');
    const { data: attachment } = await users().messages.attachments.get({
      ...me,
      messageId: id,
      id: report?.body?.attachmentId ?? '',
    });
    expect(Buffer.from(attachment.data ?? '', 'base64url').toString()).toContain('Status: 5.1.1');
  });

  it('follows the mailbox by history, until the start is forgotten', async () => {
    const startHistoryId = (await users().getProfile(me)).data.historyId ?? '';
    world.ana.deposit(Buffer.from(rawMail({}), 'base64url'), { labelIds: ['INBOX'] });
    const list = () =>
      users().history.list({ ...me, startHistoryId, historyTypes: ['messageAdded'] });
    const { data } = await list();
    expect(data.history?.[0]?.messagesAdded?.[0]?.message?.labelIds).toEqual(['INBOX']);
    world.google.forgetHistory(world.ana.address);
    expect((await refusalOf(list())).status).toBe(404);
  });

  it('reads one alias, and knows no other', async () => {
    world.google.addAlias(world.ana.address, { address: 'sales@acme.example', name: 'Sales' });
    expect((await alias('sales@acme.example')).data.displayName).toBe('Sales');
    expect((await refusalOf(alias('other@acme.example'))).status).toBe(404);
    const { id } = await send({ From: 'Sales <sales@acme.example>', To: carla });
    expect(await headerOf(id, 'From')).toBe('Sales <sales@acme.example>');
  });

  it('refuses what the grant does not cover, and a token that was taken back', async () => {
    const scope = 'https://www.googleapis.com/auth/gmail.send';
    const token = world.google.issueToken(world.ana.address, [scope]);
    const narrow = world.client(world.ana.address, token).users;
    expect(await refusalOf(narrow.messages.list(me))).toMatchObject({
      status: 403,
      reason: 'insufficientPermissions',
    });
    world.google.revoke(world.ana.address);
    expect((await refusalOf(narrow.messages.send({ ...me }))).status).toBe(401);
    expect((await refusalOf(users().messages.list({ userId: 'ben@acme.example' }))).status).toBe(
      403,
    );
  });

  it('says in a 403 when the quota lets it pass again', async () => {
    world.google.limits.unitsPerMinute = 100;
    await send({ To: carla });
    const refused = await refusalOf(send({ To: carla }));
    expect(refused).toMatchObject({ status: 403, reason: 'rateLimitExceeded' });
    expect(refused.message).toBe('User-rate limit exceeded.  Retry after 2026-11-23T09:01:00.000Z');
    await world.pass(60_000);
    await send({ To: carla });
  });
});

describe.each(['shown', 'hidden'] as const)('while Undo is open, Sent is %s', (sentDuringUndo) => {
  it('and history tells it once, in Sent', async () => {
    await world.close();
    world = await startSandboxWorld({ sentDuringUndo });
    const startHistoryId = (await users().getProfile(me)).data.historyId ?? '';
    const raw = Buffer.from(rawMail({ To: 'ben@acme.example' }), 'base64url');
    const sent = world.google.web.send(world.ana, 'window', raw);
    const seen = async () => {
      const { data } = await users().history.list({ ...me, startHistoryId });
      return (data.history ?? []).flatMap((record) => record.messagesAdded ?? []);
    };
    expect(await seen()).toHaveLength(sentDuringUndo === 'shown' ? 1 : 0);
    expect(world.ben.messages('INBOX')).toHaveLength(0);
    await world.pass(10_000);
    expect((await seen()).map(({ message }) => message?.id)).toEqual([sent.id]);
    expect(world.ben.messages('INBOX')[0]?.messageId).toBe(sent.messageId);
  });
});
