import type { HandOverOutcome } from '@postrider/shared/application/deferred-send/deferred-send';
import type { Outcome } from '@postrider/shared/application/ports/outcome';
import { branded } from '@postrider/shared/domain/brand';
import type { DraftId, MailId } from '@postrider/shared/domain/ids';
import { mailIdOfDraft } from '@postrider/shared/domain/sending/mail-id-of-draft';
import { expect, it } from 'vitest';

import { handOverOpenMail, type OpenMail } from './hand-over-open-mail.ts';

const leavesAt = Date.UTC(2026, 10, 24, 10);
const ours = branded<MailId>('AAECAwQFBgcICQoLDA0ODw');
const immutable = branded<DraftId>('immutable-1');
const there: Outcome<DraftId | null> = { kind: 'ok', value: immutable };
const notThere: Outcome<DraftId | null> = { kind: 'ok', value: null };

const mail: OpenMail = {
  recipients: ['dana@initech.example'],
  subject: 'Offer',
  follow: true,
  mailId: ours,
  save: () => Promise.resolve('AAMkAD/1+2='),
};

function played(
  answers: readonly Outcome<DraftId | null>[],
  outcome: HandOverOutcome = { kind: 'held', leavesAt },
) {
  const given: unknown[] = [];
  const finds: MailId[] = [];
  return {
    given,
    finds,
    handOver: (open: OpenMail) =>
      handOverOpenMail(
        {
          drafts: {
            find: (mailId) => {
              finds.push(mailId);
              return Promise.resolve(answers[finds.length - 1] ?? notThere);
            },
          },
          later: {
            handOver: (later, draft, at) => {
              given.push({ later, draft, at });
              return Promise.resolve(outcome);
            },
          },
          wait: () => Promise.resolve(),
        },
        open,
        leavesAt,
      ),
  };
}

it('saves, finds the draft by its header, and hands over the id that outlives its sending', async () => {
  const { given, handOver } = played([there]);
  expect(await handOver(mail)).toEqual({ kind: 'held', leavesAt });
  expect(given).toEqual([
    {
      later: { mailId: ours, follow: true, recipients: mail.recipients, subject: 'Offer' },
      draft: { kind: 'saved', id: immutable },
      at: leavesAt,
    },
  ]);
});

it('waits for a draft that reaches the server a little later, and not for ever', async () => {
  const late = played([notThere, notThere, there]);
  expect((await late.handOver(mail)).kind).toBe('held');
  expect(late.finds).toEqual([ours, ours, ours]);
  const never = played([]);
  expect((await never.handOver(mail)).kind).toBe('not-saved');
  expect(never.given).toEqual([]);
});

it('names a draft of an Exchange Server by Outlook’s id, with a mailId that is the same every time', async () => {
  const { given, finds, handOver } = played([]);
  const unmarked = { ...mail, mailId: null };
  await handOver(unmarked);
  await handOver(unmarked);
  const mailId = mailIdOfDraft('AAMkAD/1+2=');
  expect(given).toMatchObject([
    { later: { mailId }, draft: { kind: 'saved', id: `${mailId}:AAMkAD/1+2=` } },
    { later: { mailId }, draft: { kind: 'saved', id: `${mailId}:AAMkAD/1+2=` } },
  ]);
  expect(finds).toEqual([]);
});

it('asks nothing of Exchange where Outlook does not save', async () => {
  const { given, finds, handOver } = played([there]);
  expect(await handOver({ ...mail, save: () => Promise.resolve(null) })).toEqual({
    kind: 'not-saved',
  });
  expect([given, finds]).toEqual([[], []]);
});

it('says that it waits where the mailbox does not answer', async () => {
  const problem = { kind: 'unknown', cause: 'timeout' } as const;
  const { given, handOver } = played([problem]);
  expect(await handOver(mail)).toEqual({ kind: 'waiting', problem });
  expect(given).toEqual([]);
});
