import type { Person } from '../../page-data.ts';
import { element, find, onPress } from '../dom.ts';
import { senders } from '../page-globals.ts';
import { setHidden } from './compose-markup.ts';

/** The From line of a compose form. */
export type FromField = { readonly chosen: () => Person };

/**
 * Adds the From line where the mailbox has an alias; without one Gmail shows none. The menu has the
 * markup in which InboxSDK 2.2.26 looks for the choices, the hidden field `from` holds the address.
 */
export function addFromField(root: HTMLElement, first: Person, changed: () => void): FromField {
  let chosen = first;
  const rows = find(root, '.fX tbody');
  if (senders.length < 2 || rows === null) return { chosen: () => chosen };

  const button = element('div', {
    class: 'az2 az4 L3',
    role: 'button',
    tabindex: '1',
    'aria-label': 'From',
    'aria-haspopup': 'true',
    'aria-expanded': 'false',
  });
  const menu = element('div', {
    class: 'J-M jQjAxd J-M-awS',
    role: 'menu',
    style: 'display:none',
  });

  function show(person: Person): void {
    chosen = person;
    button.textContent = nameAndAddress(person);
    setHidden(root, 'from', person.address);
    openMenu(false);
  }

  function openMenu(open: boolean): void {
    menu.style.display = open ? '' : 'none';
    button.setAttribute('aria-expanded', String(open));
  }

  const choices = senders.map((person) => {
    const choice = element(
      'div',
      { class: 'J-N', role: 'menuitem', value: person.address },
      element('div', { class: 'J-N-Jz' }, nameAndAddress(person)),
    );
    onPress(choice, () => {
      show(person);
      changed();
    });
    return choice;
  });
  menu.append(element('div', { class: 'SK AX' }, ...choices));
  onPress(button, () => openMenu(menu.style.display !== ''));
  rows.prepend(
    element(
      'tr',
      { class: 'bzf sb_fromRow' },
      element('td', { class: 'ok' }, 'From'),
      element('td', {}, element('div', { class: 'az3' }, button, menu)),
    ),
  );
  show(first);
  return { chosen: () => chosen };
}

function nameAndAddress({ name, address }: Person): string {
  return `${name} <${address}>`;
}
