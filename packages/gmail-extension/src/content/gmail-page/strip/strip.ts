import { messages } from '../../../messages/gmail-page.ts';
import { isDark } from './is-dark.ts';
import type { StripAction, StripButton, StripView } from './strip-look.ts';
import { stripStyle } from './strip-style.ts';

/** The strip under a compose window: an element to mount, and how to change what it shows. */
export type Strip = {
  readonly element: HTMLElement;
  show(view: StripView): void;
  /** Puts the focus where there is something to write or to decide: the field, else the first button. */
  focusAction(): void;
};

/** Builds the strip. It shows nothing until `show` is called. */
export function createStrip(on: {
  onSwitch(follow: boolean): void;
  /** `written` is what stands in the strip's field; empty where there is none. */
  onAction(action: StripAction, written: string): void;
}): Strip {
  const element = document.createElement('div');
  element.dataset['postriderStrip'] = '';
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [stripStyle()];

  const group = make('div', { role: 'group', 'aria-label': messages.stripLabel });
  const toggle = make('button', { type: 'button', role: 'switch', class: 'switch' });
  toggle.append(make('span', { class: 'track', 'aria-hidden': 'true' }), messages.follow);
  const text = make('span', { role: 'status', class: 'text' });
  // Apart from the status: what keeps a mail from leaving is said at once and over everything else.
  const alert = make('span', { role: 'alert', class: 'text' });
  const buttons = make('span', { class: 'actions' });
  const field = make('input', { type: 'text', class: 'field', maxlength: '500' });
  group.append(toggle, text, alert, field, buttons);
  root.append(group);

  let shown: StripView | null = null;
  // The page can reach our buttons; only what a person presses counts.
  toggle.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted && shown?.kind === 'switch') on.onSwitch(!shown.follow);
  });
  // Gmail listens to single keys on the whole page; those that work our buttons are not meant for it.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    element.addEventListener(type, (event) => {
      const ours = event.key === ' ' || event.key === 'Enter';
      if (root.activeElement === field) event.stopPropagation();
      else if (ours && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    });
  }

  field.addEventListener('keydown', (event) => {
    const first = shown?.kind === 'line' ? shown.buttons[0] : undefined;
    if (!event.isTrusted || event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (first) on.onAction(first.action, field.value);
  });

  function showButtons(wanted: readonly StripButton[]): void {
    const shownNow = [...buttons.children].map((button) => button.textContent);
    // The same buttons stay, and with them the focus.
    if (wanted.map(({ label }) => label).join('\n') === shownNow.join('\n')) return;
    buttons.replaceChildren(
      ...wanted.map(({ label, action }) => {
        const button = make('button', { type: 'button', class: 'action' });
        button.textContent = label;
        button.addEventListener('click', ({ isTrusted }) => {
          if (isTrusted) on.onAction(action, field.hidden ? '' : field.value);
        });
        return button;
      }),
    );
  }

  function showField(name: string | undefined): void {
    if (field.hidden && name !== undefined) field.value = '';
    field.hidden = name === undefined;
    field.setAttribute('aria-label', name ?? '');
    field.placeholder = name ?? '';
  }

  return {
    element,
    focusAction: () => (field.hidden ? buttons.querySelector('button') : field)?.focus(),
    show(view) {
      shown = view;
      element.dataset['theme'] = isDark(element) ? 'dark' : 'light';
      toggle.hidden = view.kind !== 'switch';
      const urgent = view.kind === 'line' && view.tone === 'alert';
      showField(view.kind === 'line' ? view.field : undefined);
      text.hidden = urgent;
      alert.hidden = !urgent;
      if (view.kind === 'switch') {
        toggle.setAttribute('aria-checked', String(view.follow));
        setText(text, view.status, view.why);
      } else {
        setText(urgent ? alert : text, view.text, view.text);
      }
      if (!urgent) setText(alert, '', '');
      showButtons(view.kind === 'line' ? view.buttons : []);
    },
  };
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Leaves equal text alone, so that a screen reader does not say it again. */
function setText(element: HTMLElement, text: string, title: string): void {
  if (element.textContent !== text) element.textContent = text;
  element.title = title;
}
