import { describe, expect, it } from 'vitest';

import { headersOf, rawHeader } from '../mail/headers.ts';
import { forgedNotice, letterNeverSent, type ForgeryStyle } from './forgeries/forged-notice.ts';
import type { Outsider } from './outsider.ts';
import { testWorld } from './test-world.ts';

const ana = 'ana@acme.example';
const carla = 'carla@customer.example';
const mallory = { to: ana, from: 'mallory@outsider.example', authentication: 'pass' } as const;

const results = (raw: Buffer): readonly string[] =>
  headersOf(raw)
    .filter(({ name }) => name === 'Authentication-Results')
    .map(({ value }) => value);

const names = (raw: Buffer): ReadonlySet<string> =>
  new Set(headersOf(raw).map(({ name }) => name.toLowerCase()));

const forge = async (style: ForgeryStyle, outsider: Outsider = mallory) => {
  const world = testWorld();
  const sent = await world.send();
  const letter = world.office.letters()[0];
  if (!letter) throw new Error('Nothing was sent');
  const raw = await forgedNotice({ letter, recipient: carla, sender: ana, style, at: 0 });
  return { world, sent, raw, got: world.office.outsider(raw, outsider) };
};

describe('an outsider', () => {
  it.each(['gmail', 'exchange-online', 'plain'] as const)(
    'with a notice in the style of %s reaches the thread, and proves nobody but himself',
    async (style) => {
      const { got, sent } = await forge(style);
      expect(got.threadId).toBe(sent.threadId);
      expect(rawHeader(got.raw, 'Return-Path')).toBe('<mallory@outsider.example>');
      const [top = '', ...others] = results(got.raw);
      expect(others).toEqual([]);
      expect(top).toContain('dkim=pass header.i=@outsider.example');
      expect(top).toMatch(
        /dmarc=fail .*header\.from=(?:googlemail\.com|customer\.example|mail\.customer\.example)$/,
      );
    },
  );

  it('has every mark of a real notice of Google but the topmost results', async () => {
    const { got, world } = await forge('gmail');
    world.office.behave('no@customer.example', { kind: 'unknown-user' });
    await world.send({ To: 'no@customer.example' });
    const real = world.rep
      .messages('INBOX')
      .find(({ raw }) => rawHeader(raw, 'X-Failed-Recipients') === 'no@customer.example');
    if (!real) throw new Error('No notice came');
    expect([...names(real.raw)].filter((name) => !names(got.raw).has(name))).toEqual([]);
    expect(results(real.raw)[0]).toMatch(
      /^mx\.google\.com;.*dkim=pass header\.i=@googlemail\.com.*dmarc=pass.*header\.from=googlemail\.com$/,
    );
  });

  it('keeps forged results below the real ones where the border does not remove them', async () => {
    const { got } = await forge('gmail', { ...mallory, forgedResults: 'kept' });
    expect(results(got.raw)).toHaveLength(2);
    expect(results(got.raw)[0]).toContain('dmarc=fail');
    expect(results(got.raw)[1]).toContain('dmarc=pass');
  });

  it('passes DMARC for his own domain only', async () => {
    const { world, raw } = await forge('plain', { ...mallory, from: 'eve@customer.example' });
    expect(results(world.rep.messages('INBOX')[0]?.raw ?? raw)[0]).toMatch(
      /dmarc=pass .*header\.from=mail\.customer\.example$/,
    );
  });

  it.each([
    ['fail', 'dkim=fail header.i=@googlemail.com'],
    ['none', 'spf=none'],
  ] as const)('%s', async (authentication, expected) => {
    const { got } = await forge('gmail', { ...mallory, from: '', authentication });
    expect(rawHeader(got.raw, 'Return-Path')).toBe('<>');
    expect(results(got.raw)[0]).toContain(expected);
    expect(results(got.raw)[0]).toContain('dmarc=fail');
  });

  it('may claim a mail that nobody sent, under any name, and land in spam', async () => {
    const world = testWorld();
    const raw = await forgedNotice({
      letter: letterNeverSent(ana, carla),
      recipient: carla,
      sender: ana,
      style: 'plain',
      author: 'postmaster@outsider.example',
      at: 0,
    });
    const got = world.office.outsider(raw, { ...mallory, folder: 'SPAM' });
    expect(got.labelIds).toEqual(['SPAM', 'UNREAD']);
    expect(results(got.raw)[0]).toMatch(/dmarc=pass .*header\.from=outsider\.example$/);
    expect(world.office.deliveries()).toEqual([]);
  });

  it('cannot write to whom nobody knows', () => {
    const { office } = testWorld();
    expect(() => office.outsider(Buffer.from('\r\n'), { ...mallory, to: carla })).toThrow(carla);
  });
});

it("a limit's notice made inside Google bears no results, the ordinary one does", async () => {
  for (const [form, expected] of [
    ['inside', 0],
    ['google-itself', 1],
    ['relay', 1],
  ] as const) {
    const { office, rep, send } = testWorld();
    office.limitSender(ana, true, form);
    await send();
    const raw = rep.messages('INBOX')[0]?.raw;
    expect(raw && results(raw)).toHaveLength(expected);
    expect(raw?.toString().includes('Remote-MTA')).toBe(form === 'relay');
  }
});
