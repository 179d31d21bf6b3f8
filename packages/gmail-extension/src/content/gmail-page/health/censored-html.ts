const mostElements = 600;
const deepest = 40;
const attributeName = /^[a-z][\w:-]{0,40}$/;
const className = /^[\w-]{1,30}$/;
const roleName = /^[a-z]{1,20}$/;

/**
 * An element as an admin may pass it on: tags, classes, roles and the names of attributes, indented by depth. No text,
 * no other value, nothing below an editor: what is written there is mail.
 */
export function censoredHtml(root: Element): string {
  const lines: string[] = [];
  const write = (element: Element, depth: number) => {
    if (lines.length >= mostElements || depth > deepest) return;
    lines.push(' '.repeat(depth) + censoredTag(element));
    if (element.hasAttribute('g_editable') || element.hasAttribute('contenteditable')) return;
    for (const child of element.children) write(child, depth + 1);
  };
  write(root, 0);
  return lines.join('\n');
}

function censoredTag(element: Element): string {
  const tag = element.tagName.toLowerCase();
  const role = element.getAttribute('role') ?? '';
  return [
    /^[a-z][a-z0-9-]{0,30}$/.test(tag) ? tag : '?',
    ...[...element.classList].map((name) => `.${className.test(name) ? name : '?'}`),
    roleName.test(role) ? `[role=${role}]` : '',
    ...element
      .getAttributeNames()
      .filter((name) => name !== 'class' && name !== 'role')
      .map((name) => `[${attributeName.test(name) ? name : '?'}]`),
  ].join('');
}
