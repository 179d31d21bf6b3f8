import type { Account, StoredMessage, Switches } from '../accounts.ts';
import type { Later, Waiting } from '../later.ts';
import { withHeader } from '../mail/edit-headers.ts';
import { rawHeader, withCrlf } from '../mail/headers.ts';
import type { Ids } from './ids.ts';
import type { Mailbox } from './mailbox.ts';

/** A message that Gmail's page has sent; until `undoUntil` (epoch ms) it can be called back. */
type WebSend = {
  readonly id: string;
  readonly threadId: string;
  /** On the wire, with brackets. */
  readonly messageId: string;
  readonly undoUntil: number;
};

/** What Gmail's page does on the server: drafts by the key of its compose window, sending, Undo. */
export type Web = {
  /** Saves the draft of a compose window. Each save makes a new message; the Message-ID stays that of the first, unless the switch says otherwise. */
  saveDraft(
    account: Account,
    key: string,
    raw: Buffer,
    options?: { threadId?: string },
  ): StoredMessage;
  /** Opens a draft that is already there (made by the API, or before a reload) under a compose window's key. */
  openDraft(account: Account, key: string, messageId: string): StoredMessage | undefined;
  /** The draft of a compose window as it stands now, with its REST draft id. */
  draft(account: Account, key: string): { draftId: string; message: StoredMessage } | undefined;
  /** Throws the draft of a compose window away. */
  discard(account: Account, key: string): void;
  /** Sends: the draft is gone at once, the mail leaves when the time for Undo has passed. */
  send(account: Account, key: string, raw: Buffer, options?: { threadId?: string }): WebSend;
  /** Calls a message back while its time lasts: it is a draft again under its old key. Undefined: too late, or never sent. */
  undo(account: Account, id: string): StoredMessage | undefined;
};

type Pending = {
  readonly key: string;
  readonly draftId: string | undefined;
  readonly draftRaw: Buffer;
  readonly threadId: string;
  readonly undoUntil: number;
  readonly leaving: Waiting;
};

const nameOf = (account: Account, key: string): string => `${account.address} ${key}`;

/** Builds the page's server side on the accounts' mailboxes. */
export const createWeb = (tools: {
  mailboxOf: (account: Account) => Mailbox;
  switches: Switches;
  clock: () => number;
  ids: Ids;
  later: Later;
  prepare: (raw: Buffer, account: Account) => Buffer;
  leave: (account: Account, message: StoredMessage) => Promise<void>;
}): Web => {
  const { mailboxOf, switches, clock, ids, later, prepare, leave } = tools;
  /** Compose window → the id of the message in its draft. */
  const open = new Map<string, string>();
  const pending = new Map<string, Pending>();

  const current = (account: Account, key: string): StoredMessage | undefined => {
    const id = open.get(nameOf(account, key));
    return id === undefined ? undefined : mailboxOf(account).find(id);
  };

  const draft: Web['draft'] = (account, key) => {
    const message = current(account, key);
    const draftId = message && mailboxOf(account).draftId(message.id);
    return message && draftId !== undefined ? { draftId, message } : undefined;
  };

  const store = (
    account: Account,
    key: string,
    raw: Buffer,
    keep: { draftId?: string | undefined; threadId?: string | undefined },
  ): StoredMessage => {
    const mailbox = mailboxOf(account);
    const message = mailbox.deposit(raw, {
      labelIds: ['DRAFT'],
      ...(keep.threadId === undefined ? {} : { threadId: keep.threadId }),
    });
    if (keep.draftId !== undefined && switches.draftIdOnEdit === 'kept')
      mailbox.renameDraft(message.id, keep.draftId);
    open.set(nameOf(account, key), message.id);
    return message;
  };

  const discard = (account: Account, key: string): void => {
    const message = current(account, key);
    if (message) mailboxOf(account).erase(message.id);
    open.delete(nameOf(account, key));
  };

  return {
    draft,
    discard,
    openDraft: (account, key, messageId) => {
      const message = mailboxOf(account).find(messageId);
      if (!message?.labelIds.includes('DRAFT')) return undefined;
      open.set(nameOf(account, key), messageId);
      return message;
    },
    saveDraft: (account, key, given, { threadId } = {}) => {
      const before = draft(account, key);
      const keeps = before && switches.draftMessageIdOnSave === 'kept';
      const raw = keeps
        ? withHeader(withCrlf(given), 'Message-ID', before.message.messageId)
        : withCrlf(given);
      discard(account, key);
      return store(account, key, raw, {
        draftId: before?.draftId,
        threadId: threadId ?? before?.message.threadId,
      });
    },
    send: (account, key, given, options = {}) => {
      const mailbox = mailboxOf(account);
      const before = draft(account, key);
      discard(account, key);
      const id = ids.message();
      const raw = prepare(given, account);
      const threadId = options.threadId ?? before?.message.threadId ?? id;
      const undoUntil = clock() + switches.undoMs;
      const file = (): StoredMessage =>
        mailbox.depositAs(id, raw, { labelIds: ['SENT'], threadId });

      if (switches.sentDuringUndo === 'shown') file();
      const leaving = later.at(undoUntil, async () => {
        pending.delete(id);
        await leave(account, mailbox.find(id) ?? file());
      });
      const draftRaw = before
        ? withHeader(withCrlf(given), 'Message-ID', before.message.messageId)
        : withCrlf(given);
      pending.set(id, { key, draftId: before?.draftId, draftRaw, threadId, undoUntil, leaving });
      return { id, threadId, messageId: rawHeader(raw, 'Message-ID') ?? '', undoUntil };
    },
    undo: (account, id) => {
      const sent = pending.get(id);
      if (!sent || clock() >= sent.undoUntil) return undefined;
      sent.leaving.cancel();
      pending.delete(id);
      mailboxOf(account).erase(id);
      return store(account, sent.key, sent.draftRaw, sent);
    },
  };
};
