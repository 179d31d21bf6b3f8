import { EwsError, schemaFault } from '../ews-error.ts';
import type { XmlNode } from '../xml/read.ts';
import { element, type XmlElement } from '../xml/write.ts';

/** A property as a request names it. */
export type PropertyPath =
  | { readonly kind: 'field'; readonly uri: string }
  | { readonly kind: 'indexed'; readonly uri: string; readonly index: string }
  | {
      readonly kind: 'extended';
      /** In the store's canonical form, e.g. `SystemTime 0x3FEF`. */
      readonly key: string;
      readonly type: string;
      /** How answers name it. */
      readonly element: XmlElement;
      /** The number of a property with a tag. */
      readonly tag: number | null;
      /** The header that a property of the set InternetHeaders stands for. */
      readonly header: string | null;
    };

const sets: Readonly<Record<string, string>> = {
  PublicStrings: '00020329-0000-0000-C000-000000000046',
  Common: '00062008-0000-0000-C000-000000000046',
  InternetHeaders: '00020386-0000-0000-C000-000000000046',
};

const invalid = (): EwsError =>
  new EwsError(
    'ErrorInvalidExtendedProperty',
    'The extended property attribute combination is invalid.',
  );

const taggedPath = (tag: number, type: string): PropertyPath => {
  if (Number.isNaN(tag) || tag < 0 || tag > 0xffff) throw schemaFault('PropertyTag is no tag.');
  // What lies above is named by set and id, never by tag (Microsoft Learn, "ExtendedFieldURI").
  if (tag >= 0x8000) throw invalid();
  return {
    kind: 'extended',
    key: `${type} 0x${tag.toString(16).toUpperCase().padStart(4, '0')}`,
    type,
    tag,
    header: null,
    element: element('t:ExtendedFieldURI', {
      PropertyTag: `0x${tag.toString(16)}`,
      PropertyType: type,
    }),
  };
};

const extendedPath = (node: XmlNode): PropertyPath => {
  const {
    PropertyTag: tag,
    PropertyType: type,
    PropertyName: name,
    PropertyId: id,
    DistinguishedPropertySetId: distinguished,
    PropertySetId: setId,
  } = node.attributes;
  if (type === undefined) throw schemaFault('PropertyType is missing.');
  if (tag !== undefined) {
    if (distinguished ?? setId ?? name ?? id) throw invalid();
    return taggedPath(Number(tag), type);
  }
  const set = setId?.toUpperCase() ?? sets[distinguished ?? ''];
  if (set === undefined || (name === undefined) === (id === undefined)) throw invalid();
  return {
    kind: 'extended',
    key: `${type} {${set}} ${name === undefined ? `Id 0x${Number(id).toString(16).toUpperCase()}` : `Name ${name}`}`,
    type,
    tag: null,
    header: distinguished === 'InternetHeaders' && name !== undefined ? name : null,
    element: element('t:ExtendedFieldURI', {
      DistinguishedPropertySetId: distinguished,
      PropertySetId: setId,
      PropertyName: name,
      PropertyId: id,
      PropertyType: type,
    }),
  };
};

/** Whether an element names a property. */
export const isPath = ({ name }: XmlNode): boolean =>
  name === 'FieldURI' || name === 'IndexedFieldURI' || name === 'ExtendedFieldURI';

/** The property that an element names. */
export const readPath = (node: XmlNode): PropertyPath => {
  const { FieldURI: uri = '', FieldIndex: index = '' } = node.attributes;
  if (node.name === 'FieldURI' && uri !== '') return { kind: 'field', uri };
  if (node.name === 'IndexedFieldURI' && uri !== '') return { kind: 'indexed', uri, index };
  if (node.name === 'ExtendedFieldURI') return extendedPath(node);
  throw schemaFault(`${node.name} is no property.`);
};
