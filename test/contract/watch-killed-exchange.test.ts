import type { WatchParts } from '@postrider/shared/application/watch-mailbox/watch-parts';
import { expect, test } from 'vitest';

import { endAtEveryAwait } from './support/every-await.ts';
import { subjects } from './support/mailbox-subjects.ts';
import type { MortalWorker } from './support/mortal-worker.ts';
import { told } from './support/told.ts';
import { openWatched, type Watched } from './support/watched.ts';

const onExchange = subjects.filter(([name]) => name !== 'gmail');

/** Everything that can happen to the rep's mail, ready to be read in one look. */
async function busyMorning(openSubject: (typeof onExchange)[number][1]): Promise<Watched> {
  const rep = await openWatched(openSubject());
  rep.postOffice.behave('gone@initech.example', { kind: 'unknown-user' });
  rep.postOffice.behave('away@initech.example', { kind: 'out-of-office', text: 'Away.' });
  rep.postOffice.behave('kim@initech.example', { kind: 'replies', text: 'Yes.' });
  await rep.look();
  await rep.send({ to: 'gone@initech.example, kim@initech.example' });
  await rep.send({ to: 'away@initech.example', subject: 'Autumn' });
  await rep.send({ to: 'kim@initech.example', subject: 'Quietly', follow: false });
  rep.receive(['From: news@shop.example', 'Subject: Sale'], { place: 'junk' });
  await rep.pass(60_000);
  return rep;
}

/** A watch whose every await of a port can be its last. */
function mortalParts(rep: Watched, worker: MortalWorker): WatchParts {
  const { parts } = rep;
  return {
    account: parts.account,
    clock: rep.clock,
    mailbox: rep.again({
      fetch: worker.mortalFetch(rep.fetch),
      tokens: worker.mortal('tokens', rep.tokens),
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
  'auto-replied away@initech.example Autumn false',
  'bounced gone@initech.example Pricing false',
  'replied kim@initech.example Pricing false',
  'replied kim@initech.example Quietly true',
  'sent away@initech.example Autumn false',
  'sent gone@initech.example Pricing false',
];

const looks = onExchange.map(([name, open]) => {
  return { name: `a look at ${name}`, open, forget: false };
});
// EWS keeps no memory that it could lose.
const forgotten = onExchange
  .filter(([name]) => name === 'graph')
  .map(([name, open]) => ({ name: `listing anew what ${name} forgot`, open, forget: true }));

test.for([...looks, ...forgotten])(
  'ended at every await of $name, nothing is lost or told twice',
  { timeout: 120_000 },
  async ({ open, forget }, task) => {
    const share = await endAtEveryAwait(async (worker, where) => {
      const rep = await busyMorning(open);
      if (forget) rep.forgetChanges();
      rep.restart(mortalParts(rep, worker));
      const end = await worker.live(() => rep.look());
      rep.restart();
      await rep.look();
      await rep.pass(60_000);
      await rep.look();
      const left = {
        told: told(await rep.feed()),
        counted: (await rep.stores.ledgers.read(rep.address)).departed.map(({ id }) => id),
        decided: (await rep.stores.decisions.all()).map(({ kind }) => kind),
      };
      expect({ where, ...left, counted: new Set(left.counted) }).toEqual({
        where,
        told: expected,
        counted: new Set(rep.sent().map(({ id }) => id)),
        decided: ['suppress'],
      });
      expect(left.counted).toHaveLength(rep.sent().length);
      rep.close();
      return end;
    });
    await task.annotate(share.words);
    expect(share.hit).toBe(share.awaits);
    expect(share.kinds).toEqual(
      expect.arrayContaining([
        'events.append',
        'states.write',
        'ledgers.write',
        'decisions.append',
      ]),
    );
  },
);
