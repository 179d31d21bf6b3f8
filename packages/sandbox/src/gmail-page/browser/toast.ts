import { element, onPress } from './dom.ts';

/** A word in a toast that can be clicked. */
export type ToastAction = {
  readonly label: string;
  /** Gmail's own id for the link, where it has one. */
  readonly id: string;
  readonly run: () => void;
};

let timer = 0;

/** Shows Gmail's black line at the lower left: one at a time, gone after `forMs`. */
export function toast(text: string, actions: readonly ToastAction[] = [], forMs = 6000): void {
  clearTimeout(timer);
  closeToast();
  const line = element('span', { class: 'bAq' }, text);
  const links = actions.map((action) => {
    const link = element(
      'span',
      { id: action.id, class: 'ag', role: 'link', tabindex: '0' },
      action.label,
    );
    onPress(link, () => {
      closeToast();
      action.run();
    });
    return link;
  });
  const close = element(
    'span',
    { class: 'bBe', role: 'button', tabindex: '0', 'aria-label': 'Close' },
    '×',
  );
  onPress(close, closeToast);
  document.body.append(
    element(
      'div',
      { class: 'b8 UC bAp', role: 'alert', 'aria-live': 'assertive', 'aria-atomic': 'true' },
      element('div', { class: 'vh' }, element('span', { class: 'aT' }, line, ...links), close),
    ),
  );
  timer = window.setTimeout(closeToast, forMs);
}

function closeToast(): void {
  document.querySelector('body > .b8.UC')?.remove();
}
