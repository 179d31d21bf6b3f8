import {
  parseTemplate,
  type ParsedTemplate,
  type TemplatePart,
} from '../../domain/template/merge-fields.ts';

/** A field in a link as mail programs write it, who percent-encode braces. */
const encodedField = /%7B%7B([^%"'<>]{1,64})%7D%7D/gi;

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** A space inside of a field, as editors write it. */
const fieldWithSpaces = /\{\{[^{}<>]{1,300}\}\}/g;

/** Takes HTML of a mail program apart. A fallback stands in it as HTML; it is given as the text that it means. */
export function templateOfHtml(html: string): ParsedTemplate {
  const plain = html
    .replaceAll(encodedField, '{{$1}}')
    .replaceAll(fieldWithSpaces, (field) => field.replaceAll('&nbsp;', ' '));
  const parsed = parseTemplate(plain);
  if (parsed.kind !== 'parsed') return parsed;
  return { kind: 'parsed', parts: parsed.parts.map(withPlainFallback) };
}

function withPlainFallback(part: TemplatePart): TemplatePart {
  if (part.kind === 'text' || part.fallback === null) return part;
  return { kind: 'field', name: part.name, fallback: unescaped(part.fallback) };
}

/** HTML as the text that it shows, roughly, where a mail has no plain text. */
export function textOfHtml(html: string): string {
  const lines = html
    .replaceAll(/<(style|script|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|tr|li|h[1-6])\s*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '');
  return unescaped(lines).trim();
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity);
}
