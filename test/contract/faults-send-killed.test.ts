import { randomBytes } from 'node:crypto';

import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import {
  createFollowMail,
  type FollowMail,
} from '@postrider/shared/application/follow-mail/follow-mail';
import { sendTestMail } from '@postrider/shared/application/send-test-mail/send-test-mail';
import { branded } from '@postrider/shared/domain/brand';
import type { MailboxMessageId, MailId, ThreadId } from '@postrider/shared/domain/ids';
import { expect, test } from 'vitest';

import { letter } from './support/acme.ts';
import { ana } from './support/events.ts';
import { endAtEveryAwait } from './support/every-await.ts';
import { mortalWorker, type MortalWorker } from './support/mortal-worker.ts';
import { openWatchedAcme, type WatchedAcme } from './support/watched-acme.ts';

const newMailId = () => branded<MailId>(randomBytes(16).toString('base64url'));
const draft = { mailbox: ana, draftKey: 'msg-a:r1' };
const policy = { read: async () => ({}), onChange: () => undefined };

function followOf(acme: WatchedAcme, worker: MortalWorker): FollowMail {
  return createFollowMail({
    followed: worker.mortal('followed', acme.stores.followed),
    policy: worker.mortal('policy', policy),
    newMailId,
    clock: acme.clock,
  });
}

test.for([
  { follow: true, events: ['sent'] },
  { follow: false, events: [] },
])(
  'ended at every await of a send from the page (followed: $follow), the mail leaves once and counts right',
  async ({ follow, events }, task) => {
    const share = await endAtEveryAwait(async (worker, where) => {
      const acme = await openWatchedAcme();
      await acme.look();
      let steps = followOf(acme, worker);
      let end: 'done' | 'ended' = 'done';
      // Each word of the page wakes the worker again where it was ended.
      const tell = async (say: (to: FollowMail) => Promise<unknown>) => {
        if ((await worker.live(() => say(steps))) === 'done' || end === 'ended') return;
        end = 'ended';
        steps = followOf(acme, mortalWorker(null));
      };
      await tell((to) => to.open(draft));
      await tell((to) => to.setFollow(draft, follow));
      await tell(async (to) => {
        await to.setFollow(draft, follow);
        const recipients = ['kim@initech.example'];
        await to.leaving(draft, { threadId: null, recipients, subject: 'Pricing' });
      });
      const raw = letter({ to: 'kim@initech.example' });
      const sent = acme.google.web.send(acme.ana, draft.draftKey, raw);
      await tell((to) =>
        to.sent(draft, {
          mailboxMessageId: branded<MailboxMessageId>(sent.id),
          threadId: branded<ThreadId>(sent.threadId),
          messageId: null,
        }),
      );
      for (let minute = 0; minute < 2; minute += 1) {
        await acme.pass(60_000);
        await acme.look();
      }
      const left = { letters: acme.postOffice.letters().length, events: await acme.kinds() };
      expect({ where, ...left }).toEqual({ where, letters: 1, events });
      acme.close();
      return end;
    });
    await task.annotate(share.words);
    expect(share.hit).toBe(share.awaits);
  },
);

test('ended at every await of a send in the background, one mail leaves and no draft stays', async ({
  annotate,
}) => {
  const share = await endAtEveryAwait(async (worker, where) => {
    const acme = await openWatchedAcme();
    const { clock, wait, stores } = acme;
    await acme.look();
    const press = (by: MortalWorker) =>
      sendTestMail(
        {
          mailbox: createGmailMailbox({
            fetch: by.mortalFetch(acme.fetch),
            tokens: by.mortal('tokens', acme.tokens),
            clock,
            wait,
          }),
          followed: by.mortal('followed', stores.followed),
          ledgers: by.mortal('ledgers', stores.ledgers),
          states: by.mortal('states', stores.states),
          newMailId,
          clock,
        },
        ana,
        { subject: 'Test', text: 'It works.' },
      );
    const end = await worker.live(() => press(worker));
    // An impatient rep, who presses again as long as nothing is seen in Sent.
    for (let tries = 0; tries < 3 && acme.ana.messages('SENT').length === 0; tries += 1) {
      await press(mortalWorker(null));
      await acme.pass(180_000);
    }
    await acme.pass(60_000);
    await acme.look();
    const held = (label: string) => acme.ana.messages(label).length;
    const left = { sent: held('SENT'), drafts: held('DRAFT'), events: await acme.kinds() };
    expect({ where, ...left }).toEqual({ where, sent: 1, drafts: 0, events: ['sent'] });
    acme.close();
    return end;
  });
  await annotate(share.words);
  expect(share.hit).toBe(share.awaits);
  expect(share.kinds).toContain('POST /gmail/v1/users/me/drafts/send');
});
