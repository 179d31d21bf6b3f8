import type { Source } from '../../bounce/reader/source.ts';
import { base64Lines, base64TextLines } from '../encode-header.ts';
import type { MimePart, RawField } from './mime-part.ts';
import { contentOf } from './part-content.ts';

/** What is put in a leaf's place: text, or nothing. */
export type Replacement =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gone' };

/** Which leaves are replaced; null = it stays as it is. */
export type Replace = (part: MimePart) => Replacement | null;

/** The fields of a message that speak of its content; the others are its envelope. */
const contentField = /^content-/;

/**
 * Writes a message's content again, CRLF line ends: its own content fields, an empty line and the body. What is not
 * replaced keeps its bytes; text that is takes the place in UTF-8 and base64. A multipart that is left with one part
 * becomes that part.
 */
export function writeMime(source: Source, message: MimePart, replace: Replace): string {
  const whole = withoutGone(message, replace) ?? { ...message, body: emptyBody };
  const fields = whole.fields.filter(({ name }) => contentField.test(name));
  return writePart(source, whole, fields, replace);
}

const emptyBody = { kind: 'leaf', at: 0, end: 0 } as const;

function withoutGone(part: MimePart, replace: Replace): MimePart | null {
  if (part.body.kind === 'leaf') return replace(part)?.kind === 'gone' ? null : part;
  const parts = part.body.parts
    .map((child) => withoutGone(child, replace))
    .filter((child) => child !== null);
  const [only] = parts;
  if (only === undefined) return null;
  const isThinned = parts.length < part.body.parts.length;
  return isThinned && parts.length === 1 ? only : { ...part, body: { ...part.body, parts } };
}

function writePart(
  source: Source,
  part: MimePart,
  fields: readonly RawField[],
  replace: Replace,
): string {
  const { body } = part;
  if (body.kind === 'multipart') {
    const parts = body.parts.map((child) => writePart(source, child, child.fields, replace));
    const delimiter = `--${body.boundary}`;
    const inside = parts.map((text) => `${delimiter}\r\n${text}\r\n`).join('');
    return `${head(fields)}${inside}${delimiter}--\r\n`;
  }
  const replaced = replace(part);
  if (replaced?.kind === 'text') return textPart(part, fields, replaced.text);
  const text = source.text.slice(body.at, body.end);
  const mayFlow =
    linesAreForm.test(part.encoding) || /^(?:text|message)\//.test(part.contentType.type);
  if (passesAsItIs(text) && (mayFlow || !bareLineEnd.test(text)))
    return `${head(fields)}${text.replaceAll(/\r?\n|\r/g, '\r\n')}`;
  const encoded = base64Lines(contentOf(source, part)).join('\r\n');
  return `${head([...without(fields, ['content-transfer-encoding']), base64Field])}${encoded}`;
}

function textPart({ contentType }: MimePart, fields: readonly RawField[], text: string): string {
  // How its lines flow belongs to the text (RFC 3676).
  const flow = ['format', 'delsp'].flatMap((name) => {
    const value = contentType.parameters.get(name) ?? '';
    return /^\w+$/.test(value) ? [`; ${name}=${value}`] : [];
  });
  const type = `Content-Type: ${contentType.type}; charset=utf-8${flow.join('')}`;
  const others = without(fields, ['content-type', 'content-transfer-encoding']);
  const lines = base64TextLines(text);
  return `${head([{ name: 'content-type', text: type }, ...others, base64Field])}${lines.join('\r\n')}`;
}

/** Where line ends are no content, or any line end means the same. */
const linesAreForm = /^(?:base64|quoted-printable)$/;

const bareLineEnd = /\r(?!\n)|(?<!\r)\n/;

const base64Field: RawField = {
  name: 'content-transfer-encoding',
  text: 'Content-Transfer-Encoding: base64',
};

/** Seven bits, and no line that a server would break (RFC 5321 section 4.5.3.1.6: 998 characters). */
function passesAsItIs(text: string): boolean {
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    line = code === 10 ? 0 : line + 1;
    if (code === 0 || code > 126 || line > 998) return false;
  }
  return true;
}

function without(fields: readonly RawField[], names: readonly string[]): readonly RawField[] {
  return fields.filter(({ name }) => !names.includes(name));
}

function head(fields: readonly RawField[]): string {
  return `${fields.map(({ text }) => `${text}\r\n`).join('')}\r\n`;
}
