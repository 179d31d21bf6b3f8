import type { ContentType } from '../../bounce/reader/content-type.ts';

/** A header field as it stands: its whole text with its folds, without the last line end. */
export type RawField = { readonly name: string; readonly text: string };

/** One part of a message, or the message itself: offsets are into the source that it was read from. */
export type MimePart = {
  readonly fields: readonly RawField[];
  readonly contentType: ContentType;
  /** Content-Transfer-Encoding, lower case; empty = none. */
  readonly encoding: string;
  readonly body:
    | { readonly kind: 'leaf'; readonly at: number; readonly end: number }
    | {
        readonly kind: 'multipart';
        readonly boundary: string;
        readonly parts: readonly MimePart[];
      };
};

/** The value of a part's field, unfolded; empty where there is none. */
export function fieldValue({ fields }: Pick<MimePart, 'fields'>, name: string): string {
  const text = fields.find((field) => field.name === name)?.text ?? '';
  return text
    .slice(text.indexOf(':') + 1)
    .replaceAll(/\r?\n[ \t]*/g, ' ')
    .trim();
}

/** Whether a part is text that people read, of this kind, and no attachment (RFC 2183). */
export function isShownText(part: MimePart, type: 'text/plain' | 'text/html'): boolean {
  return (
    part.body.kind === 'leaf' &&
    part.contentType.type === type &&
    !/^attachment\b/i.test(fieldValue(part, 'content-disposition')) &&
    !part.contentType.parameters.has('name')
  );
}

/** All parts of a message that hold something, in their order. */
export function leavesOf(part: MimePart): readonly MimePart[] {
  return part.body.kind === 'leaf' ? [part] : part.body.parts.flatMap(leavesOf);
}
