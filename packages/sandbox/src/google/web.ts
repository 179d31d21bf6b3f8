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

/** `leaves` makes what goes out, where it is not what stands in Sent. */
type SendOptions = {
  readonly threadId?: string;
  readonly leaves?: ((inSent: Buffer) => Promise<readonly Buffer[]>) | undefined;
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
  send(account: Account, key: string, raw: Buffer, options?: SendOptions): WebSend;
  /** Keeps a mail until `at` (epoch ms), when it is sent as a new message without a time for Undo. */
  schedule(
    account: Account,
    key: string,
    raw: Buffer,
    options: SendOptions & { readonly at: number },
  ): StoredMessage;
  /** When a message is to be sent (epoch ms), if it waits for its time. */
  scheduledAt(id: string): number | undefined;
  /** Calls a message back while its time lasts, or a scheduled one before its time: it is a draft again under its old key. Undefined: too late, or never sent. */
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

// The raw message of a draft, under the Message-ID that it had.
const asDraft = (given: Buffer, before: { message: StoredMessage } | undefined): Buffer =>
  before ? withHeader(withCrlf(given), 'Message-ID', before.message.messageId) : withCrlf(given);

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
  const scheduled = new Map<string, Omit<Pending, 'undoUntil'> & { readonly at: number }>();

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

  const leaveAs = async (
    account: Account,
    inSent: StoredMessage,
    leaves: SendOptions['leaves'],
  ): Promise<void> => {
    for (const raw of (await leaves?.(inSent.raw)) ?? [inSent.raw])
      await leave(account, {
        ...inSent,
        raw,
        messageId: rawHeader(raw, 'Message-ID') ?? inSent.messageId,
      });
  };

  const schedule: Web['schedule'] = (account, key, given, options) => {
    const mailbox = mailboxOf(account);
    const before = draft(account, key);
    discard(account, key);
    const threadId = options.threadId ?? before?.message.threadId;
    const kept = mailbox.deposit(withCrlf(given), {
      labelIds: [switches.scheduledInApi === 'labelled' ? 'SCHEDULED' : 'DRAFT'],
      ...(threadId === undefined ? {} : { threadId }),
    });
    const leaving = later.at(options.at, async () => {
      scheduled.delete(kept.id);
      mailbox.erase(kept.id);
      const raw = prepare(given, account);
      const sent = mailbox.deposit(raw, { labelIds: ['SENT'], threadId: kept.threadId });
      await leaveAs(account, sent, options.leaves);
    });
    scheduled.set(kept.id, {
      at: options.at,
      key,
      draftId: before?.draftId,
      draftRaw: asDraft(given, before),
      threadId: kept.threadId,
      leaving,
    });
    return kept;
  };

  const unschedule = (account: Account, id: string): StoredMessage | undefined => {
    const waiting = scheduled.get(id);
    if (!waiting) return undefined;
    waiting.leaving.cancel();
    scheduled.delete(id);
    mailboxOf(account).erase(id);
    return store(account, waiting.key, waiting.draftRaw, waiting);
  };

  return {
    draft,
    discard,
    schedule,
    scheduledAt: (id) => scheduled.get(id)?.at,
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
        await leaveAs(account, mailbox.find(id) ?? file(), options.leaves);
      });
      const draftRaw = asDraft(given, before);
      pending.set(id, { key, draftId: before?.draftId, draftRaw, threadId, undoUntil, leaving });
      return { id, threadId, messageId: rawHeader(raw, 'Message-ID') ?? '', undoUntil };
    },
    undo: (account, id) => {
      const sent = pending.get(id);
      if (!sent) return unschedule(account, id);
      if (clock() >= sent.undoUntil) return undefined;
      sent.leaving.cancel();
      pending.delete(id);
      mailboxOf(account).erase(id);
      return store(account, sent.key, sent.draftRaw, sent);
    },
  };
};
