import { expect, test } from 'vitest';

import { letterOf, listed, openPanelAcme, readAnew } from './support/panel-acme.ts';

const kim = 'kim@initech.example';
const lou = 'lou@initech.example';
const nobody = { suppressed: [], onHold: [] };

test('an unknown user is suppressed, with why and by whom', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'unknown-user' });
  const sent = await acme.sendAndSettle();
  await acme.look();
  expect(acme.postOffice.delivery(sent.messageId, kim)?.status).toBe('bounced');
  const bounce = (await acme.feed()).find((event) => event.kind === 'bounced');
  expect(await acme.backend.suppressions()).toEqual([
    {
      address: kim,
      since: acme.clock(),
      by: 'product',
      because: 'bounced',
      why: expect.stringContaining('550'),
      eventId: bounce?.id,
      status: 'suppressed',
    },
  ]);
  expect(await acme.backend.sendGuard()).toMatchObject({
    addresses: [{ address: kim, obstacle: { kind: 'suppressed', because: 'bounced' } }],
    complete: true,
  });
});

test('of two recipients only the failed one bounces and is suppressed', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(lou, { kind: 'unknown-user' });
  await acme.sendAndSettle({ to: `${kim}, ${lou}` });
  await acme.look();
  expect(acme.postOffice.deliveries().map((one) => [one.recipient, one.status])).toEqual([
    [kim, 'accepted'],
    [lou, 'bounced'],
  ]);
  const bounced = (await acme.feed()).filter((event) => event.kind === 'bounced');
  expect(bounced.map((event) => [event.person.address, event.recipientNo])).toEqual([[lou, 1]]);
  expect(await listed(acme)).toEqual({ suppressed: [lou], onHold: [] });
});

test.each(['mailbox-full', 'blocked-as-spam', 'blocked-by-policy'] as const)(
  '%s suppresses nobody',
  async (kind) => {
    const acme = await openPanelAcme();
    acme.postOffice.behave(kim, { kind });
    const sent = await acme.sendAndSettle();
    await acme.look();
    expect(acme.postOffice.delivery(sent.messageId, kim)?.because).toBe(kind);
    expect(await acme.kinds()).toContain('bounced');
    expect(await listed(acme)).toEqual(nobody);
    expect(await acme.backend.standing(kim)).toMatchObject({ kind: 'soft-bounced' });
  },
);

test('Exchange of the recipient’s own company is believed about its own users', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'exchange-online', refusal: 'unknown-user' });
  await acme.sendAndSettle();
  await acme.look();
  expect(await listed(acme)).toEqual({ suppressed: [kim], onHold: [] });
});

test('a reply clears a soft bounce', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'mailbox-full' });
  const sent = await acme.sendAndSettle();
  await acme.look();
  await acme.pass(60_000);
  await acme.postOffice.reply(kim, letterOf(acme, sent), 'I made room.');
  await acme.look();
  expect(await acme.backend.standing(kim)).toEqual({
    kind: 'cleared',
    by: 'reply',
    at: acme.clock(),
  });
});

test('a later mail that arrives clears a soft bounce, once a bounce of it would have come', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'mailbox-full' });
  await acme.sendAndSettle();
  await acme.look();
  acme.postOffice.behave(kim, { kind: 'accepts' });
  const later = await acme.sendAndSettle({ subject: 'Again' });
  expect(acme.postOffice.delivery(later.messageId, kim)?.status).toBe('accepted');
  expect(await acme.backend.standing(kim)).toMatchObject({ kind: 'soft-bounced' });
  await acme.pass(5 * 24 * 3_600_000);
  await acme.look();
  expect(await acme.backend.standing(kim)).toMatchObject({ kind: 'cleared', by: 'later-mail' });
});

test('a delay shows until when, and its end without a bounce clears it', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'delayed-then-delivered' });
  const sent = await acme.sendAndSettle();
  await acme.postOffice.expire(kim);
  await acme.look();
  const delayed = (await acme.feed()).find((event) => event.kind === 'delayed');
  const until = delayed?.kind === 'delayed' ? delayed.retryUntil : null;
  expect(until).toBeGreaterThan(acme.clock());
  expect(await acme.backend.standing(kim)).toMatchObject({ kind: 'delayed', until });
  await acme.postOffice.expire(kim);
  expect(acme.postOffice.delivery(sent.messageId, kim)?.status).toBe('accepted');
  await acme.pass(4 * 24 * 3_600_000);
  await acme.look();
  expect(await acme.backend.standing(kim)).toMatchObject({ kind: 'cleared', by: 'time' });
  expect(await listed(acme)).toEqual(nobody);
});

test('a delay that expires becomes a bounce, and suppresses nobody', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'delayed-then-failed' });
  await acme.sendAndSettle();
  await acme.postOffice.expire();
  await acme.look();
  await acme.pass(1000);
  await acme.postOffice.expire();
  await acme.look();
  expect((await acme.kinds()).toSorted()).toEqual(['bounced', 'sent']);
  expect(await listed(acme)).toEqual(nobody);
});

test('a complaint suppresses at once', async () => {
  const acme = await openPanelAcme();
  const sent = await acme.sendAndSettle();
  await acme.postOffice.complain(kim, letterOf(acme, sent));
  await acme.look();
  expect(await acme.backend.suppressions()).toMatchObject([
    { address: kim, because: 'complained', status: 'suppressed' },
  ]);
});

test('the same notice counts once: read twice, and brought twice', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'unknown-user' });
  await acme.sendAndSettle();
  await acme.look();
  const [notice] = acme.ana.messages('INBOX');
  if (!notice) throw new Error('no notice came');
  await acme.backend.unsuppress(kim);
  await readAnew(acme);
  acme.ana.deposit(notice.raw, { labelIds: ['INBOX'] });
  await acme.look();
  expect(acme.ana.messages('INBOX').filter((one) => one.raw.equals(notice.raw))).toHaveLength(2);
  expect((await acme.kinds()).toSorted()).toEqual(['bounced', 'sent']);
  expect(await listed(acme)).toEqual(nobody);
});

test('what a person took off the list, new evidence may put there again', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'unknown-user' });
  await acme.sendAndSettle();
  await acme.look();
  await acme.backend.unsuppress(` ${kim.toUpperCase()} `);
  expect(await listed(acme)).toEqual(nobody);
  await acme.sendAndSettle({ subject: 'Once more' });
  await acme.look();
  expect(await listed(acme)).toEqual({ suppressed: [kim], onHold: [] });
});

test('a person suppresses by hand, and a company blocks domains', async () => {
  const acme = await openPanelAcme({ blockedDomains: ['rival.example'] });
  await acme.backend.suppress(' Kim@Initech.example', 'Asked me on the phone');
  expect(await acme.backend.suppressions()).toMatchObject([
    { address: kim, by: 'person', because: 'by-hand', why: 'Asked me on the phone' },
  ]);
  const asked = [lou, 'Kim@initech.example', 'max@sales.rival.example'];
  expect(await acme.backend.guardFor(asked)).toMatchObject([
    { address: kim, obstacle: { kind: 'suppressed', by: 'person' } },
    { address: 'max@sales.rival.example', obstacle: { kind: 'blocked-domain' } },
  ]);
});

test('taking an address off, with a reason, is taken back to what it was', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.behave(kim, { kind: 'unknown-user' });
  await acme.sendAndSettle();
  await acme.look();
  const before = await acme.backend.suppressions();
  await acme.backend.unsuppress(kim, 'She rang me');
  // As where the worker's first answer was lost.
  await acme.backend.unsuppress(kim, 'She rang me');
  expect(await acme.stores.decisions.all()).toMatchObject([{}, { why: 'She rang me' }, {}]);
  await acme.backend.putBack(kim);
  expect(await acme.backend.suppressions()).toEqual(before);
  await acme.backend.putBack(kim);
  expect(await acme.stores.decisions.all()).toHaveLength(4);
  await acme.backend.unsuppress(kim);
  expect(await listed(acme)).toEqual(nobody);
});

test('a clock that is put back changes nothing about which decision is the newest', async () => {
  const acme = await openPanelAcme();
  await acme.backend.suppress(kim, '');
  acme.clock.pass(-3_600_000);
  await acme.backend.unsuppress(kim);
  expect(await listed(acme)).toEqual(nobody);
});
