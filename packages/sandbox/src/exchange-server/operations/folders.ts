import { EwsError, schemaFault } from '../ews-error.ts';
import { readFolderRestriction } from '../folder-restriction.ts';
import {
  folderElement,
  folderPaths,
  foldersBelow,
  foldersOf,
  folderNamedBy,
  type FolderShape,
} from '../folders.ts';
import { pageOf, readPage } from '../paging.ts';
import { childAt, childOf, type XmlNode } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { each, success, type Operation } from './operation.ts';

const bases: ReadonlySet<string> = new Set(['IdOnly', 'Default', 'AllProperties']);

const shapeOf = (request: XmlNode): FolderShape => {
  const base = childAt(request, 'FolderShape', 'BaseShape')?.text.trim() ?? '';
  if (!bases.has(base)) throw schemaFault('FolderShape has no known BaseShape.');
  const paths = childAt(request, 'FolderShape', 'AdditionalProperties')?.children ?? [];
  return { base, paths: folderPaths(paths) };
};

/** GetFolder: each folder by its id or name. */
export const getFolder: Operation = (request, { mailbox }) =>
  each('GetFolder', childOf(request, 'FolderIds')?.children ?? [], (node) => {
    const folder = folderNamedBy(mailbox, node);
    return success(
      'GetFolder',
      element('m:Folders', {}, folderElement(mailbox, folder, shapeOf(request))),
    );
  });

/** FindFolder: what hangs below a folder. */
export const findFolder: Operation = (request, { mailbox }) => {
  const traversal = request.attributes['Traversal'];
  if (traversal !== 'Shallow' && traversal !== 'Deep')
    throw schemaFault('Only Traversal="Shallow" and "Deep" are played.');
  const page = readPage(childOf(request, 'IndexedPageFolderView'));
  return each('FindFolder', childOf(request, 'ParentFolderIds')?.children ?? [], (node) => {
    const passes = readFolderRestriction(request);
    const parent = folderNamedBy(mailbox, node);
    const found = foldersBelow(mailbox, parent, traversal).filter(passes);
    const { entries, attributes } = pageOf(found, page);
    return success(
      'FindFolder',
      element(
        'm:RootFolder',
        attributes,
        element(
          't:Folders',
          {},
          ...entries.map((folder) => folderElement(mailbox, folder, shapeOf(request))),
        ),
      ),
    );
  });
};

/** CreateFolder: a folder of the person's own. All of them hang below the inbox here. */
export const createFolder: Operation = (request, { mailbox }) => {
  const parent = childOf(request, 'ParentFolderId')?.children[0];
  if (!parent) throw schemaFault('ParentFolderId is missing.');
  return each('CreateFolder', childOf(request, 'Folders')?.children ?? [], (node) => {
    const { id: parentId } = folderNamedBy(mailbox, parent);
    const name = childOf(node, 'DisplayName')?.text.trim() ?? '';
    if (node.name !== 'Folder' || name === '') throw schemaFault('Folder has no DisplayName.');
    if (parentId !== mailbox.folder('inbox')?.id)
      throw new EwsError('ErrorCannotCreateSubfolder', 'Only below the inbox here.');
    const same = foldersOf(mailbox).find(
      (folder) => folder.parentId === parentId && folder.name.toLowerCase() === name.toLowerCase(),
    );
    if (same)
      throw new EwsError('ErrorFolderExists', 'A folder with the specified name already exists.');
    const { id } = mailbox.addFolder(name);
    const made = { id, name, parentId };
    return success(
      'CreateFolder',
      element('m:Folders', {}, folderElement(mailbox, made, { base: 'IdOnly', paths: new Set() })),
    );
  });
};
