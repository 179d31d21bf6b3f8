import type { Outcome } from '@postrider/shared/application/ports/outcome';
import { afterEach, expect, test } from 'vitest';

import { letter, openAcme, receive, type Acme } from './support/acme.ts';

/*
 * What only Gmail does: its Undo takes a mail back that stood in Sent, and changes are listed first and read after.
 */

let acme: Acme = openAcme();

afterEach(() => {
  acme.close();
  acme = openAcme();
});

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

const begin = async () => value(await acme.mailbox.changes(null)).cursor;

test('names what was withdrawn', async () => {
  const cursor = await begin();
  const sent = acme.google.web.send(acme.ana, 'compose-1', letter({ to: 'kim@initech.example' }));
  const shown = value(await acme.mailbox.changes(cursor));
  acme.google.web.undo(acme.ana, sent.id);
  const gone = value(await acme.mailbox.changes(shown.cursor));
  expect(gone.withdrawn).toContain(sent.id);
  expect(gone.appeared).toEqual([]);
  // Read in one go, it never was there.
  const both = value(await acme.mailbox.changes(cursor));
  expect(both.appeared).toEqual([]);
});

test('names what left Sent without being deleted', async () => {
  const sent = acme.google.web.send(acme.ana, 'compose-1', letter({ to: 'kim@initech.example' }));
  const cursor = await begin();
  acme.ana.relabel(sent.id, { add: ['DRAFT'], remove: ['SENT'] });
  expect(value(await acme.mailbox.changes(cursor))).toMatchObject({
    withdrawn: [sent.id],
    appeared: [],
  });
});

test('goes on past a message that is gone by the time it is read', async () => {
  const cursor = await begin();
  const [first, gone, last] = ['a', 'b', 'c'].map((name) => {
    acme.clock.pass(1000);
    return receive(acme.ana, ['From: kim@initech.example', `Subject: ${name}`]).id;
  });
  acme.beforeReading(() => acme.ana.erase(gone ?? ''));
  const changes = value(await acme.mailbox.changes(cursor));
  expect(changes.appeared.map((message) => message.id)).toEqual([first, last]);
  expect(changes.unread).toEqual([]);
});
