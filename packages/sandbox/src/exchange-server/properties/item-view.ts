import type { ExchangeItem, ExchangeMailbox } from '../../exchange/mailbox.ts';
import { mailboxesOf } from '../../mail/addresses.ts';
import { headerOf, headersOf, type Header } from '../../mail/headers.ts';
import { allParts, mimeTree, type MimePart } from '../../mail/mime-tree.ts';

/** An item while a request looks at it. */
export type ItemView = {
  readonly mailbox: ExchangeMailbox;
  readonly item: ExchangeItem;
  /** Whether mfSubmitted is shown for what is held ([doubt], a switch of the store). */
  readonly showsSubmitted: boolean;
  /** Whether mail that began here shows header fields, although it has none of transport ([doubt], a switch). */
  readonly showsOwnHeaders: boolean;
};

/** The header fields that stand for transport's own record: mail that began in this mailbox has none. */
export const transportHeaders = ({
  mailbox,
  item,
  showsOwnHeaders,
}: ItemView): readonly Header[] => {
  const headers = headersOf(item.raw);
  const from = mailboxesOf(item.raw, ['from'])[0]?.address.toLowerCase() ?? mailbox.address;
  const isOwn =
    item.isDraft ||
    (!headers.some(({ name }) => name.toLowerCase() === 'received') &&
      [mailbox.address, ...mailbox.aliases].includes(from));
  return isOwn && !showsOwnHeaders ? [] : headers;
};

/** A header with its encoded words read; empty where there is none. */
export const headerText = ({ item }: ItemView, name: string): string =>
  headerOf(item.raw, name) ?? '';

/** The parts that are no text to be read and no multipart. */
export const attachmentsOf = ({ item }: ItemView): readonly MimePart[] =>
  allParts(mimeTree(item.raw)).filter(
    ({ mimeType, filename }) =>
      !mimeType.startsWith('multipart/') && (filename !== '' || mimeType === 'message/rfc822'),
  );

/** PidTagMessageFlags ([MS-OXCMSG] section 2.2.1.6). */
export const messageFlags = (view: ItemView): number => {
  const { item, showsSubmitted } = view;
  return (
    (item.isRead ? 0x1 : 0) |
    (item.heldUntil !== null && showsSubmitted ? 0x4 : 0) |
    (item.isDraft ? 0x8 : 0) |
    (attachmentsOf(view).length > 0 ? 0x10 : 0)
  );
};
