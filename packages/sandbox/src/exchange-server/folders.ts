import type { ExchangeFolder, ExchangeMailbox } from '../exchange/mailbox.ts';
import { EwsError, schemaFault } from './ews-error.ts';
import { folderIdOf, folderNamedById } from './ids.ts';
import type { XmlNode } from './xml/read.ts';
import { element, type XmlElement } from './xml/write.ts';

/** A folder as EWS knows it: the two that stand above all mail folders are in no store. */
export type EwsFolder = {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
};

const TOP = 'msgfolderroot';
const ROOT = 'root';

const notFound = (): EwsError =>
  new EwsError('ErrorFolderNotFound', 'The specified folder could not be found in the store.');

const seen = (mailbox: ExchangeMailbox, folder: ExchangeFolder): EwsFolder => ({
  id: folder.id,
  name: folder.name,
  parentId: folder.wellKnown === null ? (mailbox.folder('inbox')?.id ?? TOP) : TOP,
});

/** All folders of a mailbox; the person's own hang below the inbox. */
export const foldersOf = (mailbox: ExchangeMailbox): readonly EwsFolder[] => [
  { id: ROOT, name: '', parentId: null },
  { id: TOP, name: 'Top of Information Store', parentId: ROOT },
  ...mailbox.folders().map((folder) => seen(mailbox, folder)),
];

/** The folder that a FolderId or DistinguishedFolderId names. */
export const folderNamedBy = (mailbox: ExchangeMailbox, node: XmlNode): EwsFolder => {
  const find = (id: string | undefined): EwsFolder | undefined =>
    foldersOf(mailbox).find((folder) => folder.id === id);
  if (node.name === 'FolderId') {
    const folder = find(folderNamedById(mailbox, node));
    if (!folder) throw notFound();
    return folder;
  }
  if (node.name !== 'DistinguishedFolderId') throw schemaFault(`${node.name} is no folder id.`);
  const name = node.attributes['Id'] ?? '';
  const known = mailbox.folders().find(({ wellKnown }) => wellKnown === name)?.id;
  const folder = find(name === TOP || name === ROOT ? name : known);
  if (!folder) throw notFound();
  return folder;
};

/** The children of a folder, or all below it. */
export const foldersBelow = (
  mailbox: ExchangeMailbox,
  parent: EwsFolder,
  traversal: 'Shallow' | 'Deep',
): readonly EwsFolder[] => {
  const children = foldersOf(mailbox).filter(({ parentId }) => parentId === parent.id);
  return traversal === 'Shallow'
    ? children
    : children.concat(children.flatMap((child) => foldersBelow(mailbox, child, 'Deep')));
};

/** A folder's FolderId; its ChangeKey changes with its items. */
export const folderIdElement = (
  mailbox: ExchangeMailbox,
  id: string,
  name: 't:FolderId' | 't:ParentFolderId' = 't:FolderId',
): XmlElement =>
  element(name, {
    Id: folderIdOf(mailbox, id),
    ChangeKey: `AQAAABYAAAD${Buffer.from(`${id}${mailbox.lastChange()}`).toString('base64').slice(0, 24)}`,
  });

const text = (name: string, value: string | number): XmlElement => element(name, {}, String(value));

/** A folder in the given shape. */
export const folderElement = (
  mailbox: ExchangeMailbox,
  folder: EwsFolder,
  shape: string,
): XmlElement => {
  const items = mailbox.items().filter(({ folderId }) => folderId === folder.id);
  const wide = shape !== 'IdOnly';
  return element(
    't:Folder',
    {},
    folderIdElement(mailbox, folder.id),
    ...(shape === 'AllProperties' && folder.parentId !== null
      ? [folderIdElement(mailbox, folder.parentId, 't:ParentFolderId')]
      : []),
    ...(shape === 'AllProperties' ? [text('t:FolderClass', 'IPF.Note')] : []),
    ...(wide
      ? [
          text('t:DisplayName', folder.name),
          text('t:TotalCount', items.length),
          text('t:ChildFolderCount', foldersBelow(mailbox, folder, 'Shallow').length),
          text('t:UnreadCount', items.filter(({ isRead }) => !isRead).length),
        ]
      : []),
  );
};
