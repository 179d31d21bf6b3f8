import { createDeferredSend } from '@postrider/shared/application/deferred-send/create-deferred-send';
import type {
  FollowedMail,
  FollowedMails,
} from '@postrider/shared/application/ports/followed-mails';
import { branded } from '@postrider/shared/domain/brand';
import { mailboxAddress, type MailId } from '@postrider/shared/domain/ids';

import type { Bench, Figure } from '../figure.ts';
import { openGraphWorld, written } from './world.ts';

const mails = 500;
const hourMs = 3_600_000;

/** 500 mails handed over at once to leave an hour later, by Graph's own log: how many requests were under way together, and what was refused. */
export const measureHandingOver: Bench = async () => {
  const { microsoft, eva, mailbox, time, played } = openGraphWorld();
  const account = mailboxAddress(eva.address);
  const deferred = createDeferredSend({
    account,
    mailbox,
    followed: inMemory(),
    clock: time.clock,
  });
  const leavesAt = time.clock() + hourMs;
  const startedAt = time.clock();
  const work = Array.from({ length: mails }, (_none, no) => {
    const mailId = branded<MailId>(`bench${no}`.padStart(22, '0'));
    const to = `kim${no}@initech.example`;
    const raw = written({ From: account, To: to, 'X-Postrider-Mail': mailId, Subject: 'Offer' });
    const mail = { mailId, follow: true, recipients: [to], subject: 'Offer' };
    return deferred.handOver(mail, { kind: 'new', raw: raw.toString() }, leavesAt);
  });
  const outcomes = await played(Promise.all(work));
  const took = time.clock() - startedAt;
  const held = eva.items('drafts').filter(({ heldUntil }) => heldUntil === leavesAt).length;
  if (outcomes.some(({ kind }) => kind !== 'held')) throw new Error('Not all were taken.');
  const all = microsoft.log.all();
  return [
    { ...line('held by Exchange', held, 'mails', mails), rule: 'exactly' },
    line('requests under way at once', Math.max(...all.map(({ atOnce }) => atOnce)), '', 4),
    line('429', all.filter(({ status }) => status === 429).length, 'answers', 0),
    line('requests a mail', all.length / mails, 'requests', null),
    line('time, 120 ms a request', took / 1000, 's', null),
  ];
};

function line(what: string, measured: number, unit: string, limit: number | null): Figure {
  return { figure: `Graph: 500 handed over: ${what}`, measured, unit, limit };
}

function inMemory(): FollowedMails {
  const kept = new Map<string, FollowedMail>();
  const inState = async (state: FollowedMail['state']) =>
    [...kept.values()].filter((mail) => mail.state === state);
  return {
    async put(mail) {
      kept.set(mail.mailId, mail);
    },
    byDraft: async (_mailbox, key) =>
      [...kept.values()].find((one) => one.draftKey === key) ?? null,
    byMailId: async (mailId) => kept.get(mailId) ?? null,
    byMailboxMessageId: async () => null,
    leaving: () => inState('leaving'),
    scheduled: () => inState('scheduled'),
  };
}
