import { element, onPress } from '../dom.ts';

/** A way to answer one of Gmail's dialogues. */
export type Answer = { readonly label: string; readonly name: string; readonly run: () => void };

/** Shows a dialogue in the middle of the page, with what is to be filled in, and closes it on any answer. */
export function showQuestion(
  title: string,
  answers: readonly Answer[],
  ...content: readonly Node[]
): void {
  const dialogue = element(
    'div',
    { class: 'Kj-JD', role: 'alertdialog', 'aria-label': title, tabindex: '0' },
    element('div', { class: 'Kj-JD-K7' }, title),
    ...content,
  );
  const cancel = { label: 'Cancel', name: 'cancel', run: () => {} };
  for (const { label, name, run } of [...answers, cancel]) {
    const button = element('button', { class: 'sb_ok', type: 'button', name }, label);
    onPress(button, () => {
      dialogue.remove();
      run();
    });
    dialogue.append(button);
  }
  document.body.append(dialogue);
  dialogue.focus();
}
