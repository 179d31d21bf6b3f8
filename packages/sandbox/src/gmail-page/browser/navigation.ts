import type { ListData } from '../page-data.ts';
import { element, find, must, onPress } from './dom.ts';
import type { IconName } from './icons.ts';
import { icon } from './icons.ts';
import type { Route } from './route.ts';

const places: readonly (readonly [string, string, IconName])[] = [
  ['inbox', 'Inbox', 'inbox'],
  ['sent', 'Sent', 'send'],
  ['scheduled', 'Scheduled', 'clock'],
  ['drafts', 'Drafts', 'draft'],
  ['spam', 'Spam', 'spam'],
  ['trash', 'Trash', 'trash'],
  ['all', 'All Mail', 'mail'],
];

/** The places of the left navigation by their view's name. */
export const placeNames: ReadonlyMap<string, string> = new Map(
  places.map(([view, name]) => [view, name]),
);

/** Draws the left navigation. */
export function drawNavigation(compose: () => void): void {
  const links = places.map(([view, name, drawing]) =>
    element(
      'div',
      { class: 'aim', 'data-view': view },
      element(
        'div',
        { class: 'TO', 'data-tooltip': name },
        element(
          'div',
          { class: 'TN' },
          icon(drawing),
          element(
            'span',
            { class: 'nU' },
            element('a', { href: `#${view}`, class: 'J-Ke n0', tabindex: '0' }, name),
          ),
          element('span', { class: 'bsU' }),
        ),
      ),
    ),
  );
  find(document, '.TK')?.append(...links);
  for (const link of links) {
    link.addEventListener('click', () => {
      location.hash = `#${link.dataset['view']}`;
    });
  }
  const button = find(document, '[gh=cm]');
  if (button !== null) {
    find(button, '.gb_pen')?.append(icon('pen'));
    onPress(button, compose);
  }
  const burger = find(document, '.gb_burger');
  burger?.append(icon('menu'));
  if (burger !== null) {
    onPress(burger, () => {
      const narrow = document.body.classList.toggle('sb_narrow');
      burger.setAttribute('aria-expanded', String(!narrow));
    });
  }
}

/** Marks where the page is, and shows how much waits where. */
export function showPlace(
  route: Route,
  { unreadInbox, drafts }: Pick<ListData, 'unreadInbox' | 'drafts'>,
): void {
  const counts: Readonly<Record<string, number>> = { inbox: unreadInbox, drafts };
  for (const link of document.querySelectorAll<HTMLElement>('.aim[data-view]')) {
    const view = link.dataset['view'] ?? '';
    const count = counts[view] ?? 0;
    must(link, '.TO').classList.toggle('nZ', view === route.view);
    must(link, '.TO').classList.toggle('sb_counted', count > 0);
    must(link, '.bsU').textContent = count > 0 ? String(count) : '';
  }
}
