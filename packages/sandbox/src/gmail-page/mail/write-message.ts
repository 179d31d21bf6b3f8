import { createTransport } from 'nodemailer';

import type { SyncContact, SyncMessage } from '../sync/sync-message.ts';
import { htmlToText } from './html-to-text.ts';

const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The whole message as Gmail's page would write it: plain text and HTML, a Message-ID of Gmail's kind. */
export async function writeMessage(
  message: SyncMessage,
  options: {
    readonly from: SyncContact;
    readonly date: Date;
    /** With its brackets. */
    readonly messageId: string;
    /** Message-IDs of the thread so far, oldest first, with their brackets. */
    readonly references: readonly string[];
  },
): Promise<Buffer> {
  const { from, date, messageId, references } = options;
  const info = await transport.sendMail({
    from: mailAddress(from),
    to: message.to.map(mailAddress),
    cc: message.cc.map(mailAddress),
    bcc: message.bcc.map(mailAddress),
    subject: message.subject,
    date,
    messageId,
    ...(message.inReplyTo === null
      ? {}
      : { inReplyTo: message.inReplyTo, references: [...references] }),
    text: htmlToText(message.html),
    html: message.html,
    // What comes from the page stays data: no file or URL is ever read in its name.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(info.message)) throw new Error('The message was not written to a buffer.');
  return info.message;
}

function mailAddress({ address, name }: SyncContact): { name: string; address: string } {
  return { name: name ?? '', address };
}
