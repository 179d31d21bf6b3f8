import { avatar } from './avatar.ts';
import { element, find, onPress } from './dom.ts';
import { facts, me } from './page-globals.ts';

/** Draws who is signed in, at the upper right, and the way to the other accounts. */
export function drawAccounts(): void {
  const place = find(document, '.gb_account');
  if (place === null) return;
  const menu = element('div', { class: 'gb_menuBox', role: 'menu', style: 'display:none' });
  menu.append(
    ...facts.accounts.map((account) => {
      const isThis = account.path === facts.path;
      const badge = account.path.includes('/d/') ? [' · Delegated'] : [];
      return element(
        'a',
        {
          class: isThis ? 'gb_one gb_this' : 'gb_one',
          role: 'menuitem',
          href: `https://mail.google.com/mail/${account.path}/#inbox`,
          target: isThis ? '_self' : '_blank',
        },
        avatar(account),
        element(
          'span',
          {},
          account.name,
          element('br', {}),
          element('small', {}, account.address, ...badge),
        ),
      );
    }),
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
