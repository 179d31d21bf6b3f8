import type { Person } from '../../domain/address/person.ts';
import { openSource, type Source } from '../../domain/bounce/reader/source.ts';
import type { DraftId, MessageId } from '../../domain/ids.ts';
import { messageId } from '../../domain/ids.ts';
import { parseAddressList } from '../../domain/message/address-list.ts';
import { decodeEncodedWords } from '../../domain/message/encoded-word.ts';
import {
  fieldValue,
  isShownText,
  leavesOf,
  type MimePart,
} from '../../domain/message/mime/mime-part.ts';
import { contentOf, textOf } from '../../domain/message/mime/part-content.ts';
import { readMime } from '../../domain/message/mime/read-mime.ts';
import { fieldsOf, parseTemplate, type TemplatePart } from '../../domain/template/merge-fields.ts';
import type { WholeDraft } from '../ports/mailbox.ts';
import { groupOfFile, type KeptList, readKeptList } from './kept-list.ts';
import { templateOfHtml } from './template-of-html.ts';

/** How the subject of the draft begins that we keep a group mail's text and list in. */
export const groupSubject = 'Postrider group mail: ';

/** A text of the draft that is filled in for each recipient. */
export type SourceText = {
  readonly type: 'text/plain' | 'text/html';
  readonly template: readonly TemplatePart[];
};

/** A draft that a group mail is made of, taken apart. */
export type SourceMail = {
  readonly draftId: DraftId;
  readonly messageId: MessageId | null;
  readonly source: Source;
  readonly message: MimePart;
  /** As the draft has it; empty where it names nobody. */
  readonly from: string;
  readonly replyTo: string;
  readonly to: readonly Person[];
  /** As written, merge fields and all. */
  readonly subject: string;
  readonly subjectTemplate: readonly TemplatePart[];
  readonly texts: ReadonlyMap<MimePart, SourceText>;
  /** Merge fields that it asks for. */
  readonly fields: readonly string[];
  /** Those of them without a fallback at some place. */
  readonly needed: readonly string[];
  /** Decoded size of what is attached, bytes. */
  readonly attachmentBytes: number;
  /** The attachment with our list in it, and the list; null in a draft of the rep's own. */
  readonly list: { readonly part: MimePart; readonly kept: KeptList | null } | null;
};

/** A draft taken apart, or in words why it cannot be. */
export type ReadSource =
  | { readonly kind: 'ok'; readonly mail: SourceMail }
  | { readonly kind: 'unreadable'; readonly why: string };

const tooComplex = 'This draft has more parts than a mail can have. Save its text in a new draft.';
const tooLong = 'The text of this draft is too long for a group mail.';

/** Takes a draft apart. */
export function readSourceMail({ id, raw }: WholeDraft): ReadSource {
  const source = openSource(raw, raw.length);
  const message = readMime(source);
  if (message === null) return { kind: 'unreadable', why: tooComplex };
  const written = decodeEncodedWords(fieldValue(message, 'subject'));
  const subject = written.startsWith(groupSubject) ? written.slice(groupSubject.length) : written;
  const subjectTemplate = parseTemplate(subject);
  if (subjectTemplate.kind !== 'parsed') return { kind: 'unreadable', why: tooLong };
  const leaves = leavesOf(message);
  const texts = new Map<MimePart, SourceText>();
  for (const part of leaves) {
    const type = isShownText(part, 'text/html') ? 'text/html' : 'text/plain';
    if (!isShownText(part, type)) continue;
    const text = textOf(source, part);
    const template = type === 'text/html' ? templateOfHtml(text) : parseTemplate(text);
    if (template.kind !== 'parsed') return { kind: 'unreadable', why: tooLong };
    texts.set(part, { type, template: template.parts });
  }
  const list = listIn(source, leaves);
  const all = [
    subjectTemplate.parts,
    ...[...texts.values()].map(({ template }) => template),
  ].flat();
  const needed = all.filter((part) => part.kind === 'field' && part.fallback === null);
  const attached = leaves.filter((part) => !texts.has(part) && part !== list?.part);
  return {
    kind: 'ok',
    mail: {
      draftId: id,
      messageId: messageId(fieldValue(message, 'message-id')),
      source,
      message,
      from: fieldValue(message, 'from'),
      replyTo: fieldValue(message, 'reply-to'),
      to: parseAddressList(fieldValue(message, 'to')),
      subject,
      subjectTemplate: subjectTemplate.parts,
      texts,
      fields: fieldsOf(all),
      needed: fieldsOf(needed),
      attachmentBytes: attached.reduce((sum, part) => sum + contentOf(source, part).length, 0),
      list,
    },
  };
}

function listIn(source: Source, leaves: readonly MimePart[]): SourceMail['list'] {
  for (const part of leaves) {
    const disposition = fieldValue(part, 'content-disposition');
    const named = /filename="?([\w.-]+)/i.exec(disposition)?.[1];
    const group = groupOfFile(part.contentType.parameters.get('name') ?? named ?? '');
    if (group === null) continue;
    return { part, kept: readKeptList(group, textOf(source, part)) };
  }
  return null;
}
