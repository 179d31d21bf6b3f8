const kept = new Set(
  'A B BLOCKQUOTE BR CODE DIV EM FONT H1 H2 H3 HR I LI OL P PRE S SPAN STRIKE STRONG SUB SUP TABLE TBODY TD TH THEAD TR U UL'.split(
    ' ',
  ),
);
const dropped = new Set(
  'SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED SVG MATH TITLE NOSCRIPT'.split(' '),
);
const maxDepth = 60;

/** HTML of a mail with nothing left that runs, loads or styles the page: the allowed tags, and links to the web. */
export function harmlessHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const holder = document.createElement('div');
  holder.append(...copies(parsed.body, 0));
  return holder.innerHTML;
}

function copies(parent: Element, depth: number): readonly Node[] {
  if (depth > maxDepth) return [];
  return [...parent.childNodes].flatMap((node): readonly Node[] => {
    if (node instanceof Text) return [new Text(node.data)];
    if (!(node instanceof Element) || dropped.has(node.tagName.toUpperCase())) return [];
    const inner = copies(node, depth + 1);
    if (!kept.has(node.tagName)) return inner;
    const copy = document.createElement(node.tagName);
    const address = node.getAttribute('href') ?? '';
    if (node.tagName === 'A' && /^(?:https?|mailto):/i.test(address))
      copy.setAttribute('href', address);
    if (node.classList.contains('gmail_quote')) copy.className = 'gmail_quote';
    copy.append(...inner);
    return [copy];
  });
}
