const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  nbsp: ' ',
  apos: "'",
};

/** The words of an HTML part as plain text: a line for each block, tags dropped. For reading only, never to be shown. */
export function htmlToText(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open === -1 ? html.length : open);
    if (open === -1) break;
    const close = html.indexOf('>', open);
    if (close === -1) break;
    const tag = /^\/?([a-z0-9]{1,10})/i.exec(html.slice(open + 1, open + 13))?.[1]?.toLowerCase();
    // An address in brackets that was not escaped is text, not a tag.
    if (html.slice(open, close).includes('@') && tag !== 'a') text += html.slice(open, close + 1);
    else if (tag !== undefined && lineTags.has(tag)) text += '\n';
    at = tag === 'style' || tag === 'script' ? endOf(html, tag, close) : close + 1;
  }
  return text.replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/g, (whole, code?: string, name?: string) => {
    if (code !== undefined) return codePoint(Number(code)) ?? whole;
    return entities[name ?? ''] ?? whole;
  });
}

const lineTags = new Set([
  'br',
  'p',
  'div',
  'tr',
  'li',
  'td',
  'table',
  'h1',
  'h2',
  'h3',
  'pre',
  'hr',
  'ul',
]);

function codePoint(code: number): string | null {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function endOf(html: string, tag: string, from: number): number {
  const end = html.indexOf(`</${tag}`, from);
  if (end !== -1) return end;
  const upper = html.indexOf(`</${tag.toUpperCase()}`, from);
  return upper === -1 ? html.length : upper;
}
