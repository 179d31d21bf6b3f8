import type { ExchangeFolder, ExchangeItem, ExchangeMailbox } from '../../exchange/mailbox.ts';
import { malformedId, notFound } from './errors.ts';

const ITEM = 'AAMkAD';
const IMMUTABLE = 'AAkALg';
const FOLDER = 'AQMkAD';
const END = 'AAA=';

const packed = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url');
const unpacked = (id: string, prefix: string): string =>
  Buffer.from(id.slice(prefix.length, -END.length), 'base64url').toString('hex');

/** A message's id: the usual one names the folder too and so changes with each move, the immutable one never does. */
export const messageIdOf = (
  { id, folderId }: Pick<ExchangeItem, 'id' | 'folderId'>,
  immutable: boolean,
): string =>
  immutable ? `${IMMUTABLE}${packed(id)}${END}` : `${ITEM}${packed(folderId + id)}${END}`;

/** A message's id as Outlook's add-ins and EWS have it: the usual one before `convertToRestId` made it fit for an address. */
export const ewsIdOf = (item: Pick<ExchangeItem, 'id' | 'folderId'>): string =>
  messageIdOf(item, false).replaceAll('-', '/').replaceAll('_', '+');

/** The usual id that an EWS id stands for. */
export const restIdOf = (ewsId: string): string => ewsId.replaceAll('/', '-').replaceAll('+', '_');

/** A folder's id. */
export const folderIdOf = ({ id }: Pick<ExchangeFolder, 'id'>): string =>
  `${FOLDER}${packed(id)}${END}`;

/** The root folder's id, which has no folder of its own in the store. */
export const rootFolderId = `${FOLDER}${packed('00'.repeat(12))}${END}`;

/** The message that an id of either form names. Throws ErrorItemNotFound or ErrorInvalidIdMalformed. */
export const messageBy = (mailbox: ExchangeMailbox, id: string): ExchangeItem => {
  if (!id.endsWith(END)) throw malformedId();
  const immutable = id.startsWith(IMMUTABLE);
  if (!immutable && !id.startsWith(ITEM)) throw malformedId();
  const hex = unpacked(id, immutable ? IMMUTABLE : ITEM);
  const item = mailbox.find(hex.slice(-24));
  if (!item || (!immutable && hex !== item.folderId + item.id)) throw notFound();
  return item;
};

/** The folder that a well-known name or an id names. Throws as `messageBy`. */
export const folderBy = (mailbox: ExchangeMailbox, nameOrId: string): ExchangeFolder => {
  const known = mailbox.folders().find(({ wellKnown }) => wellKnown === nameOrId.toLowerCase());
  if (known) return known;
  if (!nameOrId.startsWith(FOLDER) || !nameOrId.endsWith(END)) throw malformedId();
  const folder = mailbox.folder(unpacked(nameOrId, FOLDER));
  if (!folder) throw notFound();
  return folder;
};
