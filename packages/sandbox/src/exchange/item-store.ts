import { withHeader } from '../mail/edit-headers.ts';
import { messageIdsIn, rawHeader, withCrlf } from '../mail/headers.ts';
import type { ExchangeChange, ExchangeFolder, ExchangeItem, FolderName } from './mailbox.ts';
import type { Names } from './names.ts';
import { itemNotFound } from './refusal.ts';

/** What is needed to put an item in; the rest follows from its text. */
export type NewItem = Pick<
  ExchangeItem,
  'folderId' | 'receivedAt' | 'sentAt' | 'isDraft' | 'isRead' | 'messageClass'
>;

/** Folders, items and the log of their changes, without any rule of mail. */
export type ItemStore = {
  folders(): readonly ExchangeFolder[];
  folder(nameOrId: string): ExchangeFolder | undefined;
  addFolder(name: string): ExchangeFolder;
  /** Newest first. */
  items(): readonly ExchangeItem[];
  find(id: string): ExchangeItem | undefined;
  add(raw: Buffer, item: NewItem): ExchangeItem;
  /** Throws ErrorItemNotFound. A change of folder is a removal there and a creation here. */
  change(id: string, change: Partial<Omit<ExchangeItem, 'id' | 'changeKey'>>): ExchangeItem;
  erase(id: string): void;
  changesAfter(number: number): readonly ExchangeChange[];
  lastChange(): number;
};

const wellKnown: Readonly<Record<FolderName, string>> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
  junkemail: 'Junk Email',
  outbox: 'Outbox',
};

const isFolderName = (name: string): name is FolderName => name in wellKnown;

// Every message has a Message-ID from its first moment on, and it never changes by itself.
const withName = (given: Buffer, fallback: () => string): { raw: Buffer; messageId: string } => {
  const crlf = withCrlf(given);
  const [own] = messageIdsIn(rawHeader(crlf, 'Message-ID'));
  if (own !== undefined) return { raw: crlf, messageId: own };
  const messageId = fallback();
  return { raw: withHeader(crlf, 'Message-ID', messageId), messageId };
};

/** An empty store with the folders that every mailbox has. */
export const createItemStore = (names: Names, clock: () => number): ItemStore => {
  const folders: ExchangeFolder[] = Object.keys(wellKnown)
    .filter(isFolderName)
    .map((name) => ({ id: names.item(), name: wellKnown[name], wellKnown: name }));
  const items = new Map<string, ExchangeItem>();
  const changes: ExchangeChange[] = [];

  const note = (kind: ExchangeChange['kind'], { id, folderId }: ExchangeItem): void => {
    changes.push({ number: changes.length + 1, kind, itemId: id, folderId });
  };

  const conversations = new Map<string, string>();

  const conversationOf = (raw: Buffer, messageId: string): string => {
    const named = [
      messageId,
      ...messageIdsIn(rawHeader(raw, 'In-Reply-To')),
      ...messageIdsIn(rawHeader(raw, 'References')).toReversed(),
    ];
    return (
      named.map((id) => conversations.get(id)).find((id) => id !== undefined) ??
      names.conversation()
    );
  };

  return {
    folders: () => [...folders],
    folder: (nameOrId) =>
      folders.find(
        ({ id, wellKnown: name }) => id === nameOrId || name === nameOrId.toLowerCase(),
      ) ?? folders.find(({ name, wellKnown: known }) => known === null && name === nameOrId),
    addFolder: (name) => {
      const folder = { id: names.item(), name, wellKnown: null };
      folders.push(folder);
      return folder;
    },
    // The newer of two of the same instant is the one that came in later.
    items: () => [...items.values()].toReversed().toSorted((a, b) => b.receivedAt - a.receivedAt),
    find: (id) => items.get(id),
    add: (given, item) => {
      const { raw, messageId } = withName(given, names.messageId);
      const added: ExchangeItem = {
        ...item,
        id: names.item(),
        changeKey: names.changeKey(),
        raw,
        messageId,
        conversationId: conversationOf(raw, messageId),
        createdAt: clock(),
        modifiedAt: clock(),
        categories: [],
        properties: {},
        heldUntil: null,
      };
      items.set(added.id, added);
      conversations.set(messageId, added.conversationId);
      note('created', added);
      return added;
    },
    change: (id, change) => {
      const before = items.get(id);
      if (!before) throw itemNotFound();
      const text = change.raw === undefined ? {} : withName(change.raw, () => before.messageId);
      const after: ExchangeItem = {
        ...before,
        ...change,
        ...text,
        changeKey: names.changeKey(),
        modifiedAt: clock(),
      };
      items.set(id, after);
      conversations.set(after.messageId, after.conversationId);
      if (after.folderId === before.folderId) note('updated', after);
      else {
        note('removed', before);
        note('created', after);
      }
      return after;
    },
    erase: (id) => {
      const item = items.get(id);
      if (!item) throw itemNotFound();
      items.delete(id);
      note('removed', item);
    },
    changesAfter: (number) => changes.slice(number),
    lastChange: () => changes.length,
  };
};
