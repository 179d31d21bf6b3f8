import { withTopHeaders, withoutHeader } from '../../../mail/edit-headers.ts';
import { headersOf, type Header } from '../../../mail/headers.ts';
import { htmlToText } from '../../../mail/html-to-text.ts';
import { dateField, writeMessage, type PartToWrite } from '../../../mail/write-message.ts';
import type { Mail, MailFile, Person } from './read-mail.ts';

/** The fields that are written anew from what Graph knows of a mail. */
const managed = new Set([
  'subject',
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'importance',
  'date',
  'mime-version',
]);

const addressField = (people: readonly Person[]): string =>
  people
    .map(({ name, address }) =>
      name === '' || name === address
        ? address
        : `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}" <${address}>`,
    )
    .join(', ');

const words = ({ body }: Mail): PartToWrite =>
  body.contentType === 'text'
    ? { type: 'text/plain; charset=utf-8', content: body.content }
    : {
        type: 'multipart/alternative',
        parts: [
          { type: 'text/plain; charset=utf-8', content: htmlToText(body.content) },
          { type: 'text/html; charset=utf-8', content: body.content },
        ],
      };

const filePart = ({ name, contentType, content, isInline, contentId }: MailFile): PartToWrite => ({
  type: contentType,
  content,
  filename: name,
  headers: {
    'Content-Disposition': isInline ? 'inline' : 'attachment',
    ...(contentType === 'message/rfc822' ? {} : { 'Content-Transfer-Encoding': 'base64' }),
    ...(contentId === null ? {} : { 'Content-ID': `<${contentId}>` }),
  },
});

const content = (mail: Mail): PartToWrite => {
  const inline = mail.files.filter(({ isInline }) => isInline);
  const others = mail.files.filter(({ isInline }) => !isInline);
  const text = words(mail);
  const related: PartToWrite =
    inline.length === 0
      ? text
      : { type: 'multipart/related', parts: [text, ...inline.map(filePart)] };
  return others.length === 0
    ? related
    : { type: 'multipart/mixed', parts: [related, ...others.map(filePart)] };
};

/** Writes a mail, without a Message-ID unless `headers` has one. Date is `at` (epoch ms). */
export const writeMail = async (
  mail: Mail,
  { at, headers = [] }: { readonly at: number; readonly headers?: readonly Header[] },
): Promise<Buffer> => {
  const lists = { To: mail.to, Cc: mail.cc, Bcc: mail.bcc, 'Reply-To': mail.replyTo };
  const raw = await writeMessage({
    ...content(mail),
    headers: {
      ...(mail.from ? { From: addressField([mail.from]) } : {}),
      ...Object.fromEntries(
        Object.entries(lists)
          .filter(([, people]) => people.length > 0)
          .map(([name, people]) => [name, addressField(people)]),
      ),
      Subject: mail.subject,
      Date: dateField(at),
      ...(mail.importance === 'normal' ? {} : { Importance: mail.importance }),
    },
  });
  return withTopHeaders(withoutHeader(raw, 'Message-ID'), headers);
};

/** Writes a mail anew under the fields of its old text that Graph does not manage: Message-ID, References, `x-` fields. */
export const rewriteMail = (mail: Mail, old: Buffer, at: number): Promise<Buffer> =>
  writeMail(mail, {
    at,
    headers: headersOf(old).filter(
      ({ name }) => !managed.has(name.toLowerCase()) && !/^content-/i.test(name),
    ),
  });
