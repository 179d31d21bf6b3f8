import { randomBytes } from 'node:crypto';

import type { Switches } from '@postrider/sandbox/accounts';
import { createFollowMail } from '@postrider/shared/application/follow-mail/follow-mail';
import { createWatch, type LookOutcome } from '@postrider/shared/application/watch-mailbox/watch';
import type { WatchParts } from '@postrider/shared/application/watch-mailbox/watch-parts';
import type { MailEvent } from '@postrider/shared/domain/analytics/event';
import { branded } from '@postrider/shared/domain/brand';
import {
  messageId,
  type MailboxMessageId,
  type MailId,
  type ThreadId,
} from '@postrider/shared/domain/ids';

import { letter, openAcme } from './acme.ts';
import { ana } from './events.ts';
import { openStores } from './stores.ts';

/** How the page tells what it does: all of it, nothing after Send (the worker was killed), or nothing at all (a phone). */
export type PageWord = 'all' | 'until-send' | 'nothing';

/** What the rep sends. */
export type Writing = {
  readonly to?: string;
  readonly subject?: string;
  readonly follow?: boolean;
  readonly word?: PageWord;
  readonly threadId?: string;
  readonly headers?: readonly string[];
};

/** Ana's mailbox with our watch on it, and Ana at her compose window. */
export async function openWatchedAcme(switches: Partial<Switches> = {}) {
  const acme = openAcme(switches);
  const stores = await openStores();
  const parts: WatchParts = { account: ana, mailbox: acme.mailbox, clock: acme.clock, ...stores };
  const follow = createFollowMail({
    followed: stores.followed,
    policy: { read: async () => ({}), onChange: () => {} },
    newMailId: () => branded<MailId>(randomBytes(16).toString('base64url')),
    clock: acme.clock,
  });
  let watch = createWatch(parts);
  let written = 0;

  async function send(writing: Writing = {}) {
    const { to = 'Kim Lee <kim@initech.example>', subject = 'Pricing', word = 'all' } = writing;
    written += 1;
    const draft = { mailbox: ana, draftKey: `msg-a:r${written}` };
    const thread = writing.threadId;
    if (word !== 'nothing') {
      await follow.open(draft);
      await follow.setFollow(draft, writing.follow ?? true);
      const recipients = [...to.matchAll(/[^\s<>,]+@[^\s<>,]+/g)].map(([address]) => address);
      const threadId = thread === undefined ? null : branded<ThreadId>(thread);
      await follow.leaving(draft, { threadId, recipients, subject });
    }
    const raw = letter({ to, subject, headers: writing.headers ?? [] });
    const options = thread === undefined ? {} : { threadId: thread };
    const sent = acme.google.web.send(acme.ana, draft.draftKey, raw, options);
    if (word === 'all') {
      await follow.sent(draft, {
        mailboxMessageId: branded<MailboxMessageId>(sent.id),
        threadId: branded<ThreadId>(sent.threadId),
        messageId: messageId(sent.messageId),
      });
    }
    return { ...sent, draft };
  }

  return {
    ...acme,
    stores,
    parts,
    follow,
    send,
    /** Sends, lets Undo and our own patience pass, and looks. */
    async sendAndSettle(writing: Writing = {}) {
      const sent = await send(writing);
      await pass(60_000);
      await watch.look();
      return sent;
    },
    undo(id: string) {
      return acme.google.web.undo(acme.ana, id);
    },
    look: (): Promise<LookOutcome> => watch.look(),
    /** The worker ends and comes back: nothing but the stores is left. */
    restart(change: Partial<WatchParts> = {}) {
      watch = createWatch({ ...parts, ...change });
    },
    pass,
    feed: () => stores.events.feed({ mailbox: ana, limit: 100 }),
    async kinds() {
      const feed: readonly MailEvent[] = await stores.events.feed({ mailbox: ana, limit: 100 });
      return feed.map((event) => event.kind);
    },
  };

  /** Lets time pass; in small steps at first, so that what falls due in the first minute carries its own date. */
  async function pass(ms: number): Promise<void> {
    const steps = Array.from({ length: 12 }, (_, index) =>
      Math.max(0, Math.min(5000, ms - index * 5000)),
    );
    for (const step of [...steps, Math.max(0, ms - 60_000)]) {
      acme.clock.pass(step);
      await acme.google.settle();
      await acme.postOffice.settle();
    }
  }
}

/** The company with a watch on it. */
export type WatchedAcme = Awaited<ReturnType<typeof openWatchedAcme>>;
