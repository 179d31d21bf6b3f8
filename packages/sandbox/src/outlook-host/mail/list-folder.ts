import type { ExchangeMailbox, FolderName } from '../../exchange/mailbox.ts';
import type { FolderData, ListData } from '../page-data.ts';
import { readRow } from './read-item.ts';

const shown: readonly (readonly [FolderName, string])[] = [
  ['inbox', 'Inbox'],
  ['drafts', 'Drafts'],
  ['sentitems', 'Sent Items'],
  ['deleteditems', 'Deleted Items'],
  ['junkemail', 'Junk Email'],
];

/** A folder opened, newest first, with all folders beside it. */
export async function listFolder(mailbox: ExchangeMailbox, name: string): Promise<ListData> {
  const opened = mailbox.folder(name);
  const items = mailbox.items();
  const namesRecipients = name === 'drafts' || name === 'sentitems';
  const own = mailbox.folders().filter(({ wellKnown }) => wellKnown === null);
  const folders: readonly FolderData[] = [
    ...shown.map(([id, label]) => ({ id, name: label, folder: mailbox.folder(id)?.id })),
    ...own.map((folder) => ({ id: folder.id, name: folder.name, folder: folder.id })),
  ].map(({ id, name: label, folder }) => {
    const inside = items.filter(({ folderId }) => folderId === folder);
    const unread = inside.filter(({ isRead }) => !isRead).length;
    return { id, name: label, count: inside.length, unread };
  });
  const rows = items.filter(({ folderId }) => folderId === opened?.id);
  return { folders, rows: await Promise.all(rows.map((item) => readRow(item, namesRecipients))) };
}
