import type { WatchParts } from '@postrider/shared/application/watch-mailbox/watch-parts';
import type { MailEvent } from '@postrider/shared/domain/analytics/event';
import { expect, test } from 'vitest';

import { receive } from './support/acme.ts';
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
  return acme;
}

/** What a person would see, whatever the ids: they differ from one sandbox to the next. */
function told(events: readonly MailEvent[]): readonly string[] {
  return events
    .map((event) =>
      [event.kind, event.person.address, event.subject, event.mailId === null].join(' '),
    )
    .toSorted();
}

/** Stores that are never written any more after `writes` writes: the worker was ended there. */
function dyingParts(parts: WatchParts, writes: number): Partial<WatchParts> {
  let left = writes;
  const spend = () => {
    left -= 1;
    if (left < 0) throw new Error('the worker was ended');
  };
  const { events, followed, states } = parts;
  return {
    events: {
      ...events,
      append: async (added) => {
        spend();
        return events.append(added);
      },
    },
    followed: {
      ...followed,
      put: async (mail) => {
        spend();
        return followed.put(mail);
      },
    },
    states: {
      ...states,
      write: async (mailbox, state) => {
        spend();
        return states.write(mailbox, state);
      },
    },
  };
}

test('ended before any of its writes, the watch loses nothing and tells nothing twice', async () => {
  const whole = await busyMorning();
  await whole.look();
  const expected = told(await whole.feed());
  expect(expected).toEqual([
    'auto-replied away@initech.example Lost word false',
    'bounced gone@initech.example Pricing false',
    'replied kim@initech.example Pricing false',
    'replied kim@initech.example Quietly true',
    'sent away@initech.example Lost word false',
    'sent gone@initech.example Pricing false',
  ]);
  let died = 0;
  for (let writes = 0; ; writes += 1) {
    const acme = await busyMorning();
    acme.restart(dyingParts(acme.parts, writes));
    const ended = await acme.look().then(
      () => false,
      () => true,
    );
    if (!ended) break;
    died += 1;
    acme.restart();
    await acme.look();
    await acme.pass(60_000);
    await acme.look();
    expect(told(await acme.feed()), `ended before write ${writes + 1}`).toEqual(expected);
    acme.close();
  }
  expect(died).toBeGreaterThan(8);
});

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
  expect(new Set(feed.map((event) => event.id)).size).toBe(6);
  expect(feed).toHaveLength(6);
});
