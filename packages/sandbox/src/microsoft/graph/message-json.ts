import { createHash } from 'node:crypto';

import { escapeHtml } from '../../mail/escape-html.ts';
import { headersOf } from '../../mail/headers.ts';
import { htmlToText } from '../../mail/html-to-text.ts';
import { folderIdOf, messageIdOf } from './ids.ts';
import { isOwnMail, propertyOf, writtenProperty } from './mail/properties.ts';
import { previewOf, readMail, type MailBody, type Person } from './mail/read-mail.ts';
import type { Json, ViewedItem } from './view.ts';

/** A time as Graph writes it: whole seconds, so that what is read back may lie before the instant itself. */
export const graphTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const recipient = ({ name, address }: Person): Json => ({ emailAddress: { name, address } });

const recipients = (people: readonly Person[]): readonly Json[] => people.map(recipient);

const asHtml = (text: string): string =>
  `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div class="PlainText">${escapeHtml(text).replaceAll(/\r?\n/g, '<br>\r\n')}</div></body></html>`;

const bodyIn = ({ bodyType, item }: ViewedItem): MailBody => {
  const { body } = readMail(item.raw);
  if (bodyType === 'text' && body.contentType === 'html')
    return { contentType: 'text', content: htmlToText(body.content) };
  const asWritten = body.contentType === 'html' || bodyType === 'text' || item.isDraft;
  return asWritten ? body : { contentType: 'html', content: asHtml(body.content) };
};

const ofMail =
  <Part>(pick: (mail: ReturnType<typeof readMail>) => Part) =>
  ({ item }: ViewedItem): Part =>
    pick(readMail(item.raw));

const timeOf = (pick: (item: ViewedItem['item']) => number) => (view: ViewedItem) =>
  graphTime(pick(view.item));

// PidTagConversationIndex: a header of five bytes of time and a name of the conversation ([MS-OXOMSG] 2.2.1.3).
const conversationIndex = ({ item }: ViewedItem): string =>
  Buffer.concat([
    Buffer.from([1]),
    createHash('sha256').update(item.conversationId).digest().subarray(0, 21),
  ]).toString('base64');

const webLink = (view: ViewedItem): string =>
  `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(messageIdOf(view.item, view.immutable))}&exvsurl=1&viewmodel=ReadMessageItem`;

/** Each property of a message and how it is read, in the order in which Graph writes them. Undefined is left out. */
export const messageProperties: Readonly<Record<string, (view: ViewedItem) => unknown>> = {
  createdDateTime: timeOf((item) => item.createdAt),
  lastModifiedDateTime: timeOf((item) => item.modifiedAt),
  changeKey: ({ item }) => item.changeKey,
  categories: ({ item }) => item.categories,
  receivedDateTime: timeOf((item) => item.receivedAt),
  sentDateTime: timeOf((item) => item.sentAt ?? item.createdAt),
  hasAttachments: ofMail(({ files }) => files.some(({ isInline }) => !isInline)),
  internetMessageId: ({ item }) => item.messageId,
  subject: ofMail(({ subject }) => subject),
  bodyPreview: ofMail(({ body }) => previewOf(body)),
  importance: ofMail(({ importance }) => importance),
  parentFolderId: ({ item }) => folderIdOf({ id: item.folderId }),
  conversationId: ({ item }) => item.conversationId,
  conversationIndex,
  isDeliveryReceiptRequested: ({ item }) => (item.isDraft ? null : false),
  isReadReceiptRequested: () => false,
  isRead: ({ item }) => item.isRead,
  isDraft: ({ item }) => item.isDraft,
  webLink,
  inferenceClassification: () => 'focused',
  body: bodyIn,
  sender: ofMail(({ sender }) => (sender ? recipient(sender) : undefined)),
  from: ofMail(({ from }) => (from ? recipient(from) : undefined)),
  toRecipients: ofMail(({ to }) => recipients(to)),
  ccRecipients: ofMail(({ cc }) => recipients(cc)),
  bccRecipients: ofMail(({ bcc }) => recipients(bcc)),
  replyTo: ofMail(({ replyTo }) => recipients(replyTo)),
  flag: () => ({ flagStatus: 'notFlagged' }),
  uniqueBody: bodyIn,
  internetMessageHeaders: ({ mailbox, item, switches }) =>
    switches.headersOfOwnMail === 'hidden' && isOwnMail(mailbox, item)
      ? undefined
      : headersOf(item.raw).map(({ name, value }) => ({ name, value })),
};

/** Only there where they are asked for by name. */
const onlyBySelect = new Set(['internetMessageHeaders', 'uniqueBody']);

/** What of a message is wanted: properties (null = the usual ones), and extended properties in canonical form. */
export type Wanted = {
  readonly select: readonly string[] | null;
  readonly extended: readonly string[];
  readonly attachments: boolean;
};

/** A message in JSON. */
export const messageJson = (
  view: ViewedItem,
  { select, extended }: Pick<Wanted, 'select' | 'extended'>,
): Json => {
  const names = select ?? Object.keys(messageProperties).filter((name) => !onlyBySelect.has(name));
  const values = names
    .filter((name) => name !== 'id')
    .map((name) => [name, messageProperties[name]?.(view)] as const)
    .filter(([, value]) => value !== undefined);
  const properties = extended.flatMap((id) => {
    const value = propertyOf(view.mailbox, view.item, id, view.switches);
    return value === undefined ? [] : [{ id: writtenProperty(id), value }];
  });
  return {
    '@odata.etag': `W/"${view.item.changeKey}"`,
    id: messageIdOf(view.item, view.immutable),
    ...Object.fromEntries(values),
    ...(properties.length > 0 ? { singleValueExtendedProperties: properties } : {}),
  };
};
