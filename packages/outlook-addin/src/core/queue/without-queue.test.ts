import type {
  DeferredSending,
  WaitingMail,
} from '@postrider/shared/application/deferred-send/deferred-send';
import type { OutboxMail } from '@postrider/shared/application/ports/outbox';
import { branded } from '@postrider/shared/domain/brand';
import { mailboxAddress, type MailId } from '@postrider/shared/domain/ids';
import { expect, it } from 'vitest';

import { withoutQueue } from './without-queue.ts';

const account = mailboxAddress('eva@adatum.example');

function waiting(mailId: string): WaitingMail {
  return {
    mailId: branded<MailId>(mailId),
    follow: true,
    recipients: ['kim@initech.example'],
    subject: '',
    leavesAt: 1,
    standing: { kind: 'held' },
    checkedAt: 0,
  };
}

function queued(mailId: string): OutboxMail {
  return {
    mailId: branded<MailId>(mailId),
    mailbox: account,
    group: null,
    person: { address: 'kim@initech.example', name: '' },
    fields: {},
    class: 'bulk',
    recipients: 1,
    external: 1,
    rank: 0,
    notBefore: null,
    state: { kind: 'held', leavesAt: 1 },
    heldBack: [],
    changedAt: 0,
  };
}

const later: DeferredSending = {
  handOver: async () => ({ kind: 'gone' }),
  list: async () => ['single', 'open', 'over'].map(waiting),
  standing: async () => ({ kind: 'not-known' }),
  cancel: async () => ({ kind: 'not-known' }),
  settle: async () => ({ changed: [], problem: null, nextAt: null }),
  dismiss: async () => {},
};

it('lists the mails that stand in no queue, whether what stands there is open or over', async () => {
  const outbox = {
    open: async () => [queued('open')],
    mail: async (id: MailId) => (id === 'over' ? queued('over') : null),
  };
  const listed = await withoutQueue(later, outbox, account).list();
  expect(listed.map(({ mailId }) => mailId)).toEqual(['single']);
});
