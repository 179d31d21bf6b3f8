import type { Clock, Wait } from '../../application/ports/clock.ts';
import type { Mailbox } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { exchangeTrustOf } from '../../domain/bounce/trust-exchange.ts';
import type { MailboxAddress, MailboxMessageId } from '../../domain/ids.ts';
import { readAccount } from './account.ts';
import { createEwsChanges } from './changes/ews-changes.ts';
import { writeCursor } from './changes/ews-cursor.ts';
import { createEwsDeferredSend } from './drafts/ews-deferred-send.ts';
import { createEwsDrafts } from './drafts/ews-drafts.ts';
import { createSendDraft } from './drafts/send-draft.ts';
import { asCallFailure, createEwsCalls } from './ews-calls.ts';
import type { AskEws } from './ews-reply.ts';
import { createFindSent } from './find-sent.ts';
import { createFolderBook } from './folders.ts';
import { onlyItemIn } from './items/ews-item.ts';
import { createLocator } from './items/locate.ts';
import { messagePaths } from './items/message-of.ts';
import { createReadRaw } from './items/raw.ts';
import { messageIn } from './items/read-messages.ts';
import { getItemRequest } from './requests/item-requests.ts';
import { createSentList } from './sent-list.ts';

/** What the adapter needs from its surroundings. */
export type EwsParts = {
  readonly ask: AskEws;
  /** Whose mailbox Office says is open: `userProfile.emailAddress`. */
  readonly account: MailboxAddress;
  readonly clock: Clock;
  readonly wait: Wait;
};

/** The port, and what only Outlook's own calls need. */
export type EwsMailbox = Mailbox & {
  /** The EWS id that a message has now, as `displayMessageForm` wants it; null where it is gone. A move changes it. */
  itemId(id: MailboxMessageId): Promise<Outcome<string | null>>;
};

/** A rep's mailbox on a company's own Exchange Server (2016, 2019, SE), over Exchange Web Services through Office. */
export function createEwsMailbox({ ask, account, clock, wait }: EwsParts): EwsMailbox {
  const calls = createEwsCalls(ask, clock);
  const book = createFolderBook(calls, clock);
  const locator = createLocator(calls, book);
  return {
    capabilities: {
      deferredSend: { kind: 'yes', means: createEwsDeferredSend(calls, book) },
    },
    noticeTrust: exchangeTrustOf,
    account: () => readAccount(calls, account),
    drafts: createEwsDrafts(calls),
    send: createSendDraft(calls, wait),
    changes: createEwsChanges({ calls, book, locator, clock }),
    cursorAt: (since) => writeCursor({ at: since, seen: [], more: false }),
    async message(id) {
      const folders = await book.read();
      if (folders.kind !== 'ok') return folders;
      const part = await locator.ask(id, (itemId) =>
        calls.one(getItemRequest([itemId], messagePaths)),
      );
      return messageIn(part, folders.value.sent);
    },
    raw: createReadRaw(calls, locator),
    sentSince: createSentList(calls, clock),
    // The list tells all of it.
    readSent: async () => ({ kind: 'ok', value: [] }),
    findSent: createFindSent({ calls, book }),
    async itemId(id) {
      const part = await locator.ask(id, (itemId) => calls.one(getItemRequest([itemId], [])));
      if (part.kind === 'missing') return { kind: 'ok', value: null };
      if (part.kind !== 'ok') return asCallFailure(part, '');
      return { kind: 'ok', value: onlyItemIn(part.part)?.id ?? null };
    },
  };
}
