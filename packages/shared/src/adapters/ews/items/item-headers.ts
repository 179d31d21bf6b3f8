import { headersOfClass } from '../../../domain/bounce/message-class.ts';
import { readHeaderBlock } from '../../../domain/bounce/reader/header-block.ts';
import type { HeaderField, Headers } from '../../../domain/message/headers.ts';
import { mailIdHeader } from '../../../domain/message/mail-id-header.ts';
import { mapi } from '../requests/properties.ts';
import { childOf, childText, type XmlElement } from '../xml/element.ts';
import { extendedValue, type EwsItem } from './ews-item.ts';

/**
 * An item's header fields. What came from outside has them as they came (PidTagTransportMessageHeaders); what was written
 * in this mailbox never had any, so they are made from its properties. That Exchange calls it a report is said as well.
 */
export function headersOf(item: EwsItem): Headers {
  const received = extendedValue(item, mapi.transportHeaders) ?? '';
  const { headers } = readHeaderBlock(received, 0, received.length, new Set());
  const own = headers.length > 0 ? headers : writtenHeaders(item);
  return [...headersOfClass(item.itemClass, own), ...own];
}

/** Whether an item came in by transport: mail that was written here has no headers of its own. */
export function wasReceived(item: EwsItem): boolean {
  return (extendedValue(item, mapi.transportHeaders) ?? '') !== '';
}

/** To, Cc and Bcc as Exchange counts them: a group once. */
export function recipientCount({ element }: EwsItem): number {
  return recipientLists.reduce(
    (count, { list }) => count + (childOf(element, list)?.children.length ?? 0),
    0,
  );
}

const recipientLists = [
  { header: 'To', list: 'ToRecipients' },
  { header: 'Cc', list: 'CcRecipients' },
  { header: 'Bcc', list: 'BccRecipients' },
] as const;

function writtenHeaders(item: EwsItem): Headers {
  const { element, internetMessageId, sentAt, receivedAt } = item;
  const at = sentAt ?? receivedAt;
  const from = childOf(childOf(element, 'From'), 'Mailbox');
  return [
    ...fieldOf('From', from === undefined ? null : addressText(from)),
    ...recipientLists.flatMap(({ header, list }) =>
      fieldOf(header, peopleText(childOf(element, list))),
    ),
    ...fieldOf('Subject', childText(element, 'Subject')),
    ...fieldOf('Message-ID', internetMessageId),
    ...fieldOf('In-Reply-To', childText(element, 'InReplyTo')),
    ...fieldOf('References', childText(element, 'References')),
    ...fieldOf('Date', at === null ? null : new Date(at).toUTCString()),
    ...fieldOf(mailIdHeader, extendedValue(item, mapi.mailId)),
  ];
}

function fieldOf(name: string, value: string | null): readonly HeaderField[] {
  // A header of our own making stays one line, whatever stands in a subject.
  const line = (value ?? '').replaceAll(/[\r\n]+/g, ' ').trim();
  return line === '' ? [] : [{ name, value: line }];
}

function peopleText(list: XmlElement | undefined): string {
  return (list?.children ?? []).map(addressText).filter(Boolean).join(', ');
}

/** `"Name" <address>`; people who have no internet address (`/O=…`, RoutingType EX) are left out. */
function addressText(mailbox: XmlElement): string {
  const address = childText(mailbox, 'EmailAddress') ?? '';
  if (!/^[^\s<>,;"]+@[^\s<>,;"]+$/.test(address)) return '';
  const name = (childText(mailbox, 'Name') ?? '').replaceAll(/["\\\r\n]/g, ' ').trim();
  return name === '' || name === address ? `<${address}>` : `"${name}" <${address}>`;
}
