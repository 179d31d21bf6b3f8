import type { Clock, Wait } from '../../application/ports/clock.ts';
import type { Mailbox } from '../../application/ports/mailbox.ts';
import { exchangeTrustOf } from '../../domain/bounce/trust-exchange.ts';
import type { MailboxAddress } from '../../domain/ids.ts';
import { readAccount } from './account.ts';
import { createEwsChanges } from './changes/ews-changes.ts';
import { writeCursor } from './changes/ews-cursor.ts';
import { createEwsDeferredSend } from './drafts/ews-deferred-send.ts';
import { createEwsDrafts } from './drafts/ews-drafts.ts';
import { createSendDraft } from './drafts/send-draft.ts';
import { createEwsCalls } from './ews-calls.ts';
import type { AskEws } from './ews-reply.ts';
import { createFindSent } from './find-sent.ts';
import { createFolderBook } from './folders.ts';
import { createMovedMail } from './items/moved-mail.ts';
import { createReadRaw } from './items/raw.ts';
import { readMessage } from './items/read-messages.ts';
import { createSentList } from './sent-list.ts';

/** What the adapter needs from its surroundings. */
export type EwsParts = {
  readonly ask: AskEws;
  /** Whose mailbox Office says is open: `userProfile.emailAddress`. */
  readonly account: MailboxAddress;
  readonly clock: Clock;
  readonly wait: Wait;
};

/** A rep's mailbox on a company's own Exchange Server (2016, 2019, SE), over Exchange Web Services through Office. */
export function createEwsMailbox({ ask, account, clock, wait }: EwsParts): Mailbox {
  const calls = createEwsCalls(ask, clock);
  const book = createFolderBook(calls, clock);
  const moved = createMovedMail(calls);
  const changes = createEwsChanges({ calls, book, clock });
  return {
    capabilities: {
      deferredSend: { kind: 'yes', means: createEwsDeferredSend({ calls, book }) },
    },
    noticeTrust: exchangeTrustOf,
    account: () => readAccount(calls, account),
    drafts: createEwsDrafts(calls),
    send: createSendDraft(calls, wait),
    async changes(since) {
      const read = await changes(since);
      if (read.kind === 'ok') moved.note(read.value.appeared);
      return read;
    },
    cursorAt: (since) => writeCursor({ at: since, seen: [], more: false }),
    async message(id) {
      const folders = await book.read();
      if (folders.kind !== 'ok') return folders;
      const message = await readMessage(calls, id, folders.value.sent);
      const isGone = message.kind === 'ok' && message.value === null;
      return isGone ? moved.find(id, folders.value) : message;
    },
    raw: createReadRaw(calls),
    sentSince: createSentList(calls, clock),
    findSent: createFindSent({ calls, book }),
  };
}
