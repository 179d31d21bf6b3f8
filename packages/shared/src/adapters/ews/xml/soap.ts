import { descendant, element, type XmlElement } from './element.ts';
import { readXml } from './read-xml.ts';
import { writeXml } from './write-xml.ts';

const namespaces = {
  'xmlns:s': 'http://schemas.xmlsoap.org/soap/envelope/',
  'xmlns:m': 'http://schemas.microsoft.com/exchange/services/2006/messages',
  'xmlns:t': 'http://schemas.microsoft.com/exchange/services/2006/types',
};

/**
 * The version whose schema all requests keep to: Exchange 2016, 2019 and SE know it, and none of them must be told
 * apart (README.md).
 */
const serverVersion = 'Exchange2013_SP1';

/** An EWS request in its envelope; without an XML declaration, which old clients read as a wish for their own encoding. */
export function writeEnvelope(request: XmlElement): string {
  return writeXml(
    element('s:Envelope', namespaces, [
      element('s:Header', {}, [
        element('t:RequestServerVersion', { Version: serverVersion }),
        // Without it times come in whole seconds.
        { ...element('t:DateTimePrecision', {}), text: 'Milliseconds' },
      ]),
      element('s:Body', {}, [request]),
    ]),
  );
}

/** What stands in an envelope's body: an answer or a Fault; null where the text is no SOAP that can be read. */
export function readEnvelope(text: string): XmlElement | null {
  const root = readXml(text);
  if (root?.name !== 'Envelope') return null;
  return descendant(root, 'Body')?.children[0] ?? null;
}
