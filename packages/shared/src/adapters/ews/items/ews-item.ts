import { mapi, type MapiProperty } from '../requests/properties.ts';
import { attributeOf, childOf, childText, descendant, type XmlElement } from '../xml/element.ts';

/** What EWS tells of an item, as far as it was asked for; null = not told. */
export type EwsItem = {
  readonly id: string;
  readonly changeKey: string | null;
  /** PidTagMessageClass; Exchange compares it without regard to case, and so must we. */
  readonly itemClass: string;
  readonly parentFolderId: string | null;
  readonly conversationId: string | null;
  /** Epoch ms. */
  readonly receivedAt: number | null;
  readonly sentAt: number | null;
  readonly isDraft: boolean;
  /** PidTagMessageFlags mfFromMe: the rep sent it, to whomever. */
  readonly isFromMe: boolean;
  /** With its brackets. */
  readonly internetMessageId: string | null;
  readonly element: XmlElement;
};

/** Reads an item of any kind (Message, MeetingRequest, PostItem …); null where it has no id. */
export function readItem(element: XmlElement): EwsItem | null {
  const itemId = childOf(element, 'ItemId');
  const id = attributeOf(itemId, 'Id');
  if (id === null || id === '') return null;
  return {
    id,
    changeKey: attributeOf(itemId, 'ChangeKey'),
    itemClass: childText(element, 'ItemClass') ?? '',
    parentFolderId: attributeOf(childOf(element, 'ParentFolderId'), 'Id'),
    conversationId: attributeOf(childOf(element, 'ConversationId'), 'Id'),
    receivedAt: timeOf(childText(element, 'DateTimeReceived')),
    sentAt: timeOf(childText(element, 'DateTimeSent')),
    isDraft: childText(element, 'IsDraft') === 'true',
    isFromMe: childText(element, 'IsFromMe') === 'true',
    internetMessageId: childText(element, 'InternetMessageId'),
    element,
  };
}

/** The items that a part of an answer holds (`m:Items`). */
export function itemsIn(part: XmlElement): readonly EwsItem[] {
  const elements = descendant(part, 'Items')?.children ?? [];
  return elements.map(readItem).filter((item) => item !== null);
}

/** The one item that a part of an answer holds, or null. */
export function onlyItemIn(part: XmlElement): EwsItem | null {
  return itemsIn(part)[0] ?? null;
}

/** A MAPI property's value, or null where the item has none. */
export function extendedValue({ element }: EwsItem, property: MapiProperty): string | null {
  const own = element.children.find(
    (child) => child.name === 'ExtendedProperty' && isProperty(child, property),
  );
  return childText(own, 'Value');
}

/** A MAPI property's value as epoch ms, or null. */
export function extendedTime(item: EwsItem, property: MapiProperty): number | null {
  return timeOf(extendedValue(item, property));
}

function isProperty(extended: XmlElement, property: MapiProperty): boolean {
  const uri = childOf(extended, 'ExtendedFieldURI');
  if ('PropertyTag' in property) {
    // Asked for as 0xE07, it may come back as 0x0e07 or 3591.
    return Number(attributeOf(uri, 'PropertyTag') ?? Number.NaN) === Number(property.PropertyTag);
  }
  const name = attributeOf(uri, 'PropertyName')?.toLowerCase();
  return name === mapi.mailId.PropertyName;
}

function timeOf(text: string | null): number | null {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : at;
}
