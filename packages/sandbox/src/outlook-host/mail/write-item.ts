import { withoutHeader } from '../../mail/edit-headers.ts';
import { htmlToText } from '../../mail/html-to-text.ts';
import type { PartToWrite } from '../../mail/write-message.ts';
import { dateField, writeMessage } from '../../mail/write-message.ts';
import type { AttachmentData, ComposedItem, Person } from '../page-data.ts';

/** The whole message, bytes and all, as Outlook hands it to Exchange. */
export async function writeItem(
  item: ComposedItem,
  context: {
    /** The mailbox's owner: Sender, where the mail is from somebody else (RFC 5322 section 3.6.2). */
    readonly owner: Person;
    /** Epoch ms. */
    readonly at: number;
    /** With its brackets; Exchange makes one where it is null. */
    readonly messageId: string | null;
  },
): Promise<Buffer> {
  const { owner, at, messageId } = context;
  const onBehalf = item.from.address.toLowerCase() !== owner.address.toLowerCase();
  const raw = await writeMessage({
    ...withFiles(item),
    headers: {
      From: addressField([item.from]),
      ...(onBehalf ? { Sender: addressField([owner]) } : {}),
      ...recipientFields(item),
      Subject: item.subject,
      Date: dateField(at),
      ...(messageId === null ? {} : { 'Message-ID': messageId }),
      ...(item.inReplyTo === null
        ? {}
        : { 'In-Reply-To': item.inReplyTo, References: item.references.join(' ') }),
      ...item.headers,
    },
  });
  // The writer invents one where none is given.
  return messageId === null ? withoutHeader(raw, 'Message-ID') : raw;
}

function withFiles(item: ComposedItem): PartToWrite {
  const inline = item.attachments.filter(({ contentId }) => contentId !== null);
  const files = item.attachments.filter(({ contentId }) => contentId === null);
  const text = textOf(item);
  const related: PartToWrite =
    inline.length === 0
      ? text
      : { type: 'multipart/related', parts: [text, ...inline.map(filePart)] };
  return files.length === 0
    ? related
    : { type: 'multipart/mixed', parts: [related, ...files.map(filePart)] };
}

function textOf({ bodyType, body }: ComposedItem): PartToWrite {
  if (bodyType === 'text') return { type: 'text/plain; charset=utf-8', content: body };
  return {
    type: 'multipart/alternative',
    parts: [
      { type: 'text/plain; charset=utf-8', content: htmlToText(body) },
      { type: 'text/html; charset=utf-8', content: body },
    ],
  };
}

function filePart({ name, type, contentId, base64 }: AttachmentData): PartToWrite {
  return {
    type,
    filename: name,
    content: Buffer.from(base64, 'base64'),
    headers: {
      // Whatever its type: the bytes stay as they are.
      'Content-Transfer-Encoding': 'base64',
      ...(contentId === null
        ? { 'Content-Disposition': 'attachment' }
        : { 'Content-Disposition': 'inline', 'Content-Id': `<${contentId}>` }),
    },
  };
}

function recipientFields({ to, cc, bcc }: ComposedItem): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries({ To: to, Cc: cc, Bcc: bcc })
      .filter(([, people]) => people.length > 0)
      .map(([field, people]) => [field, addressField(people)]),
  );
}

function addressField(people: readonly Person[]): string {
  return people
    .map(({ name, address }) =>
      name === '' || name === address
        ? address
        : `"${name.replaceAll(/["\\\r\n]/g, '')}" <${address}>`,
    )
    .join(', ');
}
