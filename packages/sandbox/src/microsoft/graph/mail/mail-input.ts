import type { Header } from '../../../mail/headers.ts';
import { badRequest } from '../errors.ts';
import type { Json } from '../view.ts';
import { canonicalProperty } from './properties.ts';
import type { Mail, MailFile, Person } from './read-mail.ts';

/** What a caller's JSON says of a message. */
export type MailInput = {
  /** What it says of the text; what it does not name is left out. */
  readonly mail: Partial<Mail>;
  readonly headers: readonly Header[];
  /** With its brackets. */
  readonly messageId?: string;
  /** By canonical id. */
  readonly properties: Readonly<Record<string, string>>;
  readonly isRead?: boolean;
  readonly categories?: readonly string[];
};

const wrong = (name: string): Error =>
  badRequest(
    'RequestBodyRead',
    `A value of an unexpected type was found for the property '${name}'.`,
  );

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const record = (value: unknown, name: string): Json => {
  if (!isRecord(value)) throw wrong(name);
  return value;
};

const list = (value: unknown, name: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw wrong(name);
  return value;
};

const text = (value: unknown, name: string): string => {
  if (typeof value !== 'string') throw wrong(name);
  return value;
};

const person = (value: unknown, name: string): Person => {
  const { address, name: called = '' } = record(record(value, name)['emailAddress'], name);
  return { address: text(address, name), name: text(called, name) };
};

const people = (value: unknown, name: string): readonly Person[] =>
  list(value, name).map((one) => person(one, name));

/** A file from an attachment's JSON. Throws Graph's 400. */
export const fileFrom = (value: unknown): MailFile => {
  const given = record(value, 'attachments');
  if (given['@odata.type'] !== '#microsoft.graph.fileAttachment')
    throw badRequest(
      'ErrorInvalidRequest',
      'Only attachments of type microsoft.graph.fileAttachment are taken here.',
    );
  const { name, contentType, contentBytes = '', isInline = false, contentId = null } = given;
  return {
    name: text(name, 'name'),
    contentType: typeof contentType === 'string' ? contentType : 'application/octet-stream',
    content: Buffer.from(text(contentBytes, 'contentBytes'), 'base64'),
    isInline: isInline === true,
    contentId: typeof contentId === 'string' ? contentId : null,
  };
};

const headersFrom = (value: unknown): readonly Header[] => {
  const headers = list(value, 'internetMessageHeaders').map((one) => {
    const { name, value: content } = record(one, 'internetMessageHeaders');
    return { name: text(name, 'name'), value: text(content, 'value') };
  });
  for (const { name } of headers)
    if (!/^x-/i.test(name))
      throw badRequest(
        'InvalidInternetMessageHeader',
        `The internet message header name '${name}' should start with 'x-' or 'X-'.`,
      );
  if (headers.length > 5)
    throw badRequest(
      'InvalidInternetMessageHeaderCollection',
      'Maximum number of headers in one message should be less than or equal to 5.',
    );
  return headers;
};

const propertiesFrom = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    list(value, 'singleValueExtendedProperties').map((one) => {
      const { id, value: content } = record(one, 'singleValueExtendedProperties');
      const canonical = canonicalProperty(text(id, 'id'));
      const written = text(content, 'value');
      if (canonical.startsWith('SystemTime ') && Number.isNaN(Date.parse(written)))
        throw badRequest(
          'ErrorInvalidExtendedPropertyValue',
          'The extended property value is invalid.',
        );
      return [canonical, written];
    }),
  );

const bodyFrom = (value: unknown): Mail['body'] => {
  const { contentType = 'text', content = '' } = record(value, 'body');
  const type = text(contentType, 'contentType').toLowerCase();
  if (type !== 'text' && type !== 'html') throw wrong('contentType');
  return { contentType: type, content: text(content, 'content') };
};

const importanceFrom = (value: unknown): Mail['importance'] => {
  const importance = text(value, 'importance').toLowerCase();
  if (importance !== 'low' && importance !== 'normal' && importance !== 'high')
    throw wrong('importance');
  return importance;
};

const mailReaders: Readonly<Record<string, (value: unknown) => Partial<Mail>>> = {
  subject: (value) => ({ subject: text(value, 'subject') }),
  body: (value) => ({ body: bodyFrom(value) }),
  importance: (value) => ({ importance: importanceFrom(value) }),
  from: (value) => ({ from: person(value, 'from') }),
  sender: (value) => ({ sender: person(value, 'sender') }),
  toRecipients: (value) => ({ to: people(value, 'toRecipients') }),
  ccRecipients: (value) => ({ cc: people(value, 'ccRecipients') }),
  bccRecipients: (value) => ({ bcc: people(value, 'bccRecipients') }),
  replyTo: (value) => ({ replyTo: people(value, 'replyTo') }),
  attachments: (value) => ({ files: list(value, 'attachments').map(fileFrom) }),
};

/** Taken and not kept: nothing here depends on them. */
const unkept = new Set([
  'flag',
  'inferenceClassification',
  'isDeliveryReceiptRequested',
  'isReadReceiptRequested',
]);

const others: ReadonlySet<string> = new Set([
  'internetMessageHeaders',
  'singleValueExtendedProperties',
  'isRead',
  'categories',
  'internetMessageId',
]);

/** Reads a message's JSON. Throws Graph's 400 for what cannot be set or is of a wrong type. */
export const mailInputFrom = (given: Json): MailInput => {
  const entries = Object.entries(given).filter(([name]) => !name.includes('@'));
  for (const [name] of entries)
    if (!(name in mailReaders) && !unkept.has(name) && !others.has(name))
      throw badRequest('ErrorInvalidPropertySet', `The property '${name}' cannot be set.`);
  const { internetMessageHeaders, singleValueExtendedProperties, isRead, categories } = given;
  const { internetMessageId } = given;
  return {
    mail: Object.assign({}, ...entries.map(([name, value]) => mailReaders[name]?.(value) ?? {})),
    headers: internetMessageHeaders === undefined ? [] : headersFrom(internetMessageHeaders),
    ...(internetMessageId === undefined
      ? {}
      : { messageId: text(internetMessageId, 'internetMessageId') }),
    properties:
      singleValueExtendedProperties === undefined
        ? {}
        : propertiesFrom(singleValueExtendedProperties),
    ...(typeof isRead === 'boolean' ? { isRead } : {}),
    ...(categories === undefined
      ? {}
      : { categories: list(categories, 'categories').map((one) => text(one, 'categories')) }),
  };
};
