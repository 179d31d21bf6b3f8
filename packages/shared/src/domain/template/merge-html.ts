import { type FieldValues, type Merged, type TemplatePart, valueOf } from './merge-fields.ts';

/**
 * Fills in HTML. A value is always text: in the body it is escaped; at the start of a link it must be a whole address by
 * http or https, further on it is percent-encoded; in any other place inside a tag it could become code, so it is left
 * out and named among the missing.
 */
export function mergeHtml(parts: readonly TemplatePart[], values: FieldValues): Merged {
  const missing = new Set<string>();
  let html = '';
  let openTag: string | null = null;
  for (const part of parts) {
    if (part.kind === 'text') {
      html += part.text;
      openTag = tagAfter(openTag, part.text);
      continue;
    }
    const value = valueOf(part, values);
    const safe = value === null ? null : openTag === null ? asText(value) : asLink(openTag, value);
    if (safe === null) {
      missing.add(part.name);
      continue;
    }
    html += safe;
    if (openTag !== null) openTag += safe;
  }
  return { text: html, missing: [...missing] };
}

/** The tag that is open at the end of a text (from `<` on), or null: between tags. */
function tagAfter(before: string | null, text: string): string | null {
  let tag = before;
  let quote = tag === null ? null : quoteIn(tag);
  for (const character of text) {
    if (tag === null) {
      if (character === '<') tag = '<';
      continue;
    }
    if (quote === null && character === '>') {
      tag = null;
      continue;
    }
    tag += character;
    if (quote === character) quote = null;
    else if (quote === null && (character === '"' || character === "'")) quote = character;
  }
  return tag;
}

function quoteIn(tag: string): string | null {
  let quote: string | null = null;
  for (const character of tag) {
    if (quote === character) quote = null;
    else if (quote === null && (character === '"' || character === "'")) quote = character;
  }
  return quote;
}

function asText(value: string): string {
  return escapeHtml(value).replaceAll(/\r\n?|\n/g, '<br>');
}

/** An attribute `href` or `src` whose value has begun in quotes: what stands in it so far. */
const linkSoFar = /\s(?:href|src)\s*=\s*(?:"([^"]*)|'([^']*))$/i;

function asLink(openTag: string, value: string): string | null {
  const match = linkSoFar.exec(openTag);
  if (match === null) return null;
  const soFar = match[1] ?? match[2] ?? '';
  if (soFar.trim() !== '') return encodeURIComponent(value).replaceAll("'", '%27');
  return isWebAddress(value) ? escapeHtml(new URL(value).href) : null;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
