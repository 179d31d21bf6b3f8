import { find, findInput } from './dom.ts';
import { icon } from './icons.ts';
import { parseRoute } from './route.ts';

/** Makes the search box work, and keeps it showing what is searched. */
export function drawSearch(): void {
  const form = find(document, 'form[role=search]');
  const input = form === null ? null : findInput(form, 'input');
  if (form === null || input === null) return;
  find(form, '.gb_find')?.append(icon('search'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = input.value.trim();
    location.hash =
      words === '' ? '#inbox' : `#search/${encodeURIComponent(words).replaceAll('%20', '+')}`;
  });
  const show = (): void => {
    input.value = parseRoute(location.hash).query ?? '';
  };
  window.addEventListener('hashchange', show);
  show();
}
