import { EwsFault, schemaFault, type EwsError } from './ews-error.ts';
import { understands, serverVersionInfo, type ServerVersion } from './versions.ts';
import { namespaces } from './xml/names.ts';
import { childOf, readXml, type XmlNode } from './xml/read.ts';
import { element, writeXml, type XmlElement } from './xml/write.ts';

/** The operation in a SOAP 1.1 envelope; throws a fault where there is none. */
export const readEnvelope = (text: string): XmlNode => {
  const root = readXml(text);
  if (!root || root.name !== 'Envelope' || root.namespace !== namespaces.s)
    throw schemaFault('The request is no SOAP 1.1 envelope.');
  const version = childOf(childOf(root, 'Header'), 'RequestServerVersion');
  if (version && !understands(version.attributes['Version'] ?? ''))
    throw new EwsFault('ErrorInvalidServerVersion', 'The specified server version is invalid.');
  const operations = childOf(root, 'Body')?.children ?? [];
  const [operation] = operations;
  if (!operation || operations.length > 1 || operation.namespace !== namespaces.m)
    throw schemaFault('The body holds no operation of EWS.');
  return operation;
};

const envelope = (header: readonly XmlElement[], body: XmlElement): string =>
  writeXml(
    element(
      's:Envelope',
      {},
      ...(header.length === 0 ? [] : [element('s:Header', {}, ...header)]),
      element('s:Body', {}, body),
    ),
  );

/** The answer to an operation. */
export const answerText = (
  operation: string,
  messages: readonly XmlElement[],
  version: ServerVersion,
): string =>
  envelope(
    [serverVersionInfo(version)],
    element(`m:${operation}Response`, {}, element('m:ResponseMessages', {}, ...messages)),
  );

/** A SOAP fault as EWS writes it: the code in the types namespace, its details beside it. */
export const faultText = ({ code, message, values }: EwsError): string => {
  const entries = Object.entries(values);
  return envelope(
    [],
    element(
      's:Fault',
      {},
      element('faultcode', {}, `t:${code}`),
      element('faultstring', { 'xml:lang': 'en-US' }, message),
      element(
        'detail',
        {},
        element('e:ResponseCode', {}, code),
        element('e:Message', {}, message),
        ...(entries.length === 0
          ? []
          : [
              element(
                't:MessageXml',
                {},
                ...entries.map(([name, value]) => element('t:Value', { Name: name }, value)),
              ),
            ]),
      ),
    ),
  );
};
