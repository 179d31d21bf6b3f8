import type { OutboxMail, OutboxState } from '@postrider/shared/application/ports/outbox';
import { createPutBack } from '@postrider/shared/application/run-queue/put-back';
import type { MailEvent, NotSentReason } from '@postrider/shared/domain/analytics/event';
import { branded } from '@postrider/shared/domain/brand';
import type {
  DraftId,
  EventId,
  GroupId,
  MailboxMessageId,
  ThreadId,
} from '@postrider/shared/domain/ids';
import { mailIdInGroup } from '@postrider/shared/domain/sending/group-mail-id';
import { expect, test } from 'vitest';

import { ana } from './support/events.ts';
import { openStores } from './support/stores.ts';

const groupId = branded<GroupId>('R3JvdXBNYWlsQUJDREVGRw');
const mailId = mailIdInGroup(groupId, 0);
const copy = (no: number) => branded<MailboxMessageId>(`copy-${no}`);
const now = Date.UTC(2026, 9, 5, 9);

const base = (no: number, id: string) => ({
  v: 1 as const,
  id: branded<EventId>(id),
  mailbox: ana,
  evidenceId: copy(no),
  threadId: branded<ThreadId>('thread'),
  occurredAt: now + no,
  observedAt: now + no,
  mailId,
  messageId: null,
  recipientNo: null,
  person: { address: 'kim@initech.example', name: '' },
  subject: 'Offer',
});

const sent = (no: number): MailEvent => ({
  ...base(no, `sent-${no}`),
  kind: 'sent',
  recipients: [],
});

function notSent(no: number, reason: NotSentReason = 'sender-limit') {
  const detail = {
    category: reason,
    hard: false,
    status: null,
    replyCode: null,
    diagnostic: '',
    whoMustAct: 'rep',
  } as const;
  const supersedes = branded<EventId>(`sent-${no}`);
  return {
    ...base(no + 100, `not-sent-${no}`),
    kind: 'not-sent',
    reason,
    detail,
    supersedes,
  } as const;
}

async function opened(state: OutboxState, groupState: 'running' | 'cancelled' = 'running') {
  const stores = await openStores();
  const mail: OutboxMail = {
    mailId,
    mailbox: ana,
    group: { id: groupId, no: 0 },
    person: { address: 'kim@initech.example', name: '' },
    fields: {},
    class: 'bulk',
    recipients: 1,
    external: 1,
    rank: 7,
    notBefore: null,
    state,
    heldBack: [],
    changedAt: now,
  };
  await stores.outbox.put([mail]);
  await stores.outbox.putGroup({
    id: groupId,
    mailbox: ana,
    createdAt: now,
    source: { draftId: branded<DraftId>('source'), messageId: null },
    subject: 'Offer',
    class: 'bulk',
    count: 1,
    state: { kind: groupState },
  });
  await stores.events.append([sent(1), sent(2)]);
  let wakes = 0;
  const putBack = createPutBack({
    ...stores,
    clock: () => now,
    changed: () => {
      wakes += 1;
    },
  });
  return { stores, putBack, wakes: () => wakes, mail: () => stores.outbox.mail(mailId) };
}

const left = (no: number): OutboxState => ({ kind: 'sent', id: copy(no), at: now });

test('puts exactly that mail back, at its place, and remembers the copy that did not leave', async () => {
  const { putBack, mail, wakes } = await opened(left(1));
  await putBack(notSent(1));
  expect(await mail()).toMatchObject({ state: { kind: 'waiting' }, rank: 7, heldBack: [copy(1)] });
  expect(wakes()).toBe(1);
  await putBack(notSent(1));
  expect(wakes()).toBe(1);
});

test('a notice about an earlier copy says nothing about the one that left since', async () => {
  const { putBack, mail, wakes } = await opened(left(2));
  await putBack(notSent(1));
  expect((await mail())?.state).toEqual(left(2));
  expect(wakes()).toBe(0);
});

test('a second copy that is held back is listed, and the first notice told again changes nothing', async () => {
  const { stores, putBack, mail } = await opened(left(1));
  await putBack(notSent(1));
  const waiting = await mail();
  if (waiting === null) throw new Error('it is gone');
  await stores.outbox.put([{ ...waiting, state: left(2) }]);
  await putBack(notSent(1));
  expect((await mail())?.state).toEqual(left(2));
  await putBack(notSent(2));
  expect(await mail()).toMatchObject({ state: { kind: 'refused' }, heldBack: [copy(1), copy(2)] });
});

test('a mailbox that may not send at all gets nothing put back', async () => {
  const { putBack, mail } = await opened(left(1));
  await putBack(notSent(1, 'sender-not-allowed'));
  expect((await mail())?.state).toEqual({
    kind: 'refused',
    reason: 'Your mail provider does not let this mailbox send.',
  });
});

test('in a group that was cancelled since, it is cancelled, too', async () => {
  const { putBack, mail } = await opened(left(1), 'cancelled');
  await putBack(notSent(1));
  expect((await mail())?.state).toEqual({ kind: 'cancelled', by: 'person' });
});

test.each<OutboxState>([{ kind: 'waiting' }, { kind: 'unsure', since: now }])(
  'a mail that is not thought to have left stays as it is: $kind',
  async (state) => {
    const { putBack, mail } = await opened(state);
    await putBack(notSent(1));
    expect((await mail())?.state).toEqual(state);
  },
);

test('mail of nobody’s queue is none of its business', async () => {
  const { stores, putBack, wakes } = await opened(left(1));
  await putBack({ ...notSent(1), mailId: null });
  await putBack({ ...notSent(1), mailId: mailIdInGroup(groupId, 5) });
  expect(wakes()).toBe(0);
  expect(await stores.outbox.mail(mailIdInGroup(groupId, 5))).toBeNull();
});
