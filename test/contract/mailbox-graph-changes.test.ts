import { graphError } from '@postrider/sandbox/graph-errors';
import { messageIdOf } from '@postrider/sandbox/graph-ids';
import type { Changes } from '@postrider/shared/application/ports/mailbox';
import type { Outcome } from '@postrider/shared/application/ports/outcome';
import type { Cursor } from '@postrider/shared/domain/ids';
import { headerValue } from '@postrider/shared/domain/message/headers';
import { afterEach, expect, test } from 'vitest';

import { openAdatum, type Adatum, type AdatumSwitches } from './support/adatum.ts';

/*
 * How changes are found at Graph: a sweep of all folders, beside deltas of three.
 */

const opened: Adatum[] = [];

afterEach(() => {
  for (const adatum of opened.splice(0)) adatum.close();
});

function open(switches: AdatumSwitches = {}): Adatum {
  const adatum = openAdatum(switches);
  opened.push(adatum);
  return adatum;
}

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

const mailFrom = (address: string, subject = 'Hello') =>
  Buffer.from(`Received: from x\r\nFrom: ${address}\r\nSubject: ${subject}\r\n\r\nHello\r\n`);
const subjectsOf = ({ appeared }: Changes) =>
  appeared.map(({ headers }) => headerValue(headers, 'Subject'));

async function begin({ mailbox, microsoft }: Adatum): Promise<Cursor> {
  const { cursor } = value(await mailbox.changes(null));
  microsoft.log.clear();
  return cursor;
}

test('a look at which nothing happened is four requests, parts of the batch counted', async () => {
  const adatum = open();
  const cursor = await begin(adatum);
  await adatum.pass(60_000);
  value(await adatum.mailbox.changes(cursor));
  expect(adatum.calls().toSorted()).toEqual([
    'messages.delta',
    'messages.delta',
    'messages.delta',
    'messages.list',
  ]);
});

test('what a rule filed elsewhere is found, and what the sweep missed the delta names', async () => {
  const adatum = open();
  const cursor = await begin(adatum);
  await adatum.pass(3_600_000);
  const filed = adatum.eva.addFolder('Rules').id;
  adatum.eva.create(mailFrom('kim@initech.example', 'by a rule'), { folder: filed });
  // Its date lies before the sweep: it was late, or moved here from another mailbox.
  const receivedAt = adatum.clock() - 3_000_000;
  const late = mailFrom('kim@initech.example', 'late');
  const first = value(await adatum.mailbox.changes(cursor));
  await adatum.pass(60_000);
  adatum.eva.create(late, { folder: 'inbox', receivedAt });
  const second = value(await adatum.mailbox.changes(first.cursor));
  expect([subjectsOf(first), subjectsOf(second)]).toEqual([['by a rule'], ['late']]);
});

test('each message is shown once, though sweeps overlap and deltas name it too', async () => {
  const adatum = open();
  let cursor = await begin(adatum);
  const shown: (string | null)[] = [];
  for (let minute = 0; minute < 12; minute += 1) {
    adatum.eva.create(mailFrom('kim@initech.example', `${minute}`), { folder: 'inbox' });
    await adatum.pass(60_000);
    const changes = value(await adatum.mailbox.changes(cursor));
    shown.push(...subjectsOf(changes));
    ({ cursor } = changes);
  }
  expect(shown).toEqual(Array.from({ length: 12 }, (_none, minute) => `${minute}`));
  // Twelve looks: four requests each, and nothing read a second time.
  expect(adatum.calls()).toHaveLength(48);
  expect(cursor.length).toBeLessThan(5000);
});

test('what is moved or thrown away is no change', async () => {
  const adatum = open();
  const cursor = await begin(adatum);
  const { id } = adatum.eva.create(mailFrom('kim@initech.example'), { folder: 'inbox' });
  const first = value(await adatum.mailbox.changes(cursor));
  adatum.eva.update(id, { folderId: 'deleteditems' });
  const second = value(await adatum.mailbox.changes(first.cursor));
  expect(second).toMatchObject({ appeared: [], withdrawn: [] });
});

test('a message that is gone by the time it is read stands nowhere', async () => {
  const adatum = open();
  const cursor = await begin(adatum);
  await adatum.pass(3_600_000);
  adatum.eva.create(mailFrom('c@x.example'), { folder: 'inbox' });
  const { cursor: later } = value(await adatum.mailbox.changes(cursor));
  await adatum.pass(60_000);
  const receivedAt = adatum.clock() - 3_000_000;
  const gone = adatum.eva.create(mailFrom('a@x.example'), { folder: 'inbox', receivedAt });
  const stays = adatum.eva.create(mailFrom('b@x.example', 'stays'), {
    folder: 'inbox',
    receivedAt,
  });
  const path = encodeURIComponent(messageIdOf(gone, true));
  adatum.microsoft.faults.next({
    match: ({ url }) => url.includes(`/messages/${path}`),
    response: graphError(404, 'ErrorItemNotFound', 'Not found.'),
  });
  const changes = value(await adatum.mailbox.changes(later));
  expect(changes.appeared.map(({ id }) => id)).toEqual([messageIdOf(stays, true)]);
  expect(changes.unread).toEqual([]);
});

test('a part of the batch that Graph refused is asked for alone', async () => {
  const adatum = open();
  const cursor = await begin(adatum);
  adatum.eva.create(mailFrom('kim@initech.example', 'seen'), { folder: 'inbox' });
  adatum.microsoft.faults.next({
    match: ({ url }) => url.includes('/delta'),
    response: graphError(503, 'ErrorServerBusy', 'Busy.'),
  });
  expect(subjectsOf(value(await adatum.mailbox.changes(cursor)))).toEqual(['seen']);
  expect(adatum.calls().filter((call) => call === 'messages.delta')).toHaveLength(4);
});

test('a limit met by the deltas keeps what the sweep showed, and is told with the next call', async () => {
  const adatum = open();
  const cursor = await begin(adatum);
  adatum.eva.create(mailFrom('kim@initech.example', 'seen'), { folder: 'inbox' });
  const tooMany = { 'retry-after': '120' };
  adatum.microsoft.faults.next({
    match: ({ url }) => url.includes('/delta'),
    response: graphError(429, 'TooManyRequests', 'Too many requests.', tooMany),
  });
  const first = value(await adatum.mailbox.changes(cursor));
  expect([subjectsOf(first), first.more]).toEqual([['seen'], true]);
  const asked = adatum.calls().length;
  const retryAt = adatum.clock() + 120_000;
  const limit = { kind: 'rate-limited', retryAt, limit: 'requests' };
  expect(await adatum.mailbox.changes(first.cursor)).toEqual(limit);
  expect(await adatum.mailbox.account()).toEqual(limit);
  expect(adatum.calls()).toHaveLength(asked);
  await adatum.pass(120_000);
  expect(subjectsOf(value(await adatum.mailbox.changes(first.cursor)))).toEqual([]);
});

test('a sweep whose next page Graph has forgotten begins again, and shows nothing twice', async () => {
  const adatum = open();
  let cursor = await begin(adatum);
  for (let no = 0; no < 120; no += 1) {
    adatum.clock.pass(1000);
    adatum.eva.create(mailFrom('kim@initech.example', `${no}`), { folder: 'inbox' });
  }
  const shown: (string | null)[] = [];
  const first = value(await adatum.mailbox.changes(cursor));
  shown.push(...subjectsOf(first));
  adatum.microsoft.faults.next({
    match: ({ url }) => /skip/i.test(url),
    response: graphError(400, 'BadRequest', 'The skip token is not valid.'),
  });
  ({ cursor } = first);
  for (let more = true; more;) {
    const changes = value(await adatum.mailbox.changes(cursor));
    shown.push(...subjectsOf(changes));
    ({ cursor, more } = changes);
  }
  expect(shown).toHaveLength(120);
  expect(new Set(shown)).toEqual(new Set(Array.from({ length: 120 }, (_none, no) => `${no}`)));
});

test('a thousand new messages cost at most 60 requests', async () => {
  const adatum = open();
  let cursor = await begin(adatum);
  for (let no = 0; no < 1000; no += 1) {
    adatum.clock.pass(1000);
    adatum.eva.create(mailFrom('kim@initech.example'), {
      folder: no % 2 ? 'inbox' : 'junkemail',
    });
  }
  const seen = new Set<string>();
  for (let more = true; more;) {
    const changes = value(await adatum.mailbox.changes(cursor));
    for (const { id } of changes.appeared) seen.add(id);
    ({ cursor, more } = changes);
  }
  expect(seen.size).toBe(1000);
  expect(adatum.calls().length).toBeLessThanOrEqual(60);
});

test.each([
  ['fast', 25 * 60_000],
  ['slow', -25 * 60_000],
])(
  'a clock of ours that is %s hides nothing that a rule filed elsewhere',
  async (_name, wrongBy) => {
    const adatum = open();
    const { graphHost } = adatum.microsoft;
    const mailbox = adatum.again(graphHost, () => adatum.clock() + wrongBy);
    const filed = adatum.eva.addFolder('Rules').id;
    adatum.eva.create(mailFrom('kim@initech.example', 'before'), { folder: filed });
    await adatum.pass(60_000);
    let { cursor } = value(await mailbox.changes(null));
    const shown: (string | null)[] = [];
    for (let minute = 0; minute < 10; minute += 1) {
      await adatum.pass(60_000);
      adatum.eva.create(mailFrom('kim@initech.example', `${minute}`), { folder: filed });
      const changes = value(await mailbox.changes(cursor));
      shown.push(...subjectsOf(changes));
      ({ cursor } = changes);
    }
    expect(shown).toEqual(Array.from({ length: 10 }, (_none, minute) => `${minute}`));
  },
);

test('a message with a date of the far future does not end the sweeping', async () => {
  const adatum = open();
  let cursor = await begin(adatum);
  const filed = adatum.eva.addFolder('Rules').id;
  const receivedAt = adatum.clock() + 1000 * 24 * 3_600_000;
  adatum.eva.create(mailFrom('kim@initech.example', 'future'), { folder: filed, receivedAt });
  const shown: (string | null)[] = [];
  for (const subject of ['one', 'two']) {
    await adatum.pass(60_000);
    adatum.eva.create(mailFrom('kim@initech.example', subject), { folder: filed });
    const changes = value(await adatum.mailbox.changes(cursor));
    shown.push(...subjectsOf(changes));
    ({ cursor } = changes);
  }
  expect(new Set(shown)).toEqual(new Set(['future', 'one', 'two']));
  expect(shown).toHaveLength(3);
});
