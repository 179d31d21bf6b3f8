import type { Account, StoredMessage } from '../accounts.ts';
import { withHeader } from '../mail/edit-headers.ts';
import { messageIdsIn, rawHeader, withCrlf } from '../mail/headers.ts';
import type { Emulator } from './emulator.ts';
import type { Ids } from './ids.ts';
import type { MessageRow } from './tables.ts';

/** What Google's own parts may do with an account beyond what its owner's programs may. */
export type Mailbox = Account & {
  /** As `deposit`, under an id that was promised before. */
  depositAs(id: string, raw: Buffer, options: Parameters<Account['deposit']>[1]): StoredMessage;
  /** All messages, drafts and the newest first. */
  everything(): readonly StoredMessage[];
  /** The draft's own id, by the id of the message in it. */
  draftId(messageId: string): string | undefined;
  /** Gives the draft around a message another id. */
  renameDraft(messageId: string, draftId: string): void;
  /** The message in a draft, by the draft's id. */
  draft(draftId: string): StoredMessage | undefined;
  historyIdOf(id: string): string;
  snippetOf(id: string): string;
};

const views = new WeakMap<MessageRow, StoredMessage>();

const viewOf = (row: MessageRow): StoredMessage => {
  const seen = views.get(row);
  if (seen) return seen;
  const view: StoredMessage = {
    id: row.gmail_id,
    threadId: row.thread_id,
    labelIds: row.label_ids,
    internalDate: Number(row.internal_date),
    raw: Buffer.from(row.raw ?? '', 'base64url'),
    messageId: row.message_id,
  };
  views.set(row, view);
  return view;
};

/** An account's mail on the emulator's tables, so that its routes and ours show the same. */
export const createMailbox = (
  { address, name }: { address: string; name: string },
  { emulator, ids, clock }: { emulator: Emulator; ids: Ids; clock: () => number },
): Mailbox => {
  const { tables } = emulator;

  const rows = (): MessageRow[] => tables.messages.findBy('user_email', address);
  const rowOf = (id: string): MessageRow | undefined =>
    tables.messages.findBy('gmail_id', id).find((row) => row.user_email === address);
  const draftRow = (messageId: string) =>
    tables.drafts
      .findBy('message_gmail_id', messageId)
      .find((draft) => draft.user_email === address);

  const everything = (): readonly StoredMessage[] =>
    rows()
      .toSorted((a, b) => Number(b.internal_date) - Number(a.internal_date) || b.id - a.id)
      .map(viewOf);

  const threadNamedIn = (raw: Buffer): string | undefined => {
    const named = [
      ...messageIdsIn(rawHeader(raw, 'In-Reply-To')),
      ...messageIdsIn(rawHeader(raw, 'References')).toReversed(),
    ];
    return named
      .map((messageId) => rows().find((row) => row.message_id === messageId)?.thread_id)
      .find((threadId) => threadId !== undefined);
  };

  const record = (
    row: MessageRow,
    historyId: string,
    change_type: 'messageDeleted' | 'labelAdded' | 'labelRemoved',
    label_ids: string[],
  ): void => {
    if (change_type !== 'messageDeleted' && label_ids.length === 0) return;
    tables.history.insert({
      gmail_id: historyId,
      user_email: address,
      change_type,
      message_gmail_id: row.gmail_id,
      thread_id: row.thread_id,
      label_ids,
    });
  };

  const depositAs: Mailbox['depositAs'] = (id, given, options) => {
    const crlf = withCrlf(given);
    const raw = rawHeader(crlf, 'Message-ID')
      ? crlf
      : withHeader(crlf, 'Message-ID', ids.messageId());
    emulator.seed({
      messages: [
        {
          id,
          thread_id: options.threadId ?? threadNamedIn(raw) ?? id,
          user_email: address,
          raw: raw.toString('base64url'),
          label_ids: [...options.labelIds],
          internal_date: String(options.internalDate ?? clock()),
          message_id: rawHeader(raw, 'Message-ID') ?? '',
        },
      ],
    });
    const row = rowOf(id);
    if (!row) throw new Error('The emulator did not keep the message');
    const draft = draftRow(id);
    if (draft) tables.drafts.update(draft.id, { gmail_id: ids.draft() });
    return viewOf(row);
  };

  return {
    address,
    name,
    everything,
    depositAs,
    messages: (label) =>
      everything().filter((message) =>
        label === undefined
          ? !message.labelIds.includes('DRAFT')
          : message.labelIds.includes(label),
      ),
    find: (id) => {
      const row = rowOf(id);
      return row && viewOf(row);
    },
    deposit: (raw, options) => depositAs(ids.message(), raw, options),
    relabel: (id, { add = [], remove = [] }) => {
      const row = rowOf(id);
      if (!row) return;
      const added = add.filter((label) => !row.label_ids.includes(label));
      const removed = remove.filter((label) => row.label_ids.includes(label));
      if (added.length + removed.length === 0) return;
      const historyId = ids.history();
      tables.messages.update(row.id, {
        label_ids: [...row.label_ids.filter((label) => !removed.includes(label)), ...added],
        history_id: historyId,
      });
      record(row, historyId, 'labelAdded', added);
      record(row, historyId, 'labelRemoved', removed);
    },
    erase: (id) => {
      const row = rowOf(id);
      if (!row) return;
      const draft = draftRow(id);
      if (draft) tables.drafts.delete(draft.id);
      for (const attachment of tables.attachments.findBy('message_gmail_id', id))
        tables.attachments.delete(attachment.id);
      record(row, ids.history(), 'messageDeleted', row.label_ids);
      tables.messages.delete(row.id);
    },
    draftId: (messageId) => draftRow(messageId)?.gmail_id,
    renameDraft: (messageId, draftId) => {
      const draft = draftRow(messageId);
      if (draft) tables.drafts.update(draft.id, { gmail_id: draftId });
    },
    draft: (draftId) => {
      const draft = tables.drafts
        .findBy('gmail_id', draftId)
        .find((candidate) => candidate.user_email === address);
      const row = draft && rowOf(draft.message_gmail_id);
      return row && viewOf(row);
    },
    historyIdOf: (id) => rowOf(id)?.history_id ?? '0',
    snippetOf: (id) => rowOf(id)?.snippet ?? '',
  };
};
