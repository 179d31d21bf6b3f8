import { dateField, writeMessage } from '../../mail/write-message.ts';
import type { SyncContact, SyncMessage } from '../sync/sync-message.ts';
import { htmlToText } from './html-to-text.ts';

/** A mail to be written as Gmail's compose window writes it. */
export type ComposedMail = Pick<
  SyncMessage,
  'to' | 'cc' | 'bcc' | 'subject' | 'html' | 'inReplyTo'
>;

/** The whole message, bytes and all: plain text and HTML side by side. */
export function writeComposedMail(
  mail: ComposedMail,
  options: {
    readonly from: SyncContact;
    /** Epoch ms. */
    readonly at: number;
    /** With its brackets. */
    readonly messageId: string;
    /** Message-IDs of the thread so far, oldest first, with their brackets. */
    readonly references: readonly string[];
  },
): Promise<Buffer> {
  const { from, at, messageId, references } = options;
  return writeMessage({
    type: 'multipart/alternative',
    headers: {
      From: addressField([from]),
      ...recipientFields(mail),
      Subject: mail.subject,
      Date: dateField(at),
      'Message-ID': messageId,
      ...(mail.inReplyTo === null
        ? {}
        : { 'In-Reply-To': mail.inReplyTo, References: references.join(' ') }),
    },
    parts: [
      { type: 'text/plain; charset=utf-8', content: htmlToText(mail.html) },
      { type: 'text/html; charset=utf-8', content: mail.html },
    ],
  });
}

function recipientFields({ to, cc, bcc }: ComposedMail): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries({ To: to, Cc: cc, Bcc: bcc })
      .filter(([, people]) => people.length > 0)
      .map(([field, people]) => [field, addressField(people)]),
  );
}

function addressField(people: readonly SyncContact[]): string {
  return people
    .map(({ name, address }) =>
      name === null || name === ''
        ? address
        : `"${name.replaceAll(/["\\\r\n]/g, '')}" <${address}>`,
    )
    .join(', ');
}
