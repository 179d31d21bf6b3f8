import { randomBytes } from 'node:crypto';

import { createWatch, type LookOutcome } from '@postrider/shared/application/watch-mailbox/watch';
import type { WatchParts } from '@postrider/shared/application/watch-mailbox/watch-parts';
import type { MailEvent } from '@postrider/shared/domain/analytics/event';
import { branded } from '@postrider/shared/domain/brand';
import type { MailId } from '@postrider/shared/domain/ids';

import { writtenBy, type MailboxSubject, type StoredMail } from './mailbox-subject.ts';
import { openStores } from './stores.ts';

/** What the rep sends, by hand, with our header in it as the add-in or the worker puts it. */
export type HandWriting = {
  readonly to?: string;
  readonly subject?: string;
  readonly follow?: boolean;
  readonly headers?: readonly string[];
};

/** A mail that left, and under which name we know it. */
export type HandSent = StoredMail & { readonly mailId: MailId };

/** A provider's mailbox with our watch on it. */
export async function openWatched(subject: MailboxSubject) {
  const stores = await openStores();
  const { address: account, mailbox, clock } = subject;
  const parts: WatchParts = { account, mailbox, clock, ...stores };
  let watch = createWatch(parts);
  let written = 0;

  async function send(writing: HandWriting = {}): Promise<HandSent> {
    const { to = 'Kim Lee <kim@initech.example>', subject: title = 'Pricing' } = writing;
    const { follow = true, headers = [] } = writing;
    written += 1;
    const mailId = branded<MailId>(randomBytes(16).toString('base64url'));
    const key = `compose-${written}`;
    await stores.followed.put({
      mailbox: account,
      mailId,
      draftKey: key,
      follow,
      state: 'composing',
      changedAt: clock(),
      threadId: null,
      mailboxMessageId: null,
      messageId: null,
      recipients: [],
      subject: title,
    });
    const own = [`X-Postrider-Mail: ${mailId}`, ...headers];
    const raw = writtenBy(subject.rep, { to, subject: title, headers: own });
    return { ...(await subject.send(key, raw)), mailId };
  }

  async function pass(ms: number): Promise<void> {
    // In small steps at first, so that what falls due in the first minute carries its own date.
    for (let left = ms; left > 0; left -= 5000) {
      if (ms - left >= 60_000) return subject.pass(left);
      await subject.pass(Math.min(5000, left));
    }
  }

  const feed = (): Promise<readonly MailEvent[]> =>
    stores.events.feed({ mailbox: account, limit: 100 });

  return {
    ...subject,
    stores,
    parts,
    send,
    pass,
    /** Sends, lets our own patience pass, and looks. */
    async sendAndSettle(writing: HandWriting = {}): Promise<HandSent> {
      const sent = await send(writing);
      await pass(60_000);
      await watch.look();
      return sent;
    },
    /** The mail as the post office holds it. */
    letterOf({ messageId }: StoredMail) {
      const found = subject.postOffice.letters().find((one) => one.messageId === `<${messageId}>`);
      if (!found) throw new Error('The post office has no such mail.');
      return found;
    },
    look: (): Promise<LookOutcome> => watch.look(),
    /** The program ends and comes back: nothing but the stores is left. */
    restart(change: Partial<WatchParts> = {}) {
      watch = createWatch({ ...parts, mailbox: subject.again(), ...change });
    },
    feed,
    async kinds() {
      return (await feed()).map((event) => event.kind).toSorted();
    },
  };
}

/** A provider's mailbox with our watch on it. */
export type Watched = Awaited<ReturnType<typeof openWatched>>;
