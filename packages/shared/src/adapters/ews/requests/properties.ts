import { mailIdHeader } from '../../../domain/message/mail-id-header.ts';
import { element, type XmlElement } from '../xml/element.ts';

/** A property by EWS's own name, e.g. `item:ItemClass`. */
export function field(name: string): XmlElement {
  return element('t:FieldURI', { FieldURI: name });
}

/** MAPI properties that EWS has no name for ([MS-OXPROPS]). */
export const mapi = {
  /** PidTagTransportMessageHeaders: all header fields as received; mail that was written here has none. */
  transportHeaders: { PropertyTag: '0x007D', PropertyType: 'String' },
  /** PidTagMessageFlags: 0x4 is mfSubmitted. */
  messageFlags: { PropertyTag: '0xE07', PropertyType: 'Integer' },
  /** PidTagDeferredSendTime: before it Exchange does not send what was submitted. */
  deferredSendTime: { PropertyTag: '0x3FEF', PropertyType: 'SystemTime' },
  /** PidTagDeferredDeliveryTime: what Outlook shows and sets as "do not deliver before". */
  deferredDeliveryTime: { PropertyTag: '0xF', PropertyType: 'SystemTime' },
  /** Our header, which Exchange keeps as a property of the set PS_INTERNET_HEADERS. */
  mailId: {
    DistinguishedPropertySetId: 'InternetHeaders',
    PropertyName: mailIdHeader,
    PropertyType: 'String',
  },
} as const;

/** One of `mapi`. */
export type MapiProperty = (typeof mapi)[keyof typeof mapi];

/** A MAPI property as a path. */
export function extended(property: MapiProperty): XmlElement {
  return element('t:ExtendedFieldURI', property);
}

/** The shape of an answer: ids and what is named. */
export function itemShape(
  paths: readonly XmlElement[],
  options: readonly XmlElement[] = [],
): XmlElement {
  return element('m:ItemShape', {}, [
    { ...element('t:BaseShape', {}), text: 'IdOnly' },
    ...options,
    ...(paths.length === 0 ? [] : [element('t:AdditionalProperties', {}, paths)]),
  ]);
}
