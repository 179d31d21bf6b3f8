import { messages } from '../messages.ts';
import { isDark } from './is-dark.ts';
import { stripStyle } from './strip-style.ts';
import type { StripAction, StripView } from './strip-view.ts';

/** The strip under a compose window: an element to mount, and how to change what it shows. */
export type Strip = { readonly element: HTMLElement; show(view: StripView): void };

/** Builds the strip. It shows nothing until `show` is called. */
export function createStrip(on: {
  onSwitch(follow: boolean): void;
  onAction(action: StripAction): void;
}): Strip {
  const element = document.createElement('div');
  element.dataset['postriderStrip'] = '';
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [stripStyle()];

  const group = make('div', { role: 'group', 'aria-label': messages.stripLabel });
  const toggle = make('button', { type: 'button', role: 'switch', class: 'switch' });
  toggle.append(make('span', { class: 'track', 'aria-hidden': 'true' }), messages.follow);
  const text = make('span', { role: 'status', class: 'text' });
  const button = make('button', { type: 'button', class: 'action' });
  group.append(toggle, text, button);
  root.append(group);

  let shown: StripView | null = null;
  toggle.addEventListener('click', () => {
    if (shown?.kind === 'switch') on.onSwitch(!shown.follow);
  });
  button.addEventListener('click', () => {
    if (shown?.kind === 'line') on.onAction(shown.action);
  });
  // Gmail listens to single keys on the whole page; those that work our buttons are not meant for it.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    element.addEventListener(type, (event) => {
      const ours = event.key === ' ' || event.key === 'Enter';
      if (ours && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    });
  }

  return {
    element,
    show(view) {
      shown = view;
      element.dataset['theme'] = isDark(element) ? 'dark' : 'light';
      toggle.hidden = view.kind !== 'switch';
      button.hidden = view.kind !== 'line';
      if (view.kind === 'switch') {
        toggle.setAttribute('aria-checked', String(view.follow));
        setText(text, view.status, view.why);
      } else {
        setText(text, view.text, view.text);
        setText(button, view.label, '');
      }
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
