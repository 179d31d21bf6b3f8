/** Text as HTML that shows it as it stands. */
export function textToHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r?\n/g, '<br>');
}

/** The words of a piece of HTML, one line per block. */
export function htmlToText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const gone of body.querySelectorAll('style,script,title')) gone.remove();
  for (const end of body.querySelectorAll('br')) end.replaceWith('\n');
  for (const block of body.querySelectorAll('p,div,li,tr,blockquote,h1,h2,h3')) block.append('\n');
  return (body.textContent ?? '').replaceAll(/\n{3,}/g, '\n\n').trimEnd();
}

/** What stands inside the body of a document, or the HTML itself where it is none. */
export function bodyOf(html: string): string {
  return /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
}
