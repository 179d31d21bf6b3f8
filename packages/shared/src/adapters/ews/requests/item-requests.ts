import { element, textElement, type XmlElement } from '../xml/element.ts';
import { folderElement, type WellKnownFolder } from './folder-ref.ts';
import { extended, itemShape, type MapiProperty } from './properties.ts';

/** An item as a request names it. Changing one wants its ChangeKey as well, so that nobody's change is lost. */
export type ItemRef = { readonly id: string; readonly changeKey?: string };

function itemId({ id, changeKey }: ItemRef): XmlElement {
  return element('t:ItemId', {
    Id: id,
    ...(changeKey === undefined ? {} : { ChangeKey: changeKey }),
  });
}

/** GetItem: some properties of several items. */
export function getItemRequest(
  ids: readonly string[],
  paths: readonly XmlElement[],
  options: readonly XmlElement[] = [],
): XmlElement {
  return element('m:GetItem', {}, [
    itemShape(paths, options),
    element(
      'm:ItemIds',
      {},
      ids.map((id) => itemId({ id })),
    ),
  ]);
}

/** CreateItem: keeps a message (base64 of its RFC 5322 text) in Drafts and sends nothing. */
export function createDraftRequest(mimeContent: string): XmlElement {
  return element('m:CreateItem', { MessageDisposition: 'SaveOnly' }, [
    element('m:SavedItemFolderId', {}, [folderElement({ name: 'drafts' })]),
    element('m:Items', {}, [
      element('t:Message', {}, [
        { ...element('t:MimeContent', { CharacterSet: 'UTF-8' }), text: mimeContent },
      ]),
    ]),
  ]);
}

/** A property and what it is to hold, as text. */
export type PropertyValue = readonly [property: MapiProperty, value: string];

/** UpdateItem: sets properties of a draft; whoever changed it in between has won, and is told as a conflict. */
export function setPropertiesRequest(item: ItemRef, values: readonly PropertyValue[]): XmlElement {
  const updates = values.map(([property, value]) =>
    element('t:SetItemField', {}, [
      extended(property),
      element('t:Message', {}, [
        element('t:ExtendedProperty', {}, [extended(property), textElement('t:Value', value)]),
      ]),
    ]),
  );
  return element(
    'm:UpdateItem',
    { ConflictResolution: 'NeverOverwrite', MessageDisposition: 'SaveOnly' },
    [
      element('m:ItemChanges', {}, [
        element('t:ItemChange', {}, [itemId(item), element('t:Updates', {}, updates)]),
      ]),
    ],
  );
}

/** SendItem: submits a draft; its copy goes to Sent Items. */
export function sendItemRequest(item: ItemRef): XmlElement {
  return element('m:SendItem', { SaveItemToFolder: 'true' }, [
    element('m:ItemIds', {}, [itemId(item)]),
    element('m:SavedItemFolderId', {}, [folderElement({ name: 'sentitems' })]),
  ]);
}

/** MoveItem: Office passes no DeleteItem, so what is to be deleted moves to Deleted Items. */
export function moveItemRequest(id: string, to: WellKnownFolder): XmlElement {
  return element('m:MoveItem', {}, [
    element('m:ToFolderId', {}, [folderElement({ name: to })]),
    element('m:ItemIds', {}, [itemId({ id })]),
    textElement('m:ReturnNewItemIds', 'true'),
  ]);
}
