import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import type { WatchParts } from '@postrider/shared/application/watch-mailbox/watch-parts';
import { expect, test } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { endAtEveryAwait } from './support/every-await.ts';
import type { MortalWorker } from './support/mortal-worker.ts';
import { told } from './support/told.ts';
import { openWatchedAcme, type WatchedAcme } from './support/watched-acme.ts';

/** Everything that can happen to Ana's mail, ready to be read in one look. */
async function busyMorning(): Promise<WatchedAcme> {
  const acme = await openWatchedAcme();
  acme.postOffice.behave('gone@initech.example', { kind: 'unknown-user' });
  acme.postOffice.behave('away@initech.example', { kind: 'out-of-office', text: 'Away.' });
  acme.postOffice.behave('kim@initech.example', { kind: 'replies', text: 'Yes.' });
  await acme.look();
  await acme.send({ to: 'gone@initech.example, kim@initech.example' });
  await acme.send({ to: 'away@initech.example', subject: 'Lost word', word: 'until-send' });
  await acme.send({ to: 'kim@initech.example', subject: 'Quietly', follow: false });
  receive(acme.ana, ['From: news@shop.example', 'Subject: Sale']);
  await acme.pass(60_000);
  acme.postOffice.limitSender(ana, true);
  await acme.send({ to: 'lou@initech.example', subject: 'Too many' });
  await acme.pass(60_000);
  return acme;
}

/** A watch whose every await of a port can be its last. */
function mortalParts(acme: WatchedAcme, worker: MortalWorker): WatchParts {
  const { clock, wait, parts } = acme;
  return {
    account: parts.account,
    clock,
    mailbox: createGmailMailbox({
      fetch: worker.mortalFetch(acme.fetch),
      tokens: worker.mortal('tokens', acme.tokens),
      clock,
      wait,
    }),
    events: worker.mortal('events', parts.events),
    followed: worker.mortal('followed', parts.followed),
    states: worker.mortal('states', parts.states),
    decisions: worker.mortal('decisions', parts.decisions),
    unmatched: worker.mortal('unmatched', parts.unmatched),
    ledgers: worker.mortal('ledgers', parts.ledgers),
  };
}

const expected = [
  'auto-replied away@initech.example Lost word false',
  'bounced gone@initech.example Pricing false',
  'not-sent lou@initech.example Too many false',
  'replied kim@initech.example Pricing false',
  'replied kim@initech.example Quietly true',
  'sent away@initech.example Lost word false',
  'sent gone@initech.example Pricing false',
];

type Scene = { readonly name: string; readonly before: (acme: WatchedAcme) => void };

/** What such a look leaves behind in the stores, each a place where half the work could be lost. */
const everyWrite = [
  'decisions.append',
  'events.append',
  'followed.put',
  'ledgers.raiseGate',
  'ledgers.write',
  'states.write',
];

const scenes: readonly Scene[] = [
  { name: 'of a look', before: () => undefined },
  { name: 'of listing anew what Google forgot', before: ({ google }) => google.forgetHistory(ana) },
];

test.for(scenes)(
  'ended at every await $name, nothing is lost or told twice',
  { timeout: 60_000 },
  async ({ before }, task) => {
    const share = await endAtEveryAwait(async (worker, where) => {
      const acme = await busyMorning();
      const { stores } = acme;
      before(acme);
      acme.restart(mortalParts(acme, worker));
      const end = await worker.live(() => acme.look());
      acme.restart();
      await acme.look();
      await acme.pass(60_000);
      await acme.look();
      const left = {
        told: told(await acme.feed()),
        counted: (await stores.ledgers.read(ana)).departed.map(({ id }) => id).toSorted(),
        decided: (await stores.decisions.all()).map(({ kind }) => kind),
        refusals: (await stores.ledgers.gate(ana))?.refusals,
      };
      const inSent = acme.ana.messages('SENT').map(({ id }) => id);
      expect({ where, ...left }).toEqual({
        where,
        told: expected,
        counted: inSent.toSorted(),
        decided: ['suppress'],
        refusals: 1,
      });
      acme.close();
      return end;
    });
    await task.annotate(share.words);
    expect(share.hit).toBe(share.awaits);
    expect(share.kinds).toEqual(expect.arrayContaining(everyWrite));
  },
);

test('two looks at once are one', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const before = acme.calls().length;
  const [one, other] = await Promise.all([acme.look(), acme.look()]);
  expect(one).toBe(other);
  expect(acme.calls().slice(before)).toEqual(['history.list']);
});

test('two workers that look at once write every event once', async () => {
  const acme = await busyMorning();
  const first = acme.look();
  acme.restart();
  await Promise.all([first, acme.look()]);
  await acme.pass(60_000);
  await acme.look();
  const feed = await acme.feed();
  expect(new Set(feed.map((event) => event.id)).size).toBe(expected.length);
  expect(feed).toHaveLength(expected.length);
});
