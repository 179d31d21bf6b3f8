import { headersOfClass } from '../../domain/bounce/message-class.ts';
import { headerValue, type HeaderField, type Headers } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import type { GraphMessage, GraphRecipient } from './answers.ts';
import { mailIdProperty, messageClass, propertyOf } from './mapi-properties.ts';

/**
 * A message's headers: those it has, what its own properties say where a header is missing (mail in Sent has hardly any
 * headers), and what its message class says of a report.
 */
export function headersOf(message: GraphMessage): Headers {
  const given = message.internetMessageHeaders.filter(({ name }) => name !== '');
  const added = propertiesAsHeaders(message).filter(
    ({ name, value }) => value !== '' && headerValue(given, name) === null,
  );
  const known = propertyOf(message.singleValueExtendedProperties, messageClass) ?? '';
  return [...headersOfClass(known, given), ...given, ...added];
}

function propertiesAsHeaders(message: GraphMessage): readonly HeaderField[] {
  return [
    { name: 'Message-ID', value: message.internetMessageId ?? '' },
    { name: 'Subject', value: oneLine(message.subject ?? '') },
    { name: 'From', value: addressField(message.from === null ? [] : [message.from]) },
    { name: 'To', value: addressField(message.toRecipients) },
    { name: 'Cc', value: addressField(message.ccRecipients) },
    { name: 'Bcc', value: addressField(message.bccRecipients) },
    {
      name: mailIdHeader,
      value: propertyOf(message.singleValueExtendedProperties, mailIdProperty) ?? '',
    },
  ];
}

/** People as in an address field of RFC 5322; names stay in UTF-8 (RFC 6532). */
function addressField(people: readonly GraphRecipient[]): string {
  return people
    .map(({ emailAddress }) => {
      const address = oneLine(emailAddress?.address ?? '');
      const name = oneLine(emailAddress?.name ?? '');
      if (address === '') return '';
      return name === '' || name === address ? address : `${quoted(name)} <${address}>`;
    })
    .filter((person) => person !== '')
    .join(', ');
}

function quoted(name: string): string {
  return `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}
