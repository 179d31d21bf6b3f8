import type { ExchangeItem } from '../../../exchange/mailbox.ts';
import { malformedId, notFound } from '../errors.ts';
import { readMail, type MailFile } from '../mail/read-mail.ts';
import { graphTime } from '../message-json.ts';
import type { Json } from '../view.ts';

const PREFIX = 'AAMkATT';

/** The id of a message's n-th file. */
export const attachmentIdOf = ({ id }: ExchangeItem, index: number): string =>
  `${PREFIX}${Buffer.from(`${id} ${index}`).toString('base64url')}=`;

/** The file that an attachment's id names. Throws Graph's 404 or 400. */
export const attachmentBy = (
  item: ExchangeItem,
  id: string,
): { readonly file: MailFile; readonly index: number } => {
  if (!id.startsWith(PREFIX)) throw malformedId();
  const [itemId, number] = Buffer.from(id.slice(PREFIX.length, -1), 'base64url')
    .toString()
    .split(' ');
  const index = Number(number);
  const file = readMail(item.raw).files[index];
  if (itemId !== item.id || !file) throw notFound();
  return { file, index };
};

/** An attachment in JSON; a list has its bytes too, unless `$select` leaves them out. */
export const attachmentJson = (
  item: ExchangeItem,
  index: number,
  file: MailFile,
  select: readonly string[] | null = null,
): Json => {
  const isMail = file.contentType === 'message/rfc822';
  const all: Json = {
    lastModifiedDateTime: graphTime(item.modifiedAt),
    name: file.name,
    contentType: isMail ? null : file.contentType,
    size: file.content.length,
    isInline: file.isInline,
    ...(isMail
      ? {}
      : {
          contentId: file.contentId,
          contentLocation: null,
          contentBytes: file.content.toString('base64'),
        }),
  };
  return {
    '@odata.type': isMail ? '#microsoft.graph.itemAttachment' : '#microsoft.graph.fileAttachment',
    ...(isMail ? {} : { '@odata.mediaContentType': file.contentType }),
    id: attachmentIdOf(item, index),
    ...Object.fromEntries(
      Object.entries(all).filter(([name]) => select === null || select.includes(name)),
    ),
  };
};
