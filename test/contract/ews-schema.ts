import { readFileSync } from 'node:fs';

import {
  XmlBufferInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XmlValidateError,
  XsdValidator,
} from 'libxml2-wasm';

import { contractAt, isThere } from '../support/is-there.ts';

/** Microsoft's description of Exchange Web Services: messages.xsd and types.xsd. */
export type EwsSchema = {
  /** What is wrong with a whole SOAP envelope, as libxml2 says it; empty when it is as described. */
  faults(envelope: string): readonly string[];
};

const schema = (targetNamespace: string | null, content: string) =>
  new TextEncoder().encode(
    `<schema xmlns="http://www.w3.org/2001/XMLSchema"${
      targetNamespace === null ? '' : ` targetNamespace="${targetNamespace}"`
    } elementFormDefault="qualified">${content}</schema>`,
  );

const anything = (process: string, most: string) =>
  `<complexType mixed="${process === 'lax'}"><sequence><any processContents="${process}" minOccurs="0" maxOccurs="${most}"/></sequence></complexType>`;

/** SOAP 1.1 as far as EWS uses it: whatever stands in it must be described. A Fault's detail need not be. */
const soap = schema(
  'http://schemas.xmlsoap.org/soap/envelope/',
  `<element name="Envelope"><complexType><sequence>
    <element name="Header" minOccurs="0">${anything('strict', 'unbounded')}</element>
    <element name="Body">${anything('strict', '1')}</element>
  </sequence></complexType></element>
  <element name="Fault">${anything('lax', 'unbounded')}</element>`,
);

/** types.xsd uses xml:lang and says nowhere where it is described. */
const xmlLang = schema(
  'http://www.w3.org/XML/1998/namespace',
  '<attribute name="lang" type="language"/>',
);

const imports = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs)
    .map(([file, name]) => `<import namespace="${name}" schemaLocation="ews:${file}"/>`)
    .join('');

const all = schema(
  null,
  imports({
    'xml.xsd': 'http://www.w3.org/XML/1998/namespace',
    'messages.xsd': 'http://schemas.microsoft.com/exchange/services/2006/messages',
    'soap.xsd': 'http://schemas.xmlsoap.org/soap/envelope/',
  }),
);

/** Reads the schemas; undefined (and a word in the report) on a machine that does not have them. */
export const readEwsSchema = (): EwsSchema | undefined => {
  const messages = contractAt('messages.xsd');
  if (!isThere(messages, 'Microsoft’s schema of Exchange Web Services')) return undefined;
  const types = readFileSync(contractAt('types.xsd'));
  xmlRegisterInputProvider(
    new XmlBufferInputProvider({
      'ews:xml.xsd': xmlLang,
      'ews:soap.xsd': soap,
      'ews:messages.xsd': readFileSync(messages),
      'ews:types.xsd': types,
      'types.xsd': types,
    }),
  );
  const document = XmlDocument.fromBuffer(all, { url: 'ews:all.xsd' });
  const validator = XsdValidator.fromDoc(document);
  return {
    faults(envelope) {
      const parsed = XmlDocument.fromString(envelope);
      try {
        validator.validate(parsed);
        return [];
      } catch (error) {
        if (!(error instanceof XmlValidateError)) throw error;
        return error.details.map(({ message }) => message.trim());
      } finally {
        parsed.dispose();
      }
    },
  };
};
