import type { OutboxMail } from '@postrider/shared/application/ports/outbox';
import { createPutBack } from '@postrider/shared/application/run-queue/put-back';
import { branded } from '@postrider/shared/domain/brand';
import type { DraftId, EventId, GroupId, MailboxMessageId } from '@postrider/shared/domain/ids';
import { mailIdInGroup } from '@postrider/shared/domain/sending/group-mail-id';
import { expect, test } from 'vitest';

import { ana, bounceOf } from './support/events.ts';
import { openStores } from './support/stores.ts';

const groupId = branded<GroupId>('R3JvdXBNYWlsQUJDREVGRw');
const now = Date.UTC(2026, 9, 5, 9);

/** A group of which so many have left and ten more wait. */
async function opened(left: number) {
  const stores = await openStores();
  const mails = Array.from({ length: left + 10 }, (_, no): OutboxMail => ({
    mailId: mailIdInGroup(groupId, no),
    mailbox: ana,
    group: { id: groupId, no },
    person: { address: `p${no}@initech.example`, name: '' },
    fields: {},
    class: 'bulk',
    recipients: 1,
    external: 1,
    rank: no,
    notBefore: null,
    state:
      no < left
        ? { kind: 'sent', id: branded<MailboxMessageId>(`m${no}`), at: now }
        : { kind: 'waiting' },
    heldBack: [],
    changedAt: now,
  }));
  await stores.outbox.put(mails);
  await stores.outbox.putGroup({
    id: groupId,
    mailbox: ana,
    createdAt: now,
    source: { draftId: branded<DraftId>('source'), messageId: null },
    subject: 'Offer',
    class: 'bulk',
    count: mails.length,
    state: { kind: 'running' },
  });
  const hear = createPutBack({ ...stores, clock: () => now, changed: () => {} });
  return {
    async bounce(no: number, change: { readonly hard?: boolean; readonly doubtful?: true } = {}) {
      const event = bounceOf(no);
      if (event.kind !== 'bounced') throw new Error(event.kind);
      const { hard = true, doubtful } = change;
      await hear({
        ...event,
        id: branded<EventId>(`bounce-${no}`),
        mailId: mailIdInGroup(groupId, no),
        bounce: {
          ...event.bounce,
          hard,
          ...(doubtful === undefined ? {} : { doubt: 'only-words' as const }),
        },
      });
    },
    state: async () => (await stores.outbox.group(groupId))?.state,
  };
}

const stopped = { kind: 'paused', by: 'bounces' };

test('a group stops where a twentieth of its mails has bounced for good, after fifty', async () => {
  const group = await opened(60);
  await group.bounce(0);
  await group.bounce(1);
  expect(await group.state()).toEqual({ kind: 'running' });
  await group.bounce(2);
  expect(await group.state()).toEqual(stopped);
});

test('it does not for fewer than fifty mails', async () => {
  const group = await opened(49);
  for (let no = 0; no < 20; no += 1) await group.bounce(no);
  expect(await group.state()).toEqual({ kind: 'running' });
});

test('one mail counts once, however many notices come', async () => {
  const group = await opened(50);
  for (let again = 0; again < 9; again += 1) await group.bounce(0);
  expect(await group.state()).toEqual({ kind: 'running' });
});

test('what may pass, and what nobody vouches for, counts not at all', async () => {
  const group = await opened(50);
  for (let no = 0; no < 10; no += 1) await group.bounce(no, { hard: false });
  for (let no = 10; no < 20; no += 1) await group.bounce(no, { doubtful: true });
  expect(await group.state()).toEqual({ kind: 'running' });
});
