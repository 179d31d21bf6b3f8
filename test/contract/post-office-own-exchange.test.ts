import { createExchange } from '@postrider/sandbox/exchange';
import { forgedNotice } from '@postrider/sandbox/forgeries';
import { createPostOffice } from '@postrider/sandbox/post-office';
import type { BounceCategory } from '@postrider/shared/domain/bounce/category';
import { readNotice } from '@postrider/shared/domain/bounce/detect';
import { doubtAbout } from '@postrider/shared/domain/bounce/trust';
import { exchangeTrustOf } from '@postrider/shared/domain/bounce/trust-exchange';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';

const HOUR_MS = 3_600_000;
const carla = 'carla@customer.example';

const clock = () => Date.UTC(2026, 10, 23, 9);

const kinds = ['online', 'server'] as const;

/** A rep on an Exchange of this kind; `tell` gives the newest notice and what the post office wrote down about it. */
const company = (kind: (typeof kinds)[number]) => {
  const timers = { start: () => () => {} };
  const exchange = createExchange({ kind, clock, timers });
  const rep = exchange.addMailbox({ address: 'eva@adatum.example', name: 'Eva Brandt' });
  const accounts = { get: () => undefined, all: () => [] };
  const office = createPostOffice({ clock, accounts, exchanges: [exchange], timers });
  exchange.onDeparture((sender, item) => office.submit(sender, item));
  return {
    exchange,
    rep,
    office,
    send: async (to = carla) => {
      const text = `From: Eva <eva@adatum.example>\r\nTo: ${to}\r\nSubject: Offer\r\n\r\nHello\r\n`;
      const draft = rep.create(Buffer.from(text), { folder: 'drafts', draft: true });
      await rep.submit(draft.id);
      return draft;
    },
    tell: (messageId: string, to = carla) => {
      const line = office.delivery(messageId, to);
      const item = rep.items('inbox').find((one) => one.messageId === line?.notice?.messageId);
      if (!line?.notice || !item) throw new Error('No notice came');
      return { raw: item.raw, status: line.notice.status };
    },
  };
};

const trustOf = async (raw: Buffer) => {
  const { headers } = await PostalMime.parse(raw);
  return exchangeTrustOf(
    headers.map(({ key, value }) => ({ name: key, value })),
    'eva@adatum.example',
  );
};

const refusals: readonly (readonly [
  'unknown-user' | 'mailbox-full' | 'blocked-as-spam' | 'blocked-by-policy',
  BounceCategory,
])[] = [
  ['unknown-user', 'unknown-user'],
  ['mailbox-full', 'mailbox-full'],
  ['blocked-as-spam', 'blocked-spam'],
  ['blocked-by-policy', 'blocked-policy'],
];

describe.each(kinds)('notices of the own Exchange (%s)', (kind) => {
  test.each(refusals)('%s is read, and believed about every recipient', async (why, category) => {
    const { office, send, tell } = company(kind);
    office.behave(carla, { kind: why });
    const { messageId } = await send();
    const { raw, status } = tell(messageId);
    const notice = readNotice(raw);
    expect(notice).toMatchObject({ kind: 'bounce', messageId: messageId.slice(1, -1) });
    expect(notice.recipients).toMatchObject([
      { address: carla, action: 'failed', status, category, hard: why === 'unknown-user' },
    ]);
    expect(await trustOf(raw)).toEqual({ kind: 'own-provider' });
    expect(doubtAbout(await trustOf(raw), carla, true)).toBeNull();
  });

  test.each(['no-status', 'words-only'] as const)('%s: still read', async (parts) => {
    const { office, send, tell } = company(kind);
    Object.assign(office.exchangeHabits, { parts });
    office.behave(carla, { kind: 'unknown-user' });
    const { messageId } = await send();
    expect(readNotice(tell(messageId).raw)).toMatchObject({
      kind: 'bounce',
      messageId: messageId.slice(1, -1),
      recipients: [{ address: carla, status: '5.1.1', category: 'unknown-user', hard: true }],
    });
  });

  test.each(['de', 'fr', 'es', 'ja'] as const)('in %s', async (language) => {
    const { office, send, tell } = company(kind);
    Object.assign(office.exchangeHabits, { language, author: 'postmaster' });
    office.behave(carla, { kind: 'mailbox-full' });
    const { messageId } = await send();
    const { raw } = tell(messageId);
    expect(readNotice(raw).recipients).toMatchObject([
      { address: carla, status: '5.2.2', category: 'mailbox-full' },
    ]);
    expect(await trustOf(raw)).toEqual({ kind: 'own-provider' });
  });

  test('a colleague who does not exist', async () => {
    const { send, tell } = company(kind);
    const to = 'nobody@adatum.example';
    const { messageId } = await send(to);
    const { raw, status } = tell(messageId, to);
    expect(readNotice(raw).recipients).toMatchObject([
      { address: to, status, category: 'unknown-user', hard: true },
    ]);
    expect(await trustOf(raw)).toEqual({ kind: 'own-provider' });
  });

  test('late, then given up', async () => {
    const { office, send, tell } = company(kind);
    office.behave(carla, { kind: 'delayed-then-failed' });
    const { messageId } = await send();
    await office.advance(4 * HOUR_MS);
    const warning = readNotice(tell(messageId).raw);
    expect(warning).toMatchObject({
      kind: 'delayed',
      recipients: [{ address: carla, category: 'temporarily-refused' }],
    });
    await office.advance(44 * HOUR_MS);
    expect(readNotice(tell(messageId).raw)).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: carla, category: 'expired', hard: false }],
    });
  });

  test.each([
    'recipients',
    'submission-quota',
    'tenant',
    'trial-tenant',
    'onmicrosoft',
    'blocked',
    'banned',
  ] as const)("the sender's own limit %s is never the recipient's fault", async (form) => {
    const { rep, office, send, tell } = company(kind);
    office.limitSender(rep.address, true, form);
    const { messageId } = await send();
    const [recipient] = readNotice(tell(messageId).raw).recipients;
    expect(recipient).toMatchObject({
      address: carla,
      category: expect.stringMatching(/^sender-(?:limit|not-allowed)$/),
      hard: false,
    });
    expect(await trustOf(tell(messageId).raw)).toEqual({ kind: 'own-provider' });
  });
});

test.each([
  ['recipientsPerDay', '5.1.90', 'sender-limit'],
  ['recipientsPerMessage', '5.5.3', expect.any(String)],
] as const)(
  'what the mailbox itself counts (%s) is believed, too',
  async (limit, status, category) => {
    const { exchange, rep, send } = company('online');
    Object.assign(exchange.switches, { recipientQuota: 'notice', tooManyRecipients: 'notice' });
    exchange.limits[limit] = 0;
    await send();
    const [notice] = rep.items('inbox');
    if (!notice) throw new Error('No notice came');
    expect(readNotice(notice.raw).recipients).toMatchObject([{ address: carla, status, category }]);
    expect(await trustOf(notice.raw)).toEqual({ kind: 'own-provider' });
  },
);

describe('notices from elsewhere', () => {
  test.each([
    ['online', { kind: 'domain', domains: ['customer.example'] }],
    ['server', { kind: 'none' }],
  ] as const)("the company's, in a mailbox on Exchange %s", async (kind, trust) => {
    const { office, send, tell } = company(kind);
    office.behave(carla, { kind: 'exchange-online', refusal: 'unknown-user' });
    const { messageId } = await send();
    const { raw } = tell(messageId);
    expect(readNotice(raw)).toMatchObject({ kind: 'bounce', recipients: [{ hard: true }] });
    expect(await trustOf(raw)).toEqual(trust);
  });

  const proofs = ['pass', 'fail', 'none'] as const;
  const forgeries = kinds.flatMap((kind) =>
    proofs.flatMap((authentication) =>
      (['removed', 'kept'] as const).map((kept) => [kind, authentication, kept] as const),
    ),
  );
  test.each(forgeries)(
    'forged, to Exchange %s, with proof %s of another domain, results %s: nothing is proved',
    async (kind, authentication, forgedResults) => {
      const { rep, office, send } = company(kind);
      const { raw, messageId } = await send();
      const forged = await forgedNotice({
        letter: { raw, messageId },
        recipient: carla,
        sender: rep.address,
        style: 'exchange-online',
        author:
          'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@adatum.example>',
        at: 0,
      });
      const marks = Buffer.from(
        'X-MS-Exchange-Organization-AuthAs: Internal\r\nX-MS-Exchange-Organization-AuthSource: AM0EUR01FT001.mail.protection.outlook.com\r\nAuthentication-Results: spf=pass; dmarc=pass action=none header.from=adatum.example\r\n',
      );
      const got = office.outsider(Buffer.concat([marks, forged]), {
        to: rep.address,
        from: 'mallory@outsider.example',
        authentication,
        forgedResults,
      });
      expect(readNotice(got.raw)).toMatchObject({ kind: 'bounce' });
      expect(await trustOf(got.raw)).toEqual({ kind: 'none' });
    },
  );
});
