import PostalMime from 'postal-mime';
import type { Address, Attachment } from 'postal-mime';

import type { ExchangeItem } from '../../exchange/mailbox.ts';
import { headersOf, splitMessage } from '../../mail/headers.ts';
import { htmlToText } from '../../mail/html-to-text.ts';
import { withWindowsLetters } from '../../mail/windows-1252.ts';
import type { AttachmentData, MessageData, Person, RowData } from '../page-data.ts';
import { deferredSendTime } from './properties.ts';

/** A stored item as the page shows it; `addinId` is how add-ins know it. */
export async function readItem(item: ExchangeItem, addinId: string): Promise<MessageData> {
  const mail = await PostalMime.parse(item.raw, { attachmentEncoding: 'arraybuffer' });
  const html = mail.html === undefined ? undefined : withWindowsLetters(mail.html);
  const deferred = item.properties[deferredSendTime];
  return {
    id: item.id,
    addinId,
    isDraft: item.isDraft,
    isHeld: item.heldUntil !== null,
    itemClass: item.messageClass,
    conversationId: item.conversationId,
    messageId: item.messageId,
    inReplyTo: mail.inReplyTo ?? null,
    references: (mail.references ?? '').split(/\s+/).filter(Boolean),
    from: people(mail.from)[0] ?? { name: '', address: '' },
    to: mail.to?.flatMap(people) ?? [],
    cc: mail.cc?.flatMap(people) ?? [],
    bcc: mail.bcc?.flatMap(people) ?? [],
    subject: mail.subject ?? '',
    html: html ?? null,
    text: withWindowsLetters(mail.text ?? (html === undefined ? '' : htmlToText(html))),
    attachments: mail.attachments.map(attachment),
    rawHeaders: splitMessage(item.raw).head.toString('latin1'),
    ownHeaders: Object.fromEntries(
      headersOf(item.raw)
        .filter(({ name }) => /^x-/i.test(name))
        .map(({ name, value }) => [name.toLowerCase(), value]),
    ),
    createdAt: item.createdAt,
    modifiedAt: item.modifiedAt,
    at: item.receivedAt,
    deferUntil: deferred === undefined ? null : Date.parse(deferred),
  };
}

/** A stored item as a row of a list. */
export async function readRow(item: ExchangeItem, namesRecipients: boolean): Promise<RowData> {
  const mail = await readItem(item, '');
  const named = namesRecipients ? [...mail.to, ...mail.cc, ...mail.bcc] : [mail.from];
  return {
    id: item.id,
    who: named.map(({ name, address }) => name || address).join('; '),
    subject: mail.subject,
    preview: mail.text.replaceAll(/\s+/g, ' ').trim().slice(0, 140),
    at: item.sentAt ?? item.receivedAt,
    unread: !item.isRead,
    isDraft: item.isDraft,
    heldUntil: item.heldUntil,
  };
}

function people(entry: Address | undefined): readonly Person[] {
  if (entry === undefined) return [];
  if (entry.group !== undefined) return entry.group.flatMap(people);
  return [{ name: entry.name, address: entry.address ?? '' }];
}

function attachment(
  { filename, mimeType, contentId, disposition, content }: Attachment,
  place: number,
): AttachmentData {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return {
    id: `att${place + 1}`,
    name: filename ?? `attachment-${place + 1}`,
    type: mimeType,
    isInline: disposition === 'inline' || contentId !== undefined,
    contentId: contentId?.replaceAll(/[<>]/g, '') ?? null,
    base64: Buffer.from(bytes).toString('base64'),
  };
}
