import { element, find, onPress } from '../dom.ts';

/** Gives the button for the type of a response its menu, with "Pop out reply". */
export function addPopOutReply(root: HTMLElement, popOut: () => void): void {
  const button = find(root, '.Un.J-JN-M-I');
  if (button === null) return;
  const item = element('div', { class: 'J-N', role: 'menuitem' }, 'Pop out reply');
  const menu = element('div', { class: 'J-M', role: 'menu', style: 'display:none' }, item);
  button.after(menu);
  onPress(button, () => {
    menu.style.display = menu.style.display === '' ? 'none' : '';
  });
  onPress(item, popOut);
}
