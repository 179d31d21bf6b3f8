import { withHeader } from '../mail/edit-headers.ts';
import { rawHeader } from '../mail/headers.ts';
import { dateField, writeMessage } from '../mail/write-message.ts';
import { EwsError } from './ews-error.ts';
import type { Place } from './operations/operation.ts';
import { childAt, childOf, type XmlNode } from './xml/read.ts';

/** A person in an answer or request, as a header field has it. */
const person = (mailbox: XmlNode): string => {
  const [name, address] = ['Name', 'EmailAddress'].map(
    (part) => childOf(mailbox, part)?.text.trim() ?? '',
  );
  return name ? `"${name.replaceAll(/["\r\n]/g, '')}" <${address}>` : `${address}`;
};

/** A list of recipients as a header field has it; undefined where the request has none. */
export const peopleField = (node: XmlNode | undefined): string | undefined =>
  node && node.children.length > 0 ? node.children.map(person).join(', ') : undefined;

const fields = [
  ['To', 'ToRecipients'],
  ['Cc', 'CcRecipients'],
  ['Bcc', 'BccRecipients'],
  ['Reply-To', 'ReplyTo'],
] as const;

const headersIn = (node: XmlNode): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  const subject = childOf(node, 'Subject')?.text;
  if (subject !== undefined) found['Subject'] = subject.replaceAll(/[\r\n]+/g, ' ');
  const from = childAt(node, 'From', 'Mailbox');
  if (from) found['From'] = person(from);
  for (const [header, name] of fields) {
    const people = peopleField(childOf(node, name));
    if (people !== undefined) found[header] = people;
  }
  return found;
};

const fromMime = (content: XmlNode): Buffer => {
  const text = content.text.replaceAll(/\s+/g, '');
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0)
    throw new EwsError(
      'ErrorMimeContentInvalidBase64String',
      'The MIME content is not a valid base64 string.',
    );
  return Buffer.from(text, 'base64');
};

/** The message that a Message element describes: its MimeContent, with what else is said on top; or its single properties. */
export const mimeOf = async (node: XmlNode, { mailbox, clock }: Place): Promise<Buffer> => {
  const author = `"${mailbox.name.replaceAll('"', '')}" <${mailbox.address}>`;
  const mime = childOf(node, 'MimeContent');
  const headers = headersIn(node);
  if (mime) {
    let raw = fromMime(mime);
    for (const [name, value] of Object.entries(headers)) raw = withHeader(raw, name, value);
    return rawHeader(raw, 'From') === undefined ? withHeader(raw, 'From', author) : raw;
  }
  const body = childOf(node, 'Body');
  const type = body?.attributes['BodyType'] === 'HTML' ? 'text/html' : 'text/plain';
  const messageId = childOf(node, 'InternetMessageId')?.text.trim();
  const raw = await writeMessage({
    type: `${type}; charset=UTF-8`,
    headers: {
      From: author,
      ...headers,
      Date: dateField(clock()),
      // Not to be invented by whoever writes: the store gives every message its own.
      'Message-ID': messageId ?? '<invented@invalid>',
    },
    content: body?.text ?? '',
  });
  return messageId === undefined
    ? Buffer.from(raw.toString('latin1').replace(/^Message-ID: .*\r\n/im, ''), 'latin1')
    : raw;
};
