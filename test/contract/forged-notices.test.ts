import { forgedNotice, letterNeverSent } from '@postrider/sandbox/forgeries';
import { expect, test } from 'vitest';

import { letterOf, listed, openPanelAcme, type PanelAcme } from './support/panel-acme.ts';

const ana = 'ana@acme.example';
const kim = 'kim@initech.example';
const evil = 'evil@competitor.example';

async function mailToBoth() {
  const acme = await openPanelAcme();
  const sent = await acme.sendAndSettle({ to: `${kim}, ${evil}` });
  return { acme, letter: letterOf(acme, sent) };
}

async function forge(
  acme: PanelAcme,
  change: Partial<Parameters<typeof forgedNotice>[0]>,
  way: { authentication: 'pass' | 'fail' | 'none'; from?: string; forgedResults?: 'kept' },
) {
  const letter = change.letter ?? letterNeverSent(ana, kim);
  const raw = await forgedNotice({
    letter,
    recipient: kim,
    sender: ana,
    style: 'gmail',
    at: acme.clock(),
    ...change,
  });
  acme.postOffice.outsider(raw, { to: ana, from: evil, ...way });
  await acme.look();
}

const styles = ['gmail', 'exchange-online', 'plain'] as const;
const proofs = ['pass', 'fail', 'none'] as const;
const forgeries = styles.flatMap((style) =>
  proofs.flatMap((authentication) =>
    ([undefined, 'kept'] as const).map((kept) => [style, authentication, kept] as const),
  ),
);

test.each(forgeries)(
  'in the style of %s, with proof %s of another domain, forged results %s: nobody is suppressed',
  async (style, authentication, kept) => {
    const { acme, letter } = await mailToBoth();
    const forgedResults = kept === undefined ? {} : { forgedResults: kept };
    await forge(acme, { letter, style }, { authentication, ...forgedResults });
    expect(await listed(acme)).toEqual({ suppressed: [], onHold: [kim] });
    const bounce = (await acme.feed()).find((event) => event.kind === 'bounced');
    expect(bounce).toMatchObject({
      person: { address: kim },
      bounce: { hard: true, doubt: 'unknown-writer' },
    });
    const [held] = (await acme.backend.sendGuard()).addresses;
    expect(held).toMatchObject({ address: kim, obstacle: { kind: 'on-hold' } });
    expect(await acme.stores.decisions.all()).toEqual([]);
  },
);

test('a recipient’s own postmaster is not believed about the others', async () => {
  const { acme, letter } = await mailToBoth();
  const author = 'postmaster@competitor.example';
  await forge(acme, { letter, style: 'plain', author }, { authentication: 'pass' });
  expect(await listed(acme)).toEqual({ suppressed: [], onHold: [kim] });
  const bounce = (await acme.feed()).find((event) => event.kind === 'bounced');
  expect(bounce).toMatchObject({ bounce: { doubt: 'other-domain' } });
});

test('and a colleague of the contact, who is no postmaster, is not believed either', async () => {
  const { acme, letter } = await mailToBoth();
  const author = 'max@initech.example';
  await forge(
    acme,
    { letter, style: 'plain', author },
    { authentication: 'pass', from: 'max@initech.example' },
  );
  expect(await listed(acme)).toEqual({ suppressed: [], onHold: [kim] });
});

test('a hold ends with a reply, or by hand, and the same evidence brings it back in neither case', async () => {
  const { acme, letter } = await mailToBoth();
  await forge(acme, { letter }, { authentication: 'none' });
  await acme.pass(1000);
  await acme.postOffice.reply(kim, letter, 'I am here.');
  await acme.look();
  expect(await listed(acme)).toEqual({ suppressed: [], onHold: [] });

  const other = await mailToBoth();
  await forge(other.acme, { letter: other.letter }, { authentication: 'none' });
  const held = await other.acme.backend.suppressions();
  await other.acme.backend.unsuppress(kim);
  expect(await listed(other.acme)).toEqual({ suppressed: [], onHold: [] });
  await other.acme.backend.putBack(` ${kim.toUpperCase()}`);
  expect(await other.acme.backend.suppressions()).toEqual(held);
});

test('a real notice about a mail takes the place of a forged one', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, {
    kind: 'exchange-online',
    refusal: 'unknown-user',
    afterMs: 60_000,
  });
  const sent = await acme.sendAndSettle({ to: kim });
  await forge(acme, { letter: letterOf(acme, sent) }, { authentication: 'none' });
  expect(await listed(acme)).toEqual({ suppressed: [], onHold: [kim] });
  await acme.pass(120_000);
  await acme.postOffice.expire();
  await acme.look();
  expect(await listed(acme)).toEqual({ suppressed: [kim], onHold: [] });
  expect((await acme.kinds()).toSorted()).toEqual(['bounced', 'sent']);
});

test('about a mail that was never sent it is nothing but an entry in the list to match by hand', async () => {
  const { acme } = await mailToBoth();
  await forge(acme, {}, { authentication: 'none' });
  expect(await listed(acme)).toEqual({ suppressed: [], onHold: [] });
  expect(await acme.kinds()).toEqual(['sent']);
  expect(await acme.backend.unmatched()).toMatchObject([{ people: [kim], matched: null }]);
});

test('about people who were never written to it is nothing at all', async () => {
  const { acme } = await mailToBoth();
  await forge(acme, { recipient: 'stranger@elsewhere.example' }, { authentication: 'none' });
  expect(await acme.kinds()).toEqual(['sent']);
  expect(await acme.backend.unmatched()).toEqual([]);
});

test('that the sender is over the limit, an outsider says in vain: no gate, and the mail stays sent', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.limitSender(ana, true);
  await acme.sendAndSettle({ to: kim });
  const [real] = acme.ana.messages('INBOX');
  if (!real) throw new Error('no notice came');
  const fresh = await openPanelAcme();
  const sent = await fresh.sendAndSettle({ to: kim });
  const forged = real.raw
    .toString('latin1')
    .replaceAll(/<[^<>\s]+@mail\.gmail\.com>/g, sent.messageId);
  fresh.postOffice.outsider(Buffer.from(forged, 'latin1'), {
    to: ana,
    from: evil,
    authentication: 'none',
  });
  await fresh.look();
  expect((await fresh.kinds()).toSorted()).toEqual(['bounced', 'sent']);
  expect((await fresh.backend.status()).sendingGate).toBeNull();
});
