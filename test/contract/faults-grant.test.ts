import { createWatch } from '@postrider/shared/application/watch-mailbox/watch';
import { expect, test } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { openOffice } from './support/office.ts';

/** Ana connected, watched, and with much mail that answers one of hers and was not read yet. */
async function connectedWithAnswers() {
  const office = await openOffice();
  const { acme, stores } = office;
  await office.connect();
  const newWatch = () =>
    createWatch({ account: ana, mailbox: office.mailbox(), clock: acme.clock, ...stores });
  await newWatch().look();
  const sent = acme.ana.deposit(
    Buffer.from('From: ana@acme.example\r\nMessage-ID: <own@acme.example>\r\n\r\nHello'),
    { labelIds: ['SENT'] },
  );
  for (let no = 0; no < 70; no += 1) {
    receive(acme.ana, [`From: kim${no}@initech.example`, `In-Reply-To: ${sent.messageId}`]);
  }
  const answers = async () => {
    const feed = await stores.events.feed({ mailbox: ana, limit: 500 });
    return feed.map(({ kind, person }) => `${kind} ${person.address}`);
  };
  return { office, newWatch, answers };
}

test('a token that runs out in the middle of much mail is renewed, and nothing is told twice', async () => {
  const { office, newWatch, answers } = await connectedWithAnswers();
  const { google } = office.acme;
  google.log.clear();
  office.acme.beforeReading(() => google.expireTokens(ana));
  expect((await newWatch().look()).kind).toBe('looked');
  expect(google.log.all().map(({ status }) => status)).toContain(401);
  expect(new Set(await answers()).size).toBe(70);
  expect(await answers()).toHaveLength(70);
});

test('a grant revoked in the middle of much mail stops the look; connected anew, nothing is missing or told twice', async () => {
  const { office, newWatch, answers } = await connectedWithAnswers();
  const { google } = office.acme;
  office.acme.beforeReading(() => google.revoke(ana));
  expect(await newWatch().look()).toMatchObject({
    kind: 'stopped',
    problem: { kind: 'reconnect-needed' },
  });
  google.log.clear();
  expect(await newWatch().look()).toMatchObject({ kind: 'stopped' });
  expect(google.log.all()).toEqual([]);
  expect(await office.connect()).toMatchObject({ kind: 'connected' });
  expect((await newWatch().look()).kind).toBe('looked');
  expect(new Set(await answers()).size).toBe(70);
  expect(await answers()).toHaveLength(70);
  expect((await newWatch().look()).news).toEqual([]);
});
