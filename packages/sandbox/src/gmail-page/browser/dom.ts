import type { IconName } from './icons.ts';
import { icon } from './icons.ts';

/** Makes an element; strings become text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The first element that a selector finds below a root, or null. */
export function find(root: ParentNode, selector: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(selector);
}

/** The first text field that a selector finds below a root, or null. */
export function findInput(root: ParentNode, selector: string): HTMLInputElement | null {
  const found = root.querySelector(selector);
  return found instanceof HTMLInputElement ? found : null;
}

/** Like `find`, for what the page cannot do without. */
export function must(root: ParentNode, selector: string): HTMLElement {
  const found = find(root, selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** A round button that shows an icon and is named by its tooltip. */
export function iconButton(name: IconName, label: string, onClick: () => void): HTMLElement {
  const button = element(
    'div',
    { class: 'sb_icon', role: 'button', tabindex: '0', 'aria-label': label, title: label },
    icon(name),
  );
  onPress(button, onClick);
  return button;
}

/** Runs on a click, and on Enter or Space for what is focused. */
export function onPress(button: HTMLElement, run: () => void): void {
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    run();
  });
  button.addEventListener('keydown', (event) => {
    if (event.target !== button || (event.key !== 'Enter' && event.key !== ' ')) return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run();
  });
}
