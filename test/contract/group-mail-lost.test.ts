import { restoreGroups } from '@postrider/shared/application/group-mail/restore';
import { createPutBack } from '@postrider/shared/application/run-queue/put-back';
import { createWatch } from '@postrider/shared/application/watch-mailbox/watch';
import { afterEach, describe, expect, test } from 'vitest';

import { openGmailSubject } from './support/gmail-subject.ts';
import { type Grouped, groupDraft, openGrouped, to } from './support/grouped.ts';
import type { MailboxSubject } from './support/mailbox-subject.ts';
import { subjects } from './support/mailbox-subjects.ts';

const open: MailboxSubject[] = [];

afterEach(() => {
  for (const subject of open.splice(0)) subject.close();
});

const people = (count: number) =>
  Array.from({ length: count }, (_, no) => `p${no}@initech.example`);

const list = (count: number) => ({
  text: ['email,first name', ...people(count).map((one, no) => `${one},Kim ${no}`)].join('\n'),
});

describe.each(subjects)('a queue that was lost at %s', (_name, openSubject) => {
  test('is read again from its draft, and everybody gets the mail once', async () => {
    const subject = openSubject();
    open.push(subject);
    const before = await openGrouped(subject);
    const source = await before.draft(groupDraft(before.rep));
    await before.backend.start(source, list(30));
    await before.run();
    await before.pass(61_000);
    await before.run();
    const left = before.left();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(30);

    const after = await openGrouped(subject);
    expect(await after.stores.outbox.groups(after.group.account)).toEqual([]);
    expect(await restoreGroups(after.group)).toEqual({ count: 1, problem: null });
    const [group] = (await after.backend.queue()).groups;
    expect(group).toMatchObject({
      subject: 'Offer for {{company|you}}',
      state: { kind: 'paused', by: 'person' },
      waiting: 30 - left,
      sent: left,
      other: 0,
    });
    const entries = await after.backend.entries({ limit: 30, offset: 0, states: ['held'] });
    await after.pass(3_600_000);
    await after.run();
    // What Exchange holds leaves by itself, and nothing else does.
    expect(after.left()).toBe(left + entries.length);
    expect(await restoreGroups(after.group)).toEqual({ count: 0, problem: null });

    await after.backend.resume('all');
    await after.runToEnd();
    const letters = await after.letters();
    expect(letters.map(to).toSorted()).toEqual(people(30).toSorted());
    expect(letters.find((letter) => to(letter) === 'p29@initech.example')?.text?.trim()).toBe(
      'Hello Kim 29,',
    );
  });
});

/** Ana's queue with the watch on her mailbox. */
async function openWatchedQueue() {
  const subject = openGmailSubject();
  open.push(subject);
  const grouped = await openGrouped(subject, {
    limits: [{ id: 'minute', counts: 'messages', max: 1, windowMs: 600_000 }],
  });
  const { stores, group, clock } = grouped;
  const putBack = createPutBack({ ...stores, clock, changed: () => {} });
  const watch = createWatch({ ...group, ...stores, putBack });
  await watch.look();
  return {
    ...grouped,
    async passAndLook(ms: number): Promise<void> {
      for (let left = ms; left > 0; left -= 5000) await subject.pass(5000);
      await watch.look();
      await watch.look();
    },
  };
}

async function standings({ backend }: Grouped): Promise<readonly string[]> {
  const entries = await backend.entries({ limit: 10, offset: 0 });
  return entries
    .toSorted((one, other) => (one.address < other.address ? -1 : 1))
    .map(({ state }) => state.kind);
}

test('a mail that Gmail takes and holds back later is put back once, and reaches its reader once', async () => {
  const queue = await openWatchedQueue();
  const source = await queue.draft(groupDraft(queue.rep));
  await queue.backend.start(source, list(2));
  queue.postOffice.limitSender(queue.address, true, 'google-itself');
  await queue.run();
  expect(await standings(queue)).toEqual(['sent', 'drafted']);
  await queue.passAndLook(120_000);
  const [held] = queue.sent();
  expect(await standings(queue)).toEqual(['waiting', 'drafted']);
  const [first] = await queue.stores.outbox.open(queue.group.account);
  expect(first?.heldBack).toEqual([held?.id]);
  expect((await queue.backend.queue()).standing.kind).toBe('gate');
  // The notice is read again, as after a resync: nothing more follows.
  await queue.passAndLook(10_000);
  expect(await standings(queue)).toEqual(['waiting', 'drafted']);

  queue.postOffice.limitSender(queue.address, false);
  await queue.passAndLook(3_700_000);
  await queue.runToEnd();
  await queue.passAndLook(120_000);
  await queue.passAndLook(60_000);
  expect(await standings(queue)).toEqual(['sent', 'sent']);
  const deliveries = queue.postOffice
    .deliveries()
    .map(({ recipient, status }) => [recipient, status]);
  expect(deliveries).toEqual([
    ['p0@initech.example', 'stopped-by-sender-limit'],
    ['p0@initech.example', 'accepted'],
    ['p1@initech.example', 'accepted'],
  ]);
  const feed = await queue.stores.events.feed({ mailbox: queue.group.account, limit: 10 });
  expect(feed.map(({ kind, person }) => [kind, person.address])).toEqual([
    ['sent', 'p1@initech.example'],
    ['sent', 'p0@initech.example'],
  ]);
});

test('held back a second time it is listed, and not tried a third time', async () => {
  const queue = await openWatchedQueue();
  const source = await queue.draft(groupDraft(queue.rep));
  await queue.backend.start(source, list(1));
  queue.postOffice.limitSender(queue.address, true, 'google-itself');
  await queue.run();
  await queue.passAndLook(120_000);
  expect(await standings(queue)).toEqual(['waiting']);
  await queue.passAndLook(3_700_000);
  await queue.runToEnd();
  await queue.passAndLook(120_000);
  expect(await standings(queue)).toEqual(['refused']);
  await queue.passAndLook(12 * 3_600_000);
  await queue.runToEnd();
  expect(queue.left()).toBe(2);
  const feed = await queue.stores.events.feed({ mailbox: queue.group.account, limit: 10 });
  expect(feed.map(({ kind }) => kind)).toEqual(['not-sent']);
});

test('the draft of a group that is over goes when another begins, once no late notice is to be feared', async () => {
  const subject = openGmailSubject();
  open.push(subject);
  const grouped = await openGrouped(subject);
  const source = await grouped.draft(groupDraft(grouped.rep));
  const copies = () => grouped.drafts().filter(({ raw }) => raw.includes('postrider-list-')).length;
  await grouped.backend.start(source, list(2));
  await grouped.runToEnd();
  await grouped.pass(3_600_000);
  await grouped.backend.start(source, list(2));
  await grouped.runToEnd();
  expect(copies()).toBe(2);
  await grouped.pass(49 * 3_600_000);
  await grouped.backend.start(source, list(2));
  expect(copies()).toBe(1);
  expect((await grouped.backend.sources()).map(({ draftId }) => draftId)).toEqual([source]);
});
