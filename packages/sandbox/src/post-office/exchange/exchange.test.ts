import { describe, expect, it } from 'vitest';

import { headerOf, rawHeader } from '../../mail/headers.ts';
import { allParts, mimeTree, textOf, type MimePart } from '../../mail/mime-tree.ts';
import { testWorld } from '../test-world.ts';
import type { ExchangeBehaviour } from './behaviour.ts';

const carla = 'carla@customer.example';
const HOUR_MS = 3_600_000;
const online = { kind: 'exchange-online', refusal: 'unknown-user' } as const;

const tellBy = async (
  behaviour: ExchangeBehaviour,
  headers: Readonly<Record<string, string>> = {},
) => {
  const world = testWorld();
  world.office.behave(carla, behaviour);
  const sent = await world.send(headers);
  const [notice] = world.rep.messages('INBOX');
  if (!notice) throw new Error('No notice came');
  return {
    world,
    sent,
    notice,
    raw: notice.raw,
    results: `${rawHeader(notice.raw, 'Authentication-Results')}`,
  };
};

const shape = (part: MimePart): unknown =>
  part.mimeType.startsWith('multipart/')
    ? [part.mimeType, ...part.parts.map(shape)]
    : part.mimeType;

const plain = (raw: Buffer): string => {
  const part = allParts(mimeTree(raw)).find(({ mimeType }) => mimeType === 'text/plain');
  return part ? textOf(part) : '';
};

const words = ['multipart/alternative', 'text/plain', 'text/html'];

describe('form', () => {
  it.each([
    ['all', [words, 'message/delivery-status', 'message/rfc822']],
    ['no-status', [words, 'message/rfc822']],
    ['words-only', [words]],
  ] as const)('parts: %s', async (parts, expected) => {
    const { raw } = await tellBy({ ...online, parts });
    expect(shape(mimeTree(raw))).toEqual(['multipart/report', ...expected]);
  });

  it('Exchange Online says that it is a notice, and continues the thread in its own way', async () => {
    const { raw } = await tellBy(online, {
      'Thread-Index': Buffer.alloc(22, 1).toString('base64'),
    });
    expect(rawHeader(raw, 'X-MS-Exchange-Message-Is-Ndr')).toBe('');
    expect(rawHeader(raw, 'Thread-Topic')).toBe('Offer');
    const index = Buffer.from(`${rawHeader(raw, 'Thread-Index')}`, 'base64');
    expect(index.subarray(0, 22)).toEqual(Buffer.alloc(22, 1));
    expect(index).toHaveLength(27);
  });

  it('a mail that had no Thread-Index gets a whole one', async () => {
    const { raw } = await tellBy(online);
    expect(Buffer.from(`${rawHeader(raw, 'Thread-Index')}`, 'base64')).toHaveLength(27);
  });

  it('words alone do not thread, and hold the Message-ID only in the quoted header, folded', async () => {
    const { raw, sent, notice } = await tellBy({ ...online, parts: 'words-only' });
    expect(notice.threadId).not.toBe(sent.threadId);
    expect(raw.toString()).not.toContain(`Message-ID: ${sent.messageId}`);
    expect(plain(raw)).toContain(`Message-ID: ${sent.messageId}`);
  });

  it.each([
    ['en', 'Undeliverable: Offer', 'found at the destination domain'],
    ['de', 'Unzustellbar: Offer', 'nicht gefunden'],
    ['fr', 'Non remis : Offer', 'introuvable'],
    ['es', 'No se puede entregar: Offer', 'No se encontró'],
    ['ja', '配信不能: Offer', '見つかりません'],
  ] as const)('in %s', async (language, subject, phrase) => {
    const { raw } = await tellBy({ ...online, language });
    expect(headerOf(raw, 'Subject')).toBe(subject);
    expect(plain(raw)).toContain(phrase);
    expect(plain(raw)).toContain("Remote Server returned '550 5.1.10 RESOLVER.ADR");
  });

  it('an apostrophe is written as windows-1252 has it', async () => {
    expect((await tellBy(online)).raw.toString('latin1')).toContain('wasn=92t');
  });

  it('Exchange Server 2007 frames its code in signs, and 2003 may only know a name', async () => {
    const server = await tellBy({
      kind: 'exchange-server',
      version: '2007+',
      refusal: 'unknown-user',
    });
    expect(plain(server.raw)).toContain('#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##');
    expect(rawHeader(server.raw, 'X-MS-Exchange-Message-Is-Ndr')).toBeUndefined();
    const old = await tellBy({
      kind: 'exchange-server',
      version: '2003',
      refusal: 'unknown-user',
      displayName: 'Weber, Carla',
    });
    expect(plain(old.raw)).toContain(
      'did not reach the following recipient(s):\r\n\r\nWeber, Carla on',
    );
    expect(rawHeader(old.raw, 'From')).toContain('System Administrator');
  });

  it('what was blind copied does not come back', async () => {
    const { raw } = await tellBy(online, { To: 'ben@acme.example', Bcc: carla });
    expect(raw.toString('latin1')).not.toContain('Bcc:');
  });
});

describe('what Gmail could check', () => {
  it.each([
    ['postmaster', 'pass', 'dkim=pass header.i=@customer.example', 'dmarc=pass'],
    ['postmaster', 'fail', 'dkim=fail header.i=@customer.example', 'dmarc=fail'],
    ['outlook.com', 'pass', 'dkim=pass header.i=@outlook.com', 'header.from=outlook.com'],
  ] as const)('%s, %s', async (author, authentication, dkim, dmarc) => {
    const { results, raw } = await tellBy({ ...online, author, authentication });
    expect(results).toContain(dkim);
    expect(results).toContain(dmarc);
    expect(rawHeader(raw, 'Return-Path')).toBe('<>');
  });

  it('a company server has no signature, and passes by its host', async () => {
    const { results } = await tellBy({
      kind: 'exchange-server',
      version: '2007+',
      refusal: 'mailbox-full',
    });
    expect(results).not.toContain('dkim=');
    expect(results).toMatch(/smtp\.helo=exchange\.customer\.example.*dmarc=pass/s);
  });

  it('nothing proved and no policy: no DMARC result', async () => {
    const { results } = await tellBy({ ...online, authentication: 'none' });
    expect(results).not.toContain('dmarc=');
  });
});

describe('time', () => {
  it('a late bounce comes days after the mail was taken', async () => {
    const world = testWorld();
    world.office.behave(carla, {
      kind: 'exchange-online',
      refusal: 'expired',
      afterMs: 72 * HOUR_MS,
    });
    const sent = await world.send();
    await world.office.advance(71 * HOUR_MS);
    expect(world.rep.messages('INBOX')).toEqual([]);
    expect(world.office.delivery(sent.messageId, carla)).toMatchObject({ status: 'accepted' });
    await world.office.advance(HOUR_MS);
    const [notice] = world.rep.messages('INBOX');
    expect(world.office.delivery(sent.messageId, carla)).toMatchObject({
      status: 'bounced',
      because: 'exchange-online: expired',
      notice: { by: 'exchange-online', status: '5.4.316', messageId: notice?.messageId },
    });
  });

  it.each(['2003', '2007+'] as const)('Exchange %s: delayed, then delivered', async (version) => {
    const world = testWorld();
    const ben = 'ben@acme.example';
    world.office.behave(ben, {
      kind: 'exchange-server',
      version,
      refusal: 'delayed-then-delivered',
    });
    await world.send({ To: ben });
    await world.office.advance(4 * HOUR_MS);
    const [warning] = world.rep.messages('INBOX');
    const until = new Date(Date.UTC(2026, 10, 25, 9)).toUTCString().replace('GMT', '+0000');
    expect(warning?.raw.toString()).toContain(`Will-Retry-Until: ${until}`);
    expect(world.colleague.messages('INBOX')).toEqual([]);
    await world.office.advance(44 * HOUR_MS);
    expect(world.colleague.messages('INBOX')).toHaveLength(1);
    expect(world.rep.messages('INBOX')).toHaveLength(1);
    expect(world.office.deliveries().map(({ status }) => status)).toEqual([
      'accepted',
      'delayed',
      'delivered',
    ]);
  });

  it('Exchange Online gives up after a day', async () => {
    const world = testWorld();
    world.office.behave(carla, { kind: 'exchange-online', refusal: 'delayed-then-failed' });
    await world.send();
    await world.office.advance(24 * HOUR_MS);
    const subjects = world.rep.messages('INBOX').map(({ raw }) => headerOf(raw, 'Subject'));
    expect(new Set(subjects)).toEqual(new Set(['Delivery delayed: Offer', 'Undeliverable: Offer']));
  });
});
