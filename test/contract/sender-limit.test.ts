import { expect, test } from 'vitest';

import { listed, openPanelAcme } from './support/panel-acme.ts';

const ana = 'ana@acme.example';
const hourMs = 3_600_000;

test.each(['google-itself', 'inside'] as const)(
  'over the limit (%s): nobody is suppressed, the mail was not sent, and a gate stands for an hour',
  async (form) => {
    const acme = await openPanelAcme();
    acme.postOffice.limitSender(ana, true, form);
    const sent = await acme.sendAndSettle({ to: 'kim@initech.example, lou@initech.example' });
    await acme.look();
    expect(acme.postOffice.deliveries().map((one) => one.status)).toEqual([
      'stopped-by-sender-limit',
      'stopped-by-sender-limit',
    ]);
    expect(acme.ana.messages('SENT').map((one) => one.id)).toEqual([sent.id]);
    expect(await acme.feed()).toMatchObject([{ kind: 'not-sent', reason: 'sender-limit' }]);
    expect(await listed(acme)).toEqual({ suppressed: [], onHold: [] });
    const { sendingGate } = await acme.backend.status();
    expect(sendingGate).toMatchObject({ named: false, refusals: 1 });
    expect(sendingGate?.until).toBe((sendingGate?.raisedAt ?? 0) + hourMs);
  },
);

test('mail that is refused after the gate waits longer each time, and the gate survives the worker', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.limitSender(ana, true);
  await acme.sendAndSettle();
  await acme.look();
  const waits: number[] = [];
  for (let again = 0; again < 3; again += 1) {
    await acme.pass(hourMs + 60_000);
    acme.restart();
    await acme.sendAndSettle({ subject: `Again ${again}` });
    await acme.look();
    const gate = await acme.stores.ledgers.gate(acme.parts.account);
    waits.push((gate?.until ?? 0) - (gate?.raisedAt ?? 0));
  }
  expect(waits.map((ms) => ms / 60_000)).toEqual([15, 30, 60]);
});

test('the gate is over at its time', async () => {
  const acme = await openPanelAcme();
  acme.postOffice.limitSender(ana, true);
  await acme.sendAndSettle();
  await acme.look();
  await acme.pass(hourMs);
  expect((await acme.backend.status()).sendingGate).toBeNull();
});
