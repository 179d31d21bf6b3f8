import { mailboxesOf } from '../../mail/addresses.ts';
import { messageIdsIn, type Header } from '../../mail/headers.ts';
import { folderIdElement } from '../folders.ts';
import { itemIdElement } from '../ids.ts';
import { element, type XmlElement } from '../xml/write.ts';
import { bodyElement } from './body.ts';
import { attachmentsOf, headerText, transportHeaders, type ItemView } from './item-view.ts';
import { authorElement, displayNames, peopleElement } from './people.ts';
import { scalarText, type Scalar } from './scalar.ts';

/** How a request wants its items. */
export type Asked = {
  readonly by: 'FindItem' | 'GetItem';
  readonly bodyType: string | undefined;
};

/** A property that has an element of its own. */
export type Field = {
  readonly uri: string;
  readonly element: string;
  /** The smallest shape that holds it. `asked`: none does. */
  readonly shape: 'IdOnly' | 'Default' | 'AllProperties' | 'asked';
  /** What FindItem makes of it: the same, nothing, or an error (Microsoft Learn, "FindItem operation"). */
  readonly find: 'same' | 'nothing' | 'error';
  readonly scalar?: (view: ItemView) => Scalar | null;
  readonly write: (view: ItemView, asked: Asked) => readonly XmlElement[];
};

type Place = Pick<Field, 'shape' | 'find'>;

const usual: Place = { shape: 'Default', find: 'same' };
const wide: Place = { shape: 'AllProperties', find: 'same' };
const getOnly: Place = { shape: 'AllProperties', find: 'nothing' };

const simple = (uri: string, place: Place, scalar: (view: ItemView) => Scalar | null): Field => {
  const name = `t:${uri.slice(uri.indexOf(':') + 1)}`;
  return {
    uri,
    element: name,
    ...place,
    scalar,
    write: (view) => {
      const value = scalar(view);
      return value === null ? [] : [element(name, {}, scalarText(value))];
    },
  };
};

const made = (uri: string, place: Place, write: Field['write']): Field => ({
  uri,
  element: `t:${uri.slice(uri.indexOf(':') + 1)}`,
  ...place,
  write,
});

const text = (value: string): Scalar | null => (value === '' ? null : { kind: 'text', value });
const flag = (value: boolean): Scalar => ({ kind: 'flag', value });
const time = (value: number | null): Scalar | null =>
  value === null ? null : { kind: 'time', value };

const bcc = (view: ItemView): readonly XmlElement[] =>
  peopleElement(view, 'bcc', 't:BccRecipients');

/** Header fields as they stand in an answer; nothing where there are none. */
export const headersElement = (headers: readonly Header[]): readonly XmlElement[] =>
  headers.length === 0
    ? []
    : [
        element(
          't:InternetMessageHeaders',
          {},
          ...headers.map(({ name, value }) =>
            element('t:InternetMessageHeader', { HeaderName: name }, value),
          ),
        ),
      ];

/** Every property that is played, in the order of t:MessageType in types.xsd, which answers must keep. */
export const fields: readonly Field[] = [
  made('item:MimeContent', { shape: 'asked', find: 'error' }, ({ item }) => [
    element('t:MimeContent', { CharacterSet: 'UTF-8' }, item.raw.toString('base64')),
  ]),
  made('item:ItemId', { shape: 'IdOnly', find: 'same' }, ({ mailbox, item }) => [
    itemIdElement(mailbox, item),
  ]),
  made('item:ParentFolderId', wide, ({ mailbox, item }) => [
    folderIdElement(mailbox, item.folderId, 't:ParentFolderId'),
  ]),
  simple('item:ItemClass', wide, ({ item }) => text(item.messageClass)),
  simple('item:Subject', usual, (view) => text(headerText(view, 'Subject'))),
  simple('item:Sensitivity', usual, () => text('Normal')),
  made('item:Body', { shape: 'Default', find: 'error' }, (view, { bodyType }) => [
    bodyElement(view, bodyType),
  ]),
  simple('item:DateTimeReceived', wide, ({ item }) => time(item.receivedAt)),
  simple('item:Size', usual, ({ item }) => ({ kind: 'number', value: item.raw.length })),
  made('item:Categories', wide, ({ item }) =>
    item.categories.length === 0
      ? []
      : [
          element(
            't:Categories',
            {},
            ...item.categories.map((name) => element('t:String', {}, name)),
          ),
        ],
  ),
  simple('item:Importance', wide, () => text('Normal')),
  simple('item:InReplyTo', wide, (view) => text(headerText(view, 'In-Reply-To'))),
  simple('item:IsSubmitted', wide, ({ item, showsSubmitted }) =>
    flag(item.heldUntil !== null && showsSubmitted),
  ),
  simple('item:IsDraft', wide, ({ item }) => flag(item.isDraft)),
  simple('item:IsFromMe', wide, ({ mailbox, item }) =>
    flag(mailboxesOf(item.raw, ['from'])[0]?.address.toLowerCase() === mailbox.address),
  ),
  made('item:InternetMessageHeaders', { shape: 'AllProperties', find: 'error' }, (view) =>
    headersElement(transportHeaders(view)),
  ),
  simple('item:DateTimeSent', usual, ({ item }) => time(item.sentAt ?? item.createdAt)),
  simple('item:DateTimeCreated', usual, ({ item }) => time(item.createdAt)),
  simple('item:DisplayCc', wide, (view) => text(displayNames(view, 'cc'))),
  simple('item:DisplayTo', wide, (view) => text(displayNames(view, 'to'))),
  simple('item:HasAttachments', usual, (view) => flag(attachmentsOf(view).length > 0)),
  simple('item:LastModifiedTime', wide, ({ item }) => time(item.modifiedAt)),
  made('item:ConversationId', wide, ({ item }) => [
    element('t:ConversationId', { Id: item.conversationId }),
  ]),
  made('message:Sender', usual, (view, { by }) =>
    authorElement(view, 't:Sender', by === 'GetItem'),
  ),
  made('message:ToRecipients', { ...getOnly, shape: 'Default' }, (view) =>
    peopleElement(view, 'to', 't:ToRecipients'),
  ),
  made('message:CcRecipients', { ...getOnly, shape: 'Default' }, (view) =>
    peopleElement(view, 'cc', 't:CcRecipients'),
  ),
  made('message:BccRecipients', getOnly, bcc),
  simple('message:ConversationTopic', wide, (view) =>
    text(headerText(view, 'Subject').replace(/^(?:\s*(?:re|fw|fwd|aw|wg)\s*:)+\s*/i, '')),
  ),
  made('message:From', usual, (view, { by }) => authorElement(view, 't:From', by === 'GetItem')),
  simple('message:InternetMessageId', wide, ({ item }) => text(item.messageId)),
  simple('message:IsRead', usual, ({ item }) => flag(item.isRead)),
  simple('message:References', wide, (view) =>
    text(messageIdsIn(headerText(view, 'References')).join(' ')),
  ),
  made('message:ReplyTo', getOnly, (view) => peopleElement(view, 'reply-to', 't:ReplyTo')),
];

const byUri = new Map(fields.map((field) => [field.uri, field]));

/** A property by its FieldURI; undefined for what is not played. */
export const fieldAt = (uri: string): Field | undefined => byUri.get(uri);
