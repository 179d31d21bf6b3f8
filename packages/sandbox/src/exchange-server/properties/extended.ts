import { withHeader, withoutHeader } from '../../mail/edit-headers.ts';
import { rawHeader, splitMessage } from '../../mail/headers.ts';
import { EwsError } from '../ews-error.ts';
import { element, type XmlElement } from '../xml/write.ts';
import {
  attachmentsOf,
  headerText,
  messageFlags,
  transportHeaders,
  type ItemView,
} from './item-view.ts';
import type { PropertyPath } from './path.ts';
import { scalarLike, scalarText, type Scalar } from './scalar.ts';

type ExtendedPath = Extract<PropertyPath, { readonly kind: 'extended' }>;

const text = (value: string): Scalar | null => (value === '' ? null : { kind: 'text', value });
const time = (value: number | null): Scalar | null =>
  value === null ? null : { kind: 'time', value };

/** Properties that follow from the item itself ([MS-OXPROPS]). */
const derived: Readonly<Record<string, (view: ItemView) => Scalar | null>> = {
  'String 0x001A': ({ item }) => text(item.messageClass),
  'String 0x0037': (view) => text(headerText(view, 'Subject')),
  'String 0x007D': (view) =>
    transportHeaders(view).length === 0
      ? null
      : text(splitMessage(view.item.raw).head.toString('utf8')),
  'String 0x1035': ({ item }) => text(item.messageId),
  'String 0x1039': (view) => text(headerText(view, 'References')),
  'String 0x1042': (view) => text(headerText(view, 'In-Reply-To')),
  'SystemTime 0x0039': ({ item }) => time(item.sentAt),
  'SystemTime 0x0E06': ({ item }) => time(item.receivedAt),
  'SystemTime 0x3007': ({ item }) => time(item.createdAt),
  'SystemTime 0x3008': ({ item }) => time(item.modifiedAt),
  'Integer 0x0E07': (view) => ({ kind: 'number', value: messageFlags(view) }),
  'Integer 0x0E08': ({ item }) => ({ kind: 'number', value: item.raw.length }),
  'Boolean 0x0E1B': (view) => ({ kind: 'flag', value: attachmentsOf(view).length > 0 }),
};

const kinds: Readonly<Record<string, Scalar['kind']>> = {
  SystemTime: 'time',
  Boolean: 'flag',
  Integer: 'number',
  Long: 'number',
  Short: 'number',
  Double: 'number',
  Float: 'number',
};

/** The kind of value of a MAPI type; what is neither number, time nor flag is compared as text. */
export const kindOfType = (type: string): Scalar['kind'] => kinds[type] ?? 'text';

/** The value of an extended property; null where the item has none. */
export const extendedValue = (path: ExtendedPath, view: ItemView): Scalar | null => {
  const own = derived[path.key]?.(view);
  if (own !== undefined) return own;
  if (path.header !== null) {
    const header = rawHeader(view.item.raw, path.header);
    return header === undefined ? null : text(header);
  }
  const stored = view.item.properties[path.key];
  return stored === undefined ? null : (scalarLike(kindOfType(path.type), stored) ?? null);
};

/** As it stands in an answer; nothing where the item has none. */
export const extendedElement = (path: ExtendedPath, view: ItemView): readonly XmlElement[] => {
  const value = extendedValue(path, view);
  return value === null
    ? []
    : [element('t:ExtendedProperty', {}, path.element, element('t:Value', {}, scalarText(value)))];
};

/** What has to change in an item for a property to have a value, or none (null). */
export const extendedChange = (
  path: ExtendedPath,
  value: string | null,
  before: { readonly raw: Buffer; readonly properties: Readonly<Record<string, string>> },
): { readonly raw?: Buffer; readonly properties?: Readonly<Record<string, string>> } => {
  if (derived[path.key])
    throw new EwsError('ErrorInvalidPropertySet', 'Set action is invalid for property.');
  if (value !== null && scalarLike(kindOfType(path.type), value) === undefined)
    throw new EwsError(
      'ErrorInvalidExtendedPropertyValue',
      'The extended property value is invalid for its type.',
    );
  if (path.header !== null)
    return {
      raw:
        value === null
          ? withoutHeader(before.raw, path.header)
          : withHeader(before.raw, path.header, value.replaceAll(/[\r\n]+/g, ' ')),
    };
  const { [path.key]: _old, ...others } = before.properties;
  return { properties: value === null ? others : { ...others, [path.key]: value } };
};
