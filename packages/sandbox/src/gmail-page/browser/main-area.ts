import { element, find } from './dom.ts';
import { placeNames } from './navigation.ts';
import { me } from './page-globals.ts';
import type { Route } from './route.ts';

let place = '';
let content = '';

/**
 * Puts a view into the page's main area. Every place gets an element of its own, as in Gmail,
 * where extensions tell a new place by it; a place whose content is the same is left alone.
 * `leave` runs before another place is shown. Returns false where nothing was drawn.
 */
export function showInMain(
  route: Route,
  data: unknown,
  draw: () => HTMLElement,
  leave: () => void,
): boolean {
  const nextPlace = JSON.stringify(route);
  const nextContent = JSON.stringify(data);
  const old = find(document, '[role=main]');
  const samePlace = place === nextPlace;
  if (samePlace && content === nextContent) return false;
  // What someone writes below a message must not be drawn over.
  if (samePlace && old !== null && find(old, '.iq.adB') !== null) return false;
  if (!samePlace) leave();
  place = nextPlace;
  content = nextContent;

  const view = draw();
  if (samePlace && old !== null) {
    const top = find(old, '.Cp')?.scrollTop ?? 0;
    old.replaceChildren(view);
    find(old, '.Cp')?.scrollTo(0, top);
  } else {
    const name = placeNames.get(route.view) ?? 'Mail';
    const attributes = { class: 'BltHke nH oy8Mbf', role: 'main', 'aria-label': name };
    old?.replaceWith(element('div', attributes, view));
  }
  return true;
}

/** Names the tab as Gmail does. */
export function showTitle({ view }: Route, unread: number): void {
  const name = placeNames.get(view) ?? 'Search results';
  const count = view === 'inbox' && unread > 0 ? ` (${unread})` : '';
  document.title = `${name}${count} - ${me.address} - Gmail`;
}
