import { htmlToText } from '../../mail/html-to-text.ts';
import type { PartToWrite } from '../../mail/write-message.ts';
import { dateField, writeMessage } from '../../mail/write-message.ts';
import type { SyncContact, SyncMessage } from '../sync/sync-message.ts';
import { sealedPart } from './protected-mail.ts';

/** A mail to be written as Gmail's compose window writes it. */
export type ComposedMail = Pick<
  SyncMessage,
  'to' | 'cc' | 'bcc' | 'subject' | 'html' | 'inReplyTo'
> &
  Partial<Pick<SyncMessage, 'plainText' | 'protection'>>;

/** The whole message, bytes and all: plain text and HTML side by side, or what the modes of the compose window make of them. */
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
    ...contentOf(mail),
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
  });
}

function contentOf({ html, plainText = null, protection }: ComposedMail): PartToWrite {
  if (protection === 'client-side') return sealedPart(html.length);
  if (plainText !== null) return { type: 'text/plain; charset=utf-8', content: plainText };
  return {
    type: 'multipart/alternative',
    parts: [
      { type: 'text/plain; charset=utf-8', content: htmlToText(html) },
      { type: 'text/html; charset=utf-8', content: html },
    ],
  };
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
