import type { Behaviour } from '@postrider/sandbox/behaviours';
import type { BounceCategory } from '@postrider/shared/domain/bounce/category';
import { readNotice } from '@postrider/shared/domain/bounce/detect';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';

import { letter, openAcme } from './support/acme.ts';

const carla = 'carla@customer.example';
const HOUR_MS = 3_600_000;

/** An address's behaviour, the time that is waited, and what the product must read in the newest notice. */
type Case = {
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly afterMs: number;
  readonly kind: 'bounce' | 'delayed';
  readonly category: BounceCategory;
  readonly hard: boolean;
};

const bounce = (behaviour: Behaviour, category: BounceCategory, afterHours = 0): Case => ({
  name: `${Object.values(behaviour).join(' ')}: bounce`,
  behaviour,
  afterMs: afterHours * HOUR_MS,
  kind: 'bounce',
  category,
  hard: category === 'unknown-user',
});

const delay = (behaviour: Behaviour, afterHours: number): Case => ({
  ...bounce(behaviour, 'temporarily-refused', afterHours),
  name: `${Object.values(behaviour).join(' ')}: delay`,
  kind: 'delayed',
});

const gmail: readonly Case[] = [
  bounce({ kind: 'unknown-user' }, 'unknown-user'),
  bounce({ kind: 'mailbox-full' }, 'mailbox-full'),
  bounce({ kind: 'blocked-as-spam' }, 'blocked-spam'),
  bounce({ kind: 'blocked-by-policy' }, 'blocked-policy'),
  delay({ kind: 'delayed-then-failed' }, 24),
  bounce({ kind: 'delayed-then-failed' }, 'expired', 70),
];

const refusals = [
  ['unknown-user', 'unknown-user'],
  ['mailbox-full', 'mailbox-full'],
  ['blocked-by-policy', 'blocked-policy'],
  ['too-large', 'too-large'],
  ['sender-not-allowed', 'sender-not-allowed'],
  ['expired', 'expired'],
] as const;

const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;
const forms = ['all', 'no-status', 'words-only'] as const;

const companies = languages.flatMap((language) =>
  forms.flatMap((parts) => [
    { kind: 'exchange-online', language, parts } as const,
    { kind: 'exchange-server', version: '2007+', language, parts } as const,
  ]),
);

const exchange: readonly Case[] = companies.flatMap((company) =>
  [
    refusals.map(([refusal, category]) => bounce({ ...company, refusal }, category)),
    bounce({ ...company, refusal: 'unknown-user-behind' }, 'unknown-user'),
    delay({ ...company, refusal: 'delayed-then-failed' }, 4),
    bounce({ ...company, refusal: 'delayed-then-failed' }, 'expired', 48),
    bounce({ ...company, refusal: 'unknown-user', afterMs: 72 * HOUR_MS }, 'unknown-user', 72),
  ].flat(),
);

const authors: readonly Case[] = (['postmaster', 'microsoft-exchange', 'outlook.com'] as const).map(
  (author) => bounce({ kind: 'exchange-online', refusal: 'unknown-user', author }, 'unknown-user'),
);

const old = { kind: 'exchange-server', version: '2003' } as const;

const exchange2003: readonly Case[] = [
  ...refusals.map(([refusal, category]) => bounce({ ...old, refusal }, category)),
  bounce({ ...old, refusal: 'unknown-user', displayName: 'Weber, Carla' }, 'unknown-user'),
  delay({ ...old, refusal: 'delayed-then-delivered' }, 4),
  bounce({ ...old, refusal: 'delayed-then-failed' }, 'expired', 48),
];

/** The notice that Ana got last, and what the post office itself wrote down about it. */
const lastNotice = async ({ behaviour, afterMs }: Pick<Case, 'behaviour' | 'afterMs'>) => {
  const acme = openAcme({ undoMs: 0 });
  acme.postOffice.behave(carla, behaviour);
  const sent = acme.google.web.send(acme.ana, 'window', letter({ to: carla }));
  await acme.google.settle();
  await acme.postOffice.advance(afterMs);
  const line = acme.postOffice.delivery(sent.messageId, carla);
  const notice = line?.notice;
  const message = acme.ana
    .messages('INBOX')
    .find(({ messageId }) => messageId === notice?.messageId);
  acme.close();
  if (!line || !notice || !message) throw new Error('No notice came');
  return { sentId: sent.messageId.slice(1, -1), line, notice, raw: message.raw };
};

const isRead = async (each: Case): Promise<void> => {
  const { sentId, line, notice, raw } = await lastNotice(each);
  expect((await PostalMime.parse(raw)).messageId).toBe(notice.messageId);
  expect(line.status).toBe(each.kind === 'bounce' ? 'bounced' : 'delayed');
  const read = readNotice(raw);
  expect(read).toMatchObject({ kind: each.kind, messageId: sentId, limitsReached: [] });
  const { category, hard } = each;
  const action = each.kind === 'bounce' ? 'failed' : 'delayed';
  expect(read.recipients).toMatchObject([
    { address: carla, action, status: notice.status, category, hard },
  ]);
};

const named = (cases: readonly Case[]) => cases.map((each) => [each.name, each] as const);

const providers = [
  ['Gmail', gmail],
  ['Exchange Online and Server from 2007', exchange],
  ['Exchange Online by author', authors],
  ['Exchange 2003', exchange2003],
] as const;

describe.each(providers)('%s', (_provider, cases) => {
  test.each(named(cases))('%s', async (_name, each) => {
    expect.hasAssertions();
    await isRead(each);
  });
});

describe("the sender's own limit", () => {
  test.each(['google-itself', 'inside', 'relay'] as const)('%s', async (form) => {
    const acme = openAcme({ undoMs: 0 });
    acme.postOffice.limitSender(acme.ana.address, true, form);
    const sent = acme.google.web.send(acme.ana, 'window', letter({ to: carla }));
    await acme.google.settle();
    const line = acme.postOffice.delivery(sent.messageId, carla);
    expect(line?.status).toBe('stopped-by-sender-limit');
    const [message] = acme.ana.messages('INBOX');
    expect(message?.messageId).toBe(line?.notice?.messageId);
    const read = readNotice(message?.raw ?? Buffer.alloc(0));
    expect(read).toMatchObject({ kind: 'bounce', messageId: sent.messageId.slice(1, -1) });
    const remoteMta = form === 'relay' ? 'smtp-relay.gmail.com' : null;
    expect(read.recipients).toMatchObject([
      {
        address: carla,
        status: line?.notice?.status,
        category: 'sender-limit',
        hard: false,
        remoteMta,
      },
    ]);
    acme.close();
  });
});

test('an answer of a machine or a person, a complaint and a mail are no bounces', async () => {
  const acme = openAcme({ undoMs: 0 });
  acme.postOffice.behave(carla, { kind: 'out-of-office', text: 'Back on Monday.' });
  acme.google.web.send(acme.ana, 'window', letter({ to: carla }));
  await acme.google.settle();
  const [sent] = acme.postOffice.letters();
  if (!sent) throw new Error('Nothing was sent');
  await acme.postOffice.complain(carla, sent);
  await acme.postOffice.reply('kim@initech.example', sent, 'Yes');
  const kinds = acme.ana.messages('INBOX').map(({ raw }) => readNotice(raw).kind);
  expect(new Set(kinds)).toEqual(new Set(['auto-reply', 'complaint', 'none']));
  acme.close();
});
