import { element, textElement, type XmlElement } from '../xml/element.ts';
import { folderElement, type FolderRef } from './folder-ref.ts';
import { field, itemShape } from './properties.ts';

/** A page of a list. */
export type PageView = { readonly offset: number; readonly size: number };

function view(name: string, { offset, size }: PageView): XmlElement {
  return element(name, {
    MaxEntriesReturned: String(size),
    Offset: String(offset),
    BasePoint: 'Beginning',
  });
}

/** FindItem: the items of several folders that fit, each folder's in a page of its own, by date of arrival. */
export function findItemRequest(asked: {
  readonly paths: readonly XmlElement[];
  readonly folders: readonly FolderRef[];
  readonly restriction: XmlElement;
  readonly order: 'Ascending' | 'Descending';
  readonly page: PageView;
}): XmlElement {
  return element('m:FindItem', { Traversal: 'Shallow' }, [
    itemShape(asked.paths),
    view('m:IndexedPageItemView', asked.page),
    element('m:Restriction', {}, [asked.restriction]),
    element('m:SortOrder', {}, [
      element('t:FieldOrder', { Order: asked.order }, [field('item:DateTimeReceived')]),
    ]),
    element('m:ParentFolderIds', {}, asked.folders.map(folderElement)),
  ]);
}

/** FindFolder: all folders below the mailbox's visible root, with their class. */
export function findFolderRequest(page: PageView): XmlElement {
  return element('m:FindFolder', { Traversal: 'Deep' }, [
    element('m:FolderShape', {}, [
      textElement('t:BaseShape', 'IdOnly'),
      element('t:AdditionalProperties', {}, [field('folder:FolderClass')]),
    ]),
    view('m:IndexedPageFolderView', page),
    element('m:ParentFolderIds', {}, [folderElement({ name: 'msgfolderroot' })]),
  ]);
}

/** GetFolder: the ids of folders that are known by name. */
export function getFolderRequest(folders: readonly FolderRef[]): XmlElement {
  return element('m:GetFolder', {}, [
    element('m:FolderShape', {}, [textElement('t:BaseShape', 'IdOnly')]),
    element('m:FolderIds', {}, folders.map(folderElement)),
  ]);
}

/** GetConversationItems: what belongs to one conversation, whichever folder it lies in; deleted and junk mail, too. */
export function getConversationRequest(
  conversationId: string,
  paths: readonly XmlElement[],
  most: number,
): XmlElement {
  return element('m:GetConversationItems', {}, [
    itemShape(paths),
    textElement('m:MaxItemsToReturn', String(most)),
    textElement('m:SortOrder', 'DateOrderDescending'),
    element('m:Conversations', {}, [
      element('t:Conversation', {}, [element('t:ConversationId', { Id: conversationId })]),
    ]),
  ]);
}

/** ResolveNames: who in the company's address book has this address. */
export function resolveNamesRequest(address: string): XmlElement {
  return element(
    'm:ResolveNames',
    { ReturnFullContactData: 'false', SearchScope: 'ActiveDirectory' },
    [textElement('m:UnresolvedEntry', `smtp:${address}`)],
  );
}
