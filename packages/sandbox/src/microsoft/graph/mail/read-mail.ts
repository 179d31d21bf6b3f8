import { mailboxesOf } from '../../../mail/addresses.ts';
import { headerOf } from '../../../mail/headers.ts';
import { htmlToText } from '../../../mail/html-to-text.ts';
import { mimeTree, textOf, type MimePart } from '../../../mail/mime-tree.ts';

/** A name and an address; the name is the address where there is none. */
export type Person = { readonly name: string; readonly address: string };

/** A file in a mail. */
export type MailFile = {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly isInline: boolean;
  readonly contentId: string | null;
};

/** The words of a mail in the form in which they were written. */
export type MailBody = { readonly contentType: 'text' | 'html'; readonly content: string };

/** What Graph makes of a message's text. */
export type Mail = {
  readonly subject: string;
  readonly from: Person | null;
  readonly sender: Person | null;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly replyTo: readonly Person[];
  readonly importance: 'low' | 'normal' | 'high';
  readonly body: MailBody;
  readonly files: readonly MailFile[];
};

const fieldOf = (part: MimePart, name: string): string =>
  part.headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';

const isFile = (part: MimePart): boolean =>
  /^\s*attachment/i.test(fieldOf(part, 'content-disposition')) ||
  part.filename !== '' ||
  !/^text\/(?:plain|html)$/.test(part.mimeType);

const fileOf = (part: MimePart): MailFile => {
  const contentId = fieldOf(part, 'content-id').replaceAll(/[<>\s]/g, '');
  return {
    name: part.filename === '' ? part.mimeType.replaceAll(/.*\//g, '') : part.filename,
    contentType: part.mimeType,
    content: part.content,
    isInline: /^\s*inline/i.test(fieldOf(part, 'content-disposition')),
    contentId: contentId === '' ? null : contentId,
  };
};

// A message inside a message is one file, whatever stands in it.
const leaves = (part: MimePart): readonly MimePart[] =>
  part.mimeType.startsWith('multipart/') ? part.parts.flatMap(leaves) : [part];

const bodyOf = (parts: readonly MimePart[]): MailBody => {
  const html = parts.find((part) => part.mimeType === 'text/html');
  const text = parts.find((part) => part.mimeType === 'text/plain');
  if (html) return { contentType: 'html', content: textOf(html) };
  return { contentType: 'text', content: text ? textOf(text) : '' };
};

const read = (raw: Buffer): Mail => {
  const parts = leaves(mimeTree(raw));
  const people = (...names: string[]): readonly Person[] =>
    mailboxesOf(raw, names).map(({ name, address }) => ({ name: name || address, address }));
  const importance = (headerOf(raw, 'Importance') ?? '').toLowerCase();
  const [from = null] = people('from');
  return {
    subject: headerOf(raw, 'Subject') ?? '',
    from,
    sender: people('sender')[0] ?? from,
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    replyTo: people('reply-to'),
    importance: importance === 'low' || importance === 'high' ? importance : 'normal',
    body: bodyOf(parts.filter((part) => !isFile(part))),
    files: parts.filter(isFile).map(fileOf),
  };
};

const seen = new WeakMap<Buffer, Mail>();

/** Reads a message's text; the same text is read once. */
export const readMail = (raw: Buffer): Mail => {
  const before = seen.get(raw);
  if (before) return before;
  const mail = read(raw);
  seen.set(raw, mail);
  return mail;
};

/** The first words of a body, as bodyPreview has them. */
export const previewOf = ({ contentType, content }: MailBody): string =>
  (contentType === 'html' ? htmlToText(content) : content).trim().slice(0, 255);
