/** One piece of a text with merge fields. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `{{name|fallback}}`; a fallback of null means that the field must have a value. */
  | { readonly kind: 'field'; readonly name: string; readonly fallback: string | null };

/** A text taken apart, or why it cannot be. */
export type ParsedTemplate =
  | { readonly kind: 'parsed'; readonly parts: readonly TemplatePart[] }
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'too-many-fields'; readonly max: number };

/** Values by the field's name as written in the template, lower case. What stands in them is data and never read as a template. */
export type FieldValues = ReadonlyMap<string, string>;

/** A text with its fields filled in, and the fields that had neither a value nor a fallback. */
export type Merged = { readonly text: string; readonly missing: readonly string[] };

/** Two megabytes of text are a mistake, not a mail. */
const maxLength = 2_000_000;

const maxFields = 10_000;

/** A name as people write column heads: letters, digits, spaces, `_`, `-` and `.`, at most 64 characters. */
const field =
  /\{\{ {0,8}([\p{L}\p{N}_](?:[\p{L}\p{N}_ .-]{0,62}[\p{L}\p{N}_.-])?) {0,8}(?:\|([^{}]{0,200}))?\}\}/gu;

/** Takes a text apart; braces that are no field stay as they are. */
export function parseTemplate(text: string): ParsedTemplate {
  if (text.length > maxLength) return { kind: 'too-long', max: maxLength };
  const parts: TemplatePart[] = [];
  let readTo = 0;
  let fields = 0;
  for (const match of text.matchAll(field)) {
    fields += 1;
    if (fields > maxFields) return { kind: 'too-many-fields', max: maxFields };
    if (match.index > readTo) parts.push({ kind: 'text', text: text.slice(readTo, match.index) });
    parts.push({
      kind: 'field',
      name: fieldName(match[1] ?? ''),
      fallback: match[2]?.trim() ?? null,
    });
    readTo = match.index + match[0].length;
  }
  if (readTo < text.length) parts.push({ kind: 'text', text: text.slice(readTo) });
  return { kind: 'parsed', parts };
}

/** The one form in which names are compared: `First name`, `first_name` and `FIRST-NAME` are the same field. */
export function fieldName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/gu, '_');
}

/** The names that a template asks for, each once, in the order in which they first stand. */
export function fieldsOf(parts: readonly TemplatePart[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => (part.kind === 'field' ? [part.name] : [])))];
}

/** The value of a field: an empty one counts as none; null where there is none and no fallback. */
export function valueOf(
  { name, fallback }: Extract<TemplatePart, { readonly kind: 'field' }>,
  values: FieldValues,
): string | null {
  const value = values.get(name)?.trim() ?? '';
  return value === '' ? fallback : value;
}

/** Fills in plain text: values keep their lines. */
export function mergeText(parts: readonly TemplatePart[], values: FieldValues): Merged {
  return merge(parts, values, (value) => withoutControls(value));
}

/** Fills in a header such as Subject: no value can end the line and begin another header (RFC 5322 section 2.2). */
export function mergeHeader(parts: readonly TemplatePart[], values: FieldValues): Merged {
  return merge(parts, values, (value) => withoutControls(value).replaceAll(/\s+/gu, ' '));
}

function merge(
  parts: readonly TemplatePart[],
  values: FieldValues,
  safe: (value: string) => string,
): Merged {
  const missing = new Set<string>();
  const text = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    const value = valueOf(part, values);
    if (value === null) missing.add(part.name);
    return safe(value ?? '');
  });
  return { text: text.join(''), missing: [...missing] };
}

/** Without control characters but tab and line ends (Unicode category Cc), and without what turns the reading direction. */
function withoutControls(value: string): string {
  return value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu, '');
}
