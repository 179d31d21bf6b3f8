import type { ExchangeItem, ExchangeMailbox } from '../../../exchange/mailbox.ts';
import { withHeader } from '../../../mail/edit-headers.ts';
import { badRequest } from '../errors.ts';
import type { MailInput } from './mail-input.ts';
import { headerNamedBy } from './properties.ts';
import { readMail, type Mail } from './read-mail.ts';
import { rewriteMail, writeMail } from './write-mail.ts';

const empty: Mail = {
  subject: '',
  from: null,
  sender: null,
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  importance: 'normal',
  body: { contentType: 'text', content: '' },
  files: [],
};

/** Properties that are something else too: a header field, the class of the item. */
const applyProperties = (
  mailbox: ExchangeMailbox,
  item: ExchangeItem,
  { properties, messageId }: MailInput,
): ExchangeItem => {
  if (Object.keys(properties).length === 0 && messageId === undefined) return item;
  let raw =
    messageId === undefined || !item.isDraft
      ? item.raw
      : withHeader(item.raw, 'Message-ID', messageId);
  for (const [id, value] of Object.entries(properties)) {
    const field = id === 'String 0x1035' ? 'Message-ID' : headerNamedBy(id);
    if (field !== undefined && item.isDraft) raw = withHeader(raw, field, value);
  }
  const messageClass = properties['String 0x001A'];
  return mailbox.update(item.id, {
    ...(raw === item.raw ? {} : { raw }),
    ...(messageClass === undefined ? {} : { messageClass }),
    properties: { ...item.properties, ...properties },
  });
};

/** A new draft from a caller's JSON. */
export const createDraft = async (
  mailbox: ExchangeMailbox,
  input: MailInput,
  options: { readonly folder: string; readonly at: number; readonly base?: MailInput },
): Promise<ExchangeItem> => {
  const { folder, at, base } = options;
  const raw = await writeMail(
    { ...empty, ...base?.mail, ...input.mail },
    { at, headers: [...(base?.headers ?? []), ...input.headers] },
  );
  const item = mailbox.create(raw, { folder, draft: true, isRead: input.isRead ?? true });
  if (input.categories) mailbox.update(item.id, { categories: input.categories });
  return applyProperties(mailbox, mailbox.find(item.id) ?? item, input);
};

/** Changes a message by a caller's JSON: a draft in all, other mail only in what is no part of it. Throws Graph's 400. */
export const changeMail = async (
  mailbox: ExchangeMailbox,
  item: ExchangeItem,
  input: MailInput,
  at: number,
): Promise<ExchangeItem> => {
  if (input.headers.length > 0)
    throw badRequest(
      'ErrorInvalidPropertySet',
      'internetMessageHeaders can be set only while a message is created.',
    );
  const changesText = Object.keys(input.mail).length > 0 || input.messageId !== undefined;
  if (changesText && !item.isDraft)
    throw badRequest(
      'ErrorInvalidPropertyUpdateSentMessage',
      'Update operation is invalid for property of a sent message.',
    );
  const raw =
    Object.keys(input.mail).length > 0
      ? await rewriteMail({ ...readMail(item.raw), ...input.mail }, item.raw, at)
      : undefined;
  const changed = mailbox.update(item.id, {
    ...(raw === undefined ? {} : { raw }),
    ...(input.isRead === undefined ? {} : { isRead: input.isRead }),
    ...(input.categories === undefined ? {} : { categories: input.categories }),
  });
  return applyProperties(mailbox, changed, input);
};
