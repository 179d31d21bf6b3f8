import { randomBytes } from 'node:crypto';

import { createDeferredSend } from '@postrider/shared/application/deferred-send/create-deferred-send';
import type {
  DeferredSending,
  LaterDraft,
  LaterMail,
} from '@postrider/shared/application/deferred-send/deferred-send';
import { branded } from '@postrider/shared/domain/brand';
import type { MailId } from '@postrider/shared/domain/ids';

import { writtenBy, type MailboxSubject } from './mailbox-subject.ts';
import type { MortalWorker } from './mortal-worker.ts';
import { openWatched } from './watched.ts';

/** An hour, ms: how long the mails of these tests wait. */
export const hourMs = 3_600_000;

/** A rep whose mailbox can send later, with a watch, and the means to hand mail over. */
export async function openLater(subject: MailboxSubject) {
  const rep = await openWatched(subject);
  const { address: account, clock, stores } = rep;

  /** The use case as a program that has just begun; with `worker`, one that can be ended at each of its awaits. */
  const program = (worker?: MortalWorker): DeferredSending =>
    createDeferredSend({
      account,
      clock,
      followed: worker === undefined ? stores.followed : worker.mortal('followed', stores.followed),
      mailbox: subject.again(
        worker === undefined
          ? {}
          : {
              fetch: worker.mortalFetch(subject.fetch),
              tokens: worker.mortal('tokens', subject.tokens),
            },
      ),
    });

  await rep.look();
  return {
    ...rep,
    program,
    deferred: program(),
    /** A look after a long pause waits for the clock to prove itself; the next one settles. */
    async lookTwice() {
      await rep.look();
      await rep.pass(60_000);
      await rep.look();
    },
    /** A mail to hand over, and its text. */
    compose(fields: { readonly to?: string; readonly subject?: string } = {}) {
      const { to = 'kim@initech.example', subject: title = 'Pricing' } = fields;
      const mailId = branded<MailId>(randomBytes(16).toString('base64url'));
      const mail: LaterMail = { mailId, follow: true, recipients: [to], subject: title };
      const headers = [`X-Postrider-Mail: ${mailId}`];
      const raw = writtenBy(rep.rep, { to, subject: title, headers }).toString();
      const draft: LaterDraft = { kind: 'new', raw };
      return { mail, draft, mailId };
    },
    async standings() {
      return (await program().list()).map(({ standing }) => standing.kind);
    },
  };
}

/** A rep who can send later. */
export type Later = Awaited<ReturnType<typeof openLater>>;
