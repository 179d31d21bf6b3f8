import PostalMime from 'postal-mime';
import type { Address, Attachment } from 'postal-mime';

import type { StoredMessage } from '../../accounts.ts';
import { htmlToText } from '../../mail/html-to-text.ts';
import type { MessageContent, Person } from '../page-data.ts';

const reads = new WeakMap<StoredMessage, Promise<MessageContent>>();

/** A stored message as the page shows it. Read once per stored message: stored messages never change. */
export function readMessage(stored: StoredMessage): Promise<MessageContent> {
  const known = reads.get(stored);
  if (known !== undefined) return known;
  const reading = parse(stored.raw);
  reads.set(stored, reading);
  return reading;
}

async function parse(raw: Buffer): Promise<MessageContent> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  const text = mail.text ?? (mail.html === undefined ? '' : htmlToText(mail.html));
  return {
    from: people(mail.from)[0] ?? { name: '', address: '' },
    to: mail.to?.flatMap(people) ?? [],
    cc: mail.cc?.flatMap(people) ?? [],
    bcc: mail.bcc?.flatMap(people) ?? [],
    subject: mail.subject ?? '',
    html: mail.html === undefined ? null : withInlineImages(mail.html, mail.attachments),
    text,
    snippet: text.replaceAll(/\s+/g, ' ').trim().slice(0, 180),
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? null,
    references: (mail.references ?? '').split(/\s+/).filter(Boolean),
    attachments: mail.attachments.flatMap(({ filename, disposition, contentId }) =>
      filename !== null && disposition === 'attachment' && contentId === undefined
        ? [filename]
        : [],
    ),
  };
}

// Pictures that the mail brings with itself (RFC 2392), as the icon of Gmail's own notices.
function withInlineImages(html: string, attachments: readonly Attachment[]): string {
  return attachments.reduce((changed, { contentId, mimeType, content }) => {
    if (contentId === undefined || !/^image\/(?:png|jpeg|gif)$/.test(mimeType)) return changed;
    if (typeof content === 'string') return changed;
    const data = Buffer.from(new Uint8Array(content)).toString('base64');
    return changed.replaceAll(
      `cid:${contentId.replaceAll(/[<>]/g, '')}`,
      `data:${mimeType};base64,${data}`,
    );
  }, html);
}

function people(entry: Address | undefined): readonly Person[] {
  if (entry === undefined) return [];
  if (entry.group !== undefined) return entry.group.flatMap(people);
  return [{ name: entry.name, address: entry.address ?? '' }];
}
