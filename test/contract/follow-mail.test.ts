import { createFollowMail } from '@postrider/shared/application/follow-mail/follow-mail';
import type { Policy } from '@postrider/shared/application/ports/policy';
import { branded } from '@postrider/shared/domain/brand';
import type { MailboxMessageId, MailId, ThreadId } from '@postrider/shared/domain/ids';
import { expect, test } from 'vitest';

import { ana } from './support/events.ts';
import { openStores } from './support/stores.ts';

const draft = { mailbox: ana, draftKey: 'msg-a:r1' };
const departure = { threadId: null, recipients: ['Kim@Initech.example '], subject: 'Pricing' };
const names = {
  mailboxMessageId: branded<MailboxMessageId>('18c0ffee18c0ffee'),
  threadId: branded<ThreadId>('18c0ffee18c0ffee'),
  messageId: null,
};

async function openPage(policy: Policy = {}) {
  const stores = await openStores();
  let now = 1_800_000_000_000;
  let made = 0;
  const follow = createFollowMail({
    followed: stores.followed,
    policy: { read: async () => policy, onChange: () => {} },
    newMailId: () => {
      made += 1;
      return branded<MailId>(`mail-${made}`.padEnd(22, '0'));
    },
    clock: () => now,
  });
  return { ...stores, follow, pass: (ms: number) => (now += ms) };
}

test('a draft keeps its mailId and its switch from one look to the next', async () => {
  const { follow } = await openPage();
  const first = await follow.open(draft);
  expect(first).toMatchObject({ follow: true, state: 'composing' });
  await follow.setFollow(draft, false);
  expect(await follow.open(draft)).toEqual({ ...first, follow: false });
  const other = await follow.open({ ...draft, draftKey: 'msg-a:r2' });
  expect(other.mailId).not.toBe(first.mailId);
});

test('the company can make "not followed" the default', async () => {
  const { follow } = await openPage({ followByDefault: false });
  expect((await follow.open(draft)).follow).toBe(false);
});

test('steps that come at once do not overwrite each other', async () => {
  const { follow, followed } = await openPage();
  const [opened] = await Promise.all([
    follow.open(draft),
    follow.open(draft),
    follow.setFollow(draft, false),
    follow.leaving(draft, departure),
    follow.sent(draft, names),
  ]);
  expect(await followed.byMailId(opened.mailId)).toMatchObject({
    ...names,
    follow: false,
    state: 'leaving',
    recipients: ['kim@initech.example'],
  });
});

test('the time of leaving is that of Send, not that of the later word with the names', async () => {
  const { follow, pass } = await openPage();
  const left = await follow.leaving(draft, departure);
  pass(4000);
  expect((await follow.sent(draft, names)).changedAt).toBe(left.changedAt);
});

test.each([['undone'], ['open']] as const)(
  '%s after Send: the mail is back, with nothing left of the names',
  async (step) => {
    const { follow } = await openPage();
    const first = await follow.open(draft);
    await follow.leaving(draft, departure);
    await follow.sent(draft, names);
    expect(await follow[step](draft)).toMatchObject({
      mailId: first.mailId,
      state: 'composing',
      mailboxMessageId: null,
    });
  },
);

test('what was seen in Sent is not taken back by a late word of the page', async () => {
  const { follow, followed } = await openPage();
  const mail = await follow.leaving(draft, departure);
  await followed.put({ ...mail, ...names, state: 'sent' });
  expect((await follow.sent(draft, names)).state).toBe('sent');
  expect((await follow.open(draft)).state).toBe('sent');
});
