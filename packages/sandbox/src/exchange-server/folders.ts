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

/** What is wanted of folders: a base shape, and properties beside it by their FieldURI. */
export type FolderShape = { readonly base: string; readonly paths: ReadonlySet<string> };

const widths = ['IdOnly', 'Default', 'AllProperties'];

const played: ReadonlySet<string> = new Set(
  [
    'FolderId',
    'ParentFolderId',
    'FolderClass',
    'DisplayName',
    'TotalCount',
    'ChildFolderCount',
    'UnreadCount',
  ].map((name) => `folder:${name}`),
);

/** Reads what a FolderShape asks for beside its base; what is not played is refused. */
export const folderPaths = (nodes: readonly XmlNode[]): ReadonlySet<string> => {
  const paths = nodes.map(({ attributes }) => attributes['FieldURI'] ?? '');
  const unknown = paths.find((path) => !played.has(path));
  if (unknown !== undefined)
    throw new EwsError('ErrorInvalidPropertyRequest', `Not played for folders: ${unknown}`);
  return new Set(paths);
};

/** A folder in the given shape, its elements in the order of the schema. */
export const folderElement = (
  mailbox: ExchangeMailbox,
  folder: EwsFolder,
  { base, paths }: FolderShape,
): XmlElement => {
  const items = mailbox.items().filter(({ folderId }) => folderId === folder.id);
  const parent = folder.parentId;
  const properties: readonly (readonly [uri: string, shape: string, () => XmlElement])[] = [
    ['folder:FolderId', 'IdOnly', () => folderIdElement(mailbox, folder.id)],
    [
      'folder:ParentFolderId',
      'AllProperties',
      () => folderIdElement(mailbox, parent ?? folder.id, 't:ParentFolderId'),
    ],
    ['folder:FolderClass', 'AllProperties', () => text('t:FolderClass', 'IPF.Note')],
    ['folder:DisplayName', 'Default', () => text('t:DisplayName', folder.name)],
    ['folder:TotalCount', 'Default', () => text('t:TotalCount', items.length)],
    [
      'folder:ChildFolderCount',
      'Default',
      () => text('t:ChildFolderCount', foldersBelow(mailbox, folder, 'Shallow').length),
    ],
    [
      'folder:UnreadCount',
      'Default',
      () => text('t:UnreadCount', items.filter(({ isRead }) => !isRead).length),
    ],
  ];
  const shown = properties.filter(
    ([uri, shape]) =>
      (paths.has(uri) || widths.indexOf(shape) <= widths.indexOf(base)) &&
      (uri !== 'folder:ParentFolderId' || parent !== null),
  );
  return element('t:Folder', {}, ...shown.map(([, , write]) => write()));
};
