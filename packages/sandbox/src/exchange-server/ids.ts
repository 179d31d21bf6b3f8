import type { ExchangeItem, ExchangeMailbox } from '../exchange/mailbox.ts';
import { EwsError } from './ews-error.ts';
import type { XmlNode } from './xml/read.ts';
import { element, type XmlElement } from './xml/write.ts';

// An id names its mailbox and folder too, so a moved item has another one (Microsoft Learn, "EWS identifiers in Exchange").
const PREFIX = 'AAMkAD';

const encoded = (parts: readonly string[]): string =>
  `${PREFIX}${Buffer.from(parts.join('\n'), 'utf8').toString('base64')}`;

const decoded = (id: string): readonly string[] => {
  if (!/^AAMkAD[A-Za-z0-9+/]+={0,2}$/.test(id))
    throw new EwsError('ErrorInvalidIdMalformed', 'Id is malformed.');
  return Buffer.from(id.slice(PREFIX.length), 'base64').toString('utf8').split('\n');
};

/** The Id of an item where it is now. */
export const itemIdOf = (mailbox: ExchangeMailbox, item: ExchangeItem): string =>
  encoded(['item', mailbox.address, item.folderId, item.id]);

/** An item's Id and ChangeKey. */
export const itemIdElement = (mailbox: ExchangeMailbox, item: ExchangeItem): XmlElement =>
  element('t:ItemId', { Id: itemIdOf(mailbox, item), ChangeKey: item.changeKey });

/** A folder's Id. */
export const folderIdOf = (mailbox: ExchangeMailbox, folderId: string): string =>
  encoded(['folder', mailbox.address, folderId]);

const notFound = (): EwsError =>
  new EwsError('ErrorItemNotFound', 'The specified object was not found in the store.');

/** The item that an ItemId names, and the ChangeKey in it. An id from before a move names nothing any more. */
export const itemNamedBy = (
  mailbox: ExchangeMailbox,
  node: XmlNode,
): { readonly item: ExchangeItem; readonly changeKey: string | undefined } => {
  const { Id = '', ChangeKey: changeKey } = node.attributes;
  if (Id === '') throw new EwsError('ErrorInvalidIdEmpty', 'Id must be non-empty.');
  const [kind, address, folderId, id = ''] = decoded(Id);
  if (kind !== 'item') throw new EwsError('ErrorInvalidIdMalformed', 'Id is malformed.');
  if (address !== mailbox.address) throw notFound();
  if (changeKey !== undefined && !/^[A-Za-z0-9+/_=-]{8,}$/.test(changeKey))
    throw new EwsError('ErrorInvalidChangeKey', 'The change key is invalid.');
  const item = mailbox.find(id);
  if (!item || item.folderId !== folderId) throw notFound();
  return { item, changeKey };
};

/** The folder that a FolderId names; undefined for another mailbox's. */
export const folderNamedById = (mailbox: ExchangeMailbox, node: XmlNode): string | undefined => {
  const [kind, address, folderId] = decoded(node.attributes['Id'] ?? '');
  return kind === 'folder' && address === mailbox.address ? folderId : undefined;
};
