import type { Later } from '../later.ts';
import type { Exchange, ExchangeKind } from './exchange.ts';
import { createItemStore } from './item-store.ts';
import { writeLimitNotice } from './limit-notice.ts';
import type { ExchangeLimits } from './limits.ts';
import type { ExchangeItem, ExchangeMailbox, FolderName, MailboxCondition } from './mailbox.ts';
import { createNames } from './names.ts';
import { ExchangeRefusal, itemNotFound, mailboxFull } from './refusal.ts';
import type { ExchangeSwitches } from './switches.ts';
import { createTransport } from './transport.ts';

/** Exchange's class of a failed delivery status notification ([MS-OXCMAIL] 2.1.3.2). */
const NDR = 'REPORT.IPM.Note.NDR';

/** A mailbox as its own Exchange sees it. */
export type OwnMailbox = ExchangeMailbox & {
  setCondition(condition: MailboxCondition): void;
  /** Puts in what transport brings: a full mailbox takes it too. */
  bring(
    raw: Buffer,
    options: { readonly junk: boolean; readonly messageClass: string },
  ): ExchangeItem;
};

const generatingServer = (kind: ExchangeKind, address: string): string =>
  kind === 'online'
    ? 'DB9PR05MB8123.eurprd05.prod.outlook.com'
    : `mail.${address.slice(address.indexOf('@') + 1)}`;

/** A mailbox on its store and its transport. */
export const createMailbox = (
  person: Parameters<Exchange['addMailbox']>[0],
  parts: {
    readonly kind: ExchangeKind;
    readonly later: Later;
    readonly clock: () => number;
    readonly limits: ExchangeLimits;
    readonly switches: ExchangeSwitches;
    readonly leave: (sender: ExchangeMailbox, item: ExchangeItem) => Promise<void>;
  },
): OwnMailbox => {
  const { kind, clock, leave } = parts;
  const address = person.address.toLowerCase();
  const aliases = (person.aliases ?? []).map((alias) => alias.toLowerCase());
  const names = createNames(address, kind);
  const store = createItemStore(names, clock);
  let condition: MailboxCondition = 'usual';

  const folderNamed = (name: string): string => {
    const folder = store.folder(name);
    if (!folder)
      throw new ExchangeRefusal('ErrorFolderNotFound', 'The specified folder could not be found.');
    return folder.id;
  };

  const bring: OwnMailbox['bring'] = (raw, { junk, messageClass }) =>
    store.add(raw, {
      folderId: folderNamed(junk ? 'junkemail' : 'inbox'),
      receivedAt: clock(),
      sentAt: clock(),
      isDraft: false,
      isRead: false,
      messageClass,
    });

  const transport = createTransport({
    ...parts,
    person: { address, name: person.name, aliases, sendsFor: person.sendsFor ?? [] },
    store,
    leave: (item) => leave(mailbox, item),
    tell: async (item, notice) => {
      const server = generatingServer(kind, address);
      const messageId = names.messageId();
      const request = { kind: notice, item, to: address, at: clock(), messageId, server };
      bring(await writeLimitNotice(request), { junk: false, messageClass: NDR });
    },
  });

  const mailbox: OwnMailbox = {
    address,
    name: person.name,
    userPrincipalName: person.userPrincipalName ?? address,
    aliases,
    condition: () => condition,
    setCondition: (changed) => {
      condition = changed;
    },
    bring,
    folders: store.folders,
    folder: store.folder,
    addFolder: store.addFolder,
    items: (folder?: FolderName) => {
      const id = folder === undefined ? undefined : folderNamed(folder);
      return store.items().filter((item) => id === undefined || item.folderId === id);
    },
    find: store.find,
    create: (raw, { folder, draft = false, messageClass = 'IPM.Note', receivedAt, isRead }) => {
      if (condition === 'full') throw mailboxFull();
      const at = receivedAt ?? clock();
      const folderId = folderNamed(folder);
      return store.add(raw, {
        folderId,
        receivedAt: at,
        sentAt: draft ? null : at,
        isDraft: draft,
        isRead: isRead ?? (draft || folderId === folderNamed('sentitems')),
        messageClass,
      });
    },
    update: (id, change) => {
      const item = store.find(id);
      if (!item) throw itemNotFound();
      const folderId = change.folderId === undefined ? undefined : folderNamed(change.folderId);
      const moves = folderId !== undefined && folderId !== item.folderId;
      // What is moved away from where it waits is taken back.
      if (moves) transport.release(id);
      return store.change(id, {
        ...change,
        ...(folderId === undefined ? {} : { folderId }),
        ...(moves ? { heldUntil: null } : {}),
      });
    },
    erase: (id) => {
      transport.release(id);
      store.erase(id);
    },
    submit: async (id) => {
      if (condition === 'full') {
        const { code, message } = mailboxFull();
        return { kind: 'refused', code, message };
      }
      return transport.submit(id);
    },
    changesAfter: store.changesAfter,
    lastChange: store.lastChange,
  };
  return mailbox;
};
