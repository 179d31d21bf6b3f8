import { headerValue, type HeaderField, type Headers } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import type { GraphMessage, GraphRecipient } from './answers.ts';
import { mailIdProperty, messageClass, propertyOf } from './mapi-properties.ts';

/** Message classes of reports ([MS-OXOMSG] 2.2.2, [MS-OXCMAIL] 2.1.3.4) and of automatic answers, and the header each had on the wire. */
const classes: readonly (readonly [form: RegExp, field: HeaderField])[] = [
  [
    /^report\..{1,100}\.(?:ndr|dr|delayed\.dr|relayed\.dr|expanded\.dr)$/i,
    { name: 'Content-Type', value: 'multipart/report; report-type=delivery-status' },
  ],
  [
    /^report\..{1,100}\.(?:ipnrn|ipnnrn)$/i,
    { name: 'Content-Type', value: 'multipart/report; report-type=disposition-notification' },
  ],
  [
    /^ipm\.note\.rules\.(?:oof|external\.oof|reply)template/i,
    { name: 'Auto-Submitted', value: 'auto-replied' },
  ],
];

/**
 * A message's headers: those it has, what its own properties say where a header is missing (mail in Sent has hardly any
 * headers), and what its message class says of a report.
 */
export function headersOf(message: GraphMessage): Headers {
  const given = message.internetMessageHeaders.filter(({ name }) => name !== '');
  const added = propertiesAsHeaders(message).filter(
    ({ name, value }) => value !== '' && headerValue(given, name) === null,
  );
  return [...classHeaders(message, given), ...given, ...added];
}

function classHeaders(message: GraphMessage, given: Headers): Headers {
  const known = propertyOf(message.singleValueExtendedProperties, messageClass) ?? '';
  const found = classes.find(([form]) => form.test(known))?.[1];
  if (found === undefined) return [];
  // Its own Content-Type says more, where there is one of that kind.
  const own = headerValue(given, found.name)?.trim().toLowerCase() ?? '';
  return own.startsWith('multipart/report') || own.startsWith('auto-') ? [] : [found];
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
