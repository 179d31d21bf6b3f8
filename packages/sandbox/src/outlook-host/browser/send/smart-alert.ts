import { server } from '../ask-server.ts';
import { button, element } from '../dom.ts';

/** A question in front of the page, and its answer. */
export type AlertShown = {
  readonly answer: Promise<string>;
  /** Takes it away unanswered. */
  readonly close: () => void;
};

/** Shows what an add-in, or Outlook about it, has to say before a mail leaves (Microsoft: "Smart Alerts feature behavior and scenarios"). */
export function showAlert(text: string, choices: readonly string[]): AlertShown {
  const answered = Promise.withResolvers<string>();
  const dialog = element(
    'dialog',
    { class: 'smart-alert', role: 'alertdialog', 'aria-label': 'Smart Alert' },
    element('p', {}, text),
    element(
      'div',
      { class: 'choices' },
      ...choices.map((choice) =>
        button(choice, {}, () => {
          dialog.remove();
          void server.event({ kind: 'alert', text, answer: choice });
          answered.resolve(choice);
        }),
      ),
    ),
  );
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  return { answer: answered.promise, close: () => dialog.remove() };
}
