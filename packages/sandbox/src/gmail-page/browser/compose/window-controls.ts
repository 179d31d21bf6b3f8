import { element, find, onPress } from '../dom.ts';
import { label } from './recipients.ts';

/** How a compose window stands in the page. */
export type WindowState = 'docked' | 'minimised' | 'full screen';

/** Minimise, full screen (with Shift: a window of its own), save and close; gives the way to set the first state. */
export function addWindowControls(
  outer: HTMLElement,
  dialog: HTMLElement,
  run: { readonly close: () => void; readonly popOut: () => void },
): { readonly set: (state: WindowState) => void } {
  const [minimiseButton, fullScreenButton, closeButton] =
    dialog.querySelectorAll<HTMLElement>('.Hm > img');
  const content = [...dialog.children].find((child) => child.querySelector('form') !== null);
  const place = document.createComment('the window in its row');

  function minimise(): void {
    if (!(content instanceof HTMLElement)) return;
    leaveFullScreen();
    const minimised = content.style.display === '';
    // A style of its own and not a class: extensions watch exactly this one.
    content.style.display = minimised ? 'none' : '';
    outer.classList.toggle('sb_minimised', minimised);
  }

  function toggleFullScreen(): void {
    if (leaveFullScreen()) return;
    if (content instanceof HTMLElement) content.style.display = '';
    outer.classList.remove('sb_minimised');
    outer.before(place);
    fullScreenContainer().append(outer);
  }

  function leaveFullScreen(): boolean {
    if (outer.closest('.aSt') === null) return false;
    place.replaceWith(outer);
    return true;
  }

  if (minimiseButton) onPress(minimiseButton, minimise);
  if (fullScreenButton) {
    fullScreenButton.addEventListener('click', ({ shiftKey }) => {
      if (shiftKey) run.popOut();
      else toggleFullScreen();
    });
  }
  if (closeButton) onPress(closeButton, run.close);
  find(dialog, '.Hp')?.addEventListener('click', minimise);
  return {
    set(state) {
      if (state === 'minimised') minimise();
      if (state === 'full screen') toggleFullScreen();
    },
  };
}

function fullScreenContainer(): HTMLElement {
  const known = find(document, 'body > .aSs > .aSt');
  if (known !== null) return known;
  const container = element('div', { class: 'aSt' });
  document.body.append(element('div', { class: 'aSs' }, container));
  return container;
}

/** Shows the recipients, and Cc and Bcc on demand. */
export function showOnDemand(dialog: HTMLElement): void {
  const fields = find(dialog, '.fX');
  if (fields !== null) fields.style.display = '';
  const summary = find(dialog, '.aoD.hl');
  if (summary !== null) summary.style.display = 'none';

  const links = element('span', { class: 'aB_links' });
  for (const kind of ['cc', 'bcc'] as const) {
    const input = find(dialog, `input[aria-label="${label(kind)} recipients"]`);
    const row = input?.closest('tr');
    if (!row) continue;
    const link = element('span', { class: 'aB gQ', role: 'link', tabindex: '1' }, label(kind));
    const show = (): void => {
      row.style.display = '';
      link.remove();
    };
    if (row.querySelector('.afV') !== null) show();
    else links.append(link);
    onPress(link, () => {
      show();
      input?.focus();
    });
  }
  find(dialog, 'div.anm:has(input[aria-label="To recipients"])')?.append(links);
}
