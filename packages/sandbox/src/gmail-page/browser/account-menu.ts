import { avatar } from './avatar.ts';
import { element, find, onPress } from './dom.ts';
import { accountNumber, accounts, me } from './page-globals.ts';

/** Draws who is signed in, at the upper right, and the way to the other accounts. */
export function drawAccounts(): void {
  const place = find(document, '.gb_account');
  if (place === null) return;
  const menu = element('div', { class: 'gb_menuBox', role: 'menu', style: 'display:none' });
  menu.append(
    ...accounts.map((account, number) =>
      element(
        'a',
        {
          class: number === accountNumber ? 'gb_one gb_this' : 'gb_one',
          role: 'menuitem',
          href: `https://mail.google.com/mail/u/${number}/#inbox`,
          target: number === accountNumber ? '_self' : '_blank',
        },
        avatar(account),
        element('span', {}, account.name, element('br', {}), element('small', {}, account.address)),
      ),
    ),
  );
  const button = element(
    'div',
    {
      class: 'gb_who',
      role: 'button',
      tabindex: '0',
      'aria-label': `Google Account: ${me.name} (${me.address})`,
    },
    avatar(me),
  );
  onPress(button, () => {
    menu.style.display = menu.style.display === 'none' ? '' : 'none';
  });
  document.addEventListener('click', () => {
    menu.style.display = 'none';
  });
  place.append(button, menu);
}
