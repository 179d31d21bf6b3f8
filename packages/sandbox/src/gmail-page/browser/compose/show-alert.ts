import { element, onPress } from '../dom.ts';

/** Gmail's dialogue with one button, for what it refuses to do. */
export function showAlert(text: string): void {
  const ok = element('button', { class: 'sb_ok', type: 'button' }, 'OK');
  const alert = element(
    'div',
    { class: 'Kj-JD', role: 'alertdialog', 'aria-label': 'Error', tabindex: '0' },
    element('div', { class: 'Kj-JD-K7' }, 'Error'),
    element('div', { class: 'Kj-JD-Jz' }, text),
    ok,
  );
  onPress(ok, () => alert.remove());
  document.body.append(alert);
  ok.focus();
}
