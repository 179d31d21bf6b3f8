import type { Person } from '../../domain/address/person.ts';
import type { MailId } from '../../domain/ids.ts';
import { parseAddressList } from '../../domain/message/address-list.ts';
import { encodedWords, oneLine } from '../../domain/message/encode-header.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import type { MimePart } from '../../domain/message/mime/mime-part.ts';
import { type Replacement, writeMime } from '../../domain/message/mime/write-mime.ts';
import { mergeHeader, mergeText } from '../../domain/template/merge-fields.ts';
import { mergeHtml } from '../../domain/template/merge-html.ts';
import type { Recipient } from './recipient.ts';
import type { SourceMail } from './source-mail.ts';
import { textOfHtml } from './template-of-html.ts';

/** A mail to one recipient. */
export type PersonalMail = {
  /** Finished RFC 5322 message, CRLF line ends; Date and Message-ID are the provider's. */
  readonly raw: string;
  readonly subject: string;
  /** The plain text, or what the HTML shows where there is none. */
  readonly text: string;
  /** Fields that had neither a value nor a fallback, or stood where no value can be put. */
  readonly missing: readonly string[];
};

/**
 * Writes the draft to one recipient: fields filled in, attachments and inline images as they are, our list left out. Of
 * the draft's header only From and Reply-To are taken, so that nobody else is written to.
 */
export function personalise(
  mail: SourceMail,
  { person, fields }: Recipient,
  mailId: MailId,
): PersonalMail {
  const values = new Map(Object.entries(fields));
  const subject = mergeHeader(mail.subjectTemplate, values);
  const missing = new Set(subject.missing);
  const texts = new Map<MimePart, string>();
  for (const [part, { type, template }] of mail.texts) {
    const merged = type === 'text/html' ? mergeHtml(template, values) : mergeText(template, values);
    for (const name of merged.missing) missing.add(name);
    texts.set(part, merged.text);
  }
  const replace = (part: MimePart): Replacement | null => {
    if (part === mail.list?.part) return { kind: 'gone' };
    const text = texts.get(part);
    return text === undefined ? null : { kind: 'text', text };
  };
  const head = [
    ...(mail.from === '' ? [] : [`From: ${asWritten(mail.from)}`]),
    ...(mail.replyTo === '' ? [] : [`Reply-To: ${asWritten(mail.replyTo)}`]),
    `To: ${addressee(person)}`,
    `Subject: ${encodedWords(oneLine(subject.text))}`,
    `${mailIdHeader}: ${mailId}`,
    'MIME-Version: 1.0',
  ];
  const content = writeMime(mail.source, mail.message, replace);
  return {
    raw: `${head.join('\r\n')}\r\n${content}${content.endsWith('\r\n') ? '' : '\r\n'}`,
    subject: subject.text,
    text: shown(mail, texts),
    missing: [...missing],
  };
}

/** A field of the draft as it stands, or written anew where it is not in ASCII. */
function asWritten(value: string): string {
  if (/^[\x20-\x7E]*$/.test(value)) return value;
  return parseAddressList(value).map(addressee).join(',\r\n ');
}

/** A person as an address field names them (RFC 5322 section 3.4). */
function addressee({ address, name }: Person): string {
  const words = oneLine(name);
  if (words === '') return address;
  const isPlain = /^[\x20-\x7E]*$/.test(words);
  const quoted = `"${words.replaceAll(/["\\]/g, '\\$&')}"`;
  return `${isPlain && quoted.length < 60 ? quoted : encodedWords(words, 'always')}\r\n <${address}>`;
}

function shown({ texts }: SourceMail, merged: ReadonlyMap<MimePart, string>): string {
  const all = [...texts].map(([part, { type }]) => ({ type, text: merged.get(part) ?? '' }));
  const plain = all.find(({ type }) => type === 'text/plain');
  return plain?.text ?? textOfHtml(all[0]?.text ?? '');
}
