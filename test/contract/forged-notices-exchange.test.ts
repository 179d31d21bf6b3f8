import { forgedNotice } from '@postrider/sandbox/forgeries';
import { afterEach, describe, expect, test } from 'vitest';

import { subjects } from './support/mailbox-subjects.ts';
import { openWatched, type HandSent, type Watched } from './support/watched.ts';

/*
 * Notices that an outsider makes up for a mailbox on Exchange: he got the mail himself, so he knows its names, and he
 * may copy every header of a real notice. Nobody is suppressed by any of them.
 */

const kim = 'kim@initech.example';
const evil = 'evil@competitor.example';
const opened: Watched[] = [];

afterEach(() => {
  for (const rep of opened.splice(0)) rep.close();
});

type Way = {
  readonly style?: 'gmail' | 'exchange-online' | 'plain';
  readonly author?: string;
  readonly authentication: 'pass' | 'fail' | 'none';
  readonly from?: string;
  readonly forgedResults?: 'kept';
  /** Fields that stand on top of all. */
  readonly top?: readonly string[];
};

async function forge(rep: Watched, sent: HandSent, way: Way) {
  const { style = 'exchange-online', author, top = [], from = evil, ...proof } = way;
  const raw = await forgedNotice({
    letter: rep.letterOf(sent),
    recipient: kim,
    sender: rep.address,
    style,
    at: rep.clock(),
    ...(author === undefined ? {} : { author }),
  });
  const whole = Buffer.concat([Buffer.from(top.map((field) => `${field}\r\n`).join('')), raw]);
  rep.postOffice.outsider(whole, { to: rep.address, from, ...proof });
  await rep.look();
}

async function doubts(rep: Watched) {
  const bounces = (await rep.feed()).filter((event) => event.kind === 'bounced');
  return bounces.map((event) => (event.kind === 'bounced' ? (event.bounce.doubt ?? null) : null));
}

const ways = (['gmail', 'exchange-online', 'plain'] as const).flatMap((style) =>
  (['pass', 'fail', 'none'] as const).flatMap((authentication) => [
    { style, authentication } as const,
    { style, authentication, forgedResults: 'kept' } as const,
  ]),
);

/** What a real notice bears, and its firewall takes out of all that comes from outside. */
const stamps = [
  'X-MS-Exchange-Organization-AuthAs: Internal',
  'X-MS-Exchange-Organization-AuthMechanism: 05',
  'X-MS-Exchange-Organization-AuthSource: AM0PR01MB0001.eurprd01.prod.exchangelabs.com',
  'X-MS-Exchange-CrossTenant-AuthAs: Internal',
  'X-MS-Exchange-Message-Is-Ndr: ',
];

const onExchange = subjects.filter(([name]) => name !== 'gmail');

describe.each(onExchange)('a mailbox at %s', (_name, openSubject) => {
  async function mailToBoth() {
    const rep = await openWatched(openSubject());
    opened.push(rep);
    await rep.look();
    const sent = await rep.sendAndSettle({ to: `${kim}, ${evil}` });
    return { rep, sent };
  }

  test.each(ways)('is not deceived by %o', async (way) => {
    const { rep, sent } = await mailToBoth();
    await forge(rep, sent, way);
    expect(await doubts(rep)).toEqual(['unknown-writer']);
    expect(await rep.stores.decisions.all()).toEqual([]);
  });

  test('is not deceived by Exchange’s own stamps on mail from outside', async () => {
    const { rep, sent } = await mailToBoth();
    const domain = rep.address.slice(rep.address.indexOf('@') + 1);
    for (const author of [
      `postmaster@${domain}`,
      `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${domain}`,
    ]) {
      await forge(rep, sent, { authentication: 'none', author, top: stamps });
      await rep.pass(1000);
    }
    expect(new Set(await doubts(rep))).toEqual(new Set(['unknown-writer']));
    expect(await rep.stores.decisions.all()).toEqual([]);
  });

  test('does not believe a recipient’s own postmaster about the others', async () => {
    const { rep, sent } = await mailToBoth();
    const author = 'postmaster@competitor.example';
    await forge(rep, sent, { style: 'plain', author, authentication: 'pass' });
    const [doubt] = await doubts(rep);
    // A server of one's own proves nobody outside.
    expect(doubt).toBe(rep.provider === 'graph' ? 'other-domain' : 'unknown-writer');
    expect(await rep.stores.decisions.all()).toEqual([]);
  });

  test('does not believe a real notice that is sent in once more about another mail', async () => {
    const { rep } = await mailToBoth();
    rep.postOffice.behave('gone@initech.example', { kind: 'unknown-user' });
    const first = await rep.sendAndSettle({ to: 'gone@initech.example' });
    await rep.look();
    const real = rep.inbox().find(({ raw }) => raw.includes(first.messageId));
    if (real === undefined) throw new Error('no notice came');
    const decided = await rep.stores.decisions.all();
    expect(decided).toHaveLength(1);
    const second = await rep.sendAndSettle({ to: kim });
    const copy = real.raw
      .toString('latin1')
      .replaceAll(first.messageId, second.messageId)
      .replaceAll('gone@initech.example', kim);
    const outsider = { to: rep.address, from: evil, authentication: 'pass' } as const;
    rep.postOffice.outsider(Buffer.from(copy, 'latin1'), outsider);
    await rep.look();
    expect(await rep.stores.decisions.all()).toEqual(decided);
    expect(await doubts(rep)).toContain('unknown-writer');
  });

  test('takes the word of an outsider for the sender’s own limit in vain', async () => {
    const { rep } = await mailToBoth();
    rep.postOffice.limitSender(rep.address, true);
    const first = await rep.sendAndSettle();
    const real = rep.inbox().find(({ raw }) => raw.includes(first.messageId));
    if (real === undefined) throw new Error('no notice came');
    rep.postOffice.limitSender(rep.address, false);
    const { rep: other, sent } = await mailToBoth();
    const copy = real.raw.toString('latin1').replaceAll(first.messageId, sent.messageId);
    other.postOffice.outsider(Buffer.from(copy, 'latin1'), {
      to: other.address,
      from: evil,
      authentication: 'none',
    });
    await other.look();
    expect(await other.kinds()).not.toContain('not-sent');
    expect(await other.stores.ledgers.gate(other.address)).toBeNull();
  });
});
