import { element, type XmlElement } from '../xml/element.ts';

/** A folder by the name that every mailbox knows it by. */
export type WellKnownFolder =
  | 'msgfolderroot'
  | 'inbox'
  | 'drafts'
  | 'sentitems'
  | 'deleteditems'
  | 'junkemail'
  | 'outbox';

/** A folder by name or by its EWS id. */
export type FolderRef =
  | { readonly name: WellKnownFolder }
  | {
      readonly id: string;
    };

/** A folder as a request names it. */
export function folderElement(folder: FolderRef): XmlElement {
  return 'name' in folder
    ? element('t:DistinguishedFolderId', { Id: folder.name })
    : element('t:FolderId', { Id: folder.id });
}
