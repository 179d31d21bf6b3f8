import type { ExchangeItem, ExchangeMailbox } from '../../../exchange/mailbox.ts';
import type { ExchangeSwitches } from '../../../exchange/switches.ts';
import { headersOf, rawHeader, splitMessage } from '../../../mail/headers.ts';
import type { GraphSwitches } from '../../switches.ts';
import { badRequest } from '../errors.ts';
import { readMail } from './read-mail.ts';

/** The namespace of header fields among named properties: PS_INTERNET_HEADERS ([MS-OXPROPS] 1.3.2). */
const INTERNET_HEADERS = '{00020386-0000-0000-C000-000000000046}';

const types = [
  'Binary',
  'Boolean',
  'CLSID',
  'Currency',
  'Double',
  'Float',
  'Integer',
  'Long',
  'Short',
  'String',
  'SystemTime',
];

/** An extended property's id in one form, whatever case or zeros it was written with: `SystemTime 0x3FEF`, `String {GUID} Name x`. Throws ErrorInvalidExtendedProperty. */
export const canonicalProperty = (given: string): string => {
  const [, typed = '', rest = ''] = /^\s*(\w+)\s+(.*?)\s*$/.exec(given) ?? [];
  const type = types.find((name) => name.toLowerCase() === typed.toLowerCase());
  const tag = /^0x([\da-f]{1,4})$/i.exec(rest);
  if (type && tag) return `${type} 0x${(tag[1] ?? '').toUpperCase().padStart(4, '0')}`;
  const named = /^(\{[\da-f-]{36}\})\s+(Name|Id)\s+(.+)$/i.exec(rest);
  if (!type || !named)
    throw badRequest(
      'ErrorInvalidExtendedProperty',
      'The extended property attribute combination is invalid.',
    );
  const [, guid = '', kind = '', name = ''] = named;
  return `${type} ${guid.toUpperCase()} ${/^name$/i.test(kind) ? 'Name' : 'Id'} ${name}`;
};

/** The same id as Graph writes it back: a tag's digits small and without leading zeros ("SystemTime 0x3fef", "String 0x1a"). */
export const writtenProperty = (canonical: string): string => {
  const [, type = '', digits = ''] = /^(\w+) 0x(.+)$/.exec(canonical) ?? [];
  return type === '' ? canonical : `${type} 0x${parseInt(digits, 16).toString(16)}`;
};

/** The name of the header field that a property stands for; undefined where it is no such property. */
export const headerNamedBy = (canonical: string): string | undefined =>
  canonical.startsWith(`String ${INTERNET_HEADERS} Name `)
    ? canonical.slice(`String ${INTERNET_HEADERS} Name `.length)
    : undefined;

const seconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

// PidTagMessageFlags ([MS-OXCMSG] 2.2.1.6).
const flagsOf = (item: ExchangeItem, submittedShown: boolean): number =>
  (item.isRead ? 0x1 : 0) +
  (item.heldUntil !== null && submittedShown ? 0x4 : 0) +
  (item.isDraft ? 0x8 : 0) +
  (readMail(item.raw).files.length > 0 ? 0x10 : 0);

/** Did the mail begin in this mailbox? Then it has no header of transport: drafts and what stands in Sent Items. */
export const isOwnMail = (
  { address, aliases }: ExchangeMailbox,
  { isDraft, raw }: ExchangeItem,
): boolean =>
  isDraft ||
  (rawHeader(raw, 'Received') === undefined &&
    [address, ...aliases].includes(readMail(raw).from?.address.toLowerCase() ?? address));

/** An extended property of an item, as text; undefined where it has none. */
export const propertyOf = (
  mailbox: ExchangeMailbox,
  item: ExchangeItem,
  canonical: string,
  switches: GraphSwitches & Pick<ExchangeSwitches, 'submittedFlag'>,
): string | undefined => {
  const field = headerNamedBy(canonical);
  if (field !== undefined) {
    if (switches.headerProperties === 'hidden') return undefined;
    return headersOf(item.raw).find(({ name }) => name.toLowerCase() === field.toLowerCase())
      ?.value;
  }
  switch (canonical) {
    case 'String 0x001A':
      return item.messageClass;
    case 'Integer 0x0E07':
      return String(flagsOf(item, switches.submittedFlag === 'readable'));
    case 'SystemTime 0x0E06':
      return seconds(item.receivedAt);
    case 'SystemTime 0x0039':
      return item.sentAt === null ? undefined : seconds(item.sentAt);
    case 'String 0x1035':
      return item.messageId;
    case 'String 0x007D':
      return isOwnMail(mailbox, item) ? undefined : splitMessage(item.raw).head.toString('utf8');
    default:
      return item.properties[canonical]?.replace(/^(\d{4}-\d\d-\d\dT[\d:]+)\.0+Z$/, '$1Z');
  }
};
