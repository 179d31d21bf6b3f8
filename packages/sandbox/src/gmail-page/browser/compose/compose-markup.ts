import { element, find, findInput, must } from '../dom.ts';
import type { Draft } from './draft.ts';

/** The elements of one compose form. */
export type ComposeMarkup = {
  /** What is put into the page, and taken out when the form closes. */
  readonly outer: HTMLElement;
  /** What extensions take for the compose form: the dialogue of a window, the form itself below a message. */
  readonly root: HTMLElement;
};

let forms = 0;

/** A compose window in Gmail's markup. */
export function windowMarkup(response: Draft['response']): ComposeMarkup {
  const outer = copyOfTemplate();
  const fields = find(outer, '.fX');
  if (response !== 'none') fields?.before(element('div', { class: 'HQ' }, responseType(response)));
  return { outer, root: find(outer, '[role=dialog]') ?? outer };
}

/** The form of a window of its own: nothing of the page stands around it. */
export function popoutMarkup(): ComposeMarkup {
  const root = find(copyOfTemplate(), '[role=dialog]');
  if (root === null) throw new Error('The page has no compose window.');
  return { outer: root, root };
}

/** The same form as it stands below a message that is answered: without title and subject. */
export function inlineMarkup(response: Draft['response']): ComposeMarkup {
  const form = must(copyOfTemplate(), '.M9');
  const fields = find(form, '.fX');
  if (fields !== null) {
    // Gmail's own nesting for this case, which InboxSDK follows step by step.
    const cell = element('td', { class: 'Iy' });
    const row = element('tbody', {}, element('tr', {}, cell));
    fields.replaceWith(element('div', {}, element('table', { role: 'presentation' }, row)));
    cell.append(responseType(response), fields);
  }
  const subject = find(form, '.az6');
  if (subject !== null) subject.style.display = 'none';
  return { outer: form, root: form };
}

const responseClasses = { none: 'mK', reply: 'mK', 'reply all': 'mL', forward: 'mI' } as const;

/**
 * Gmail's button for the type of a response. InboxSDK 2.2.26 takes `.mI` on its image for a forward;
 * the other two class names are assumed.
 */
function responseType(response: Draft['response']): HTMLElement {
  const image = element('img', { class: responseClasses[response], alt: '' });
  return element(
    'div',
    { class: 'J-J5-Ji' },
    element(
      'div',
      {
        class: 'Un J-JN-M-I J-J5-Ji L3',
        role: 'button',
        tabindex: '1',
        'aria-haspopup': 'true',
        'aria-expanded': 'false',
        'aria-label': 'Type of response',
      },
      element('div', { class: 'J-J5-Ji J-JN-M-I-Jm' }, image),
    ),
  );
}

/** Sets one of the hidden fields that name the draft. */
export function setHidden(root: HTMLElement, name: string, value: string): void {
  const input = findInput(root, `input[name=${name}]`);
  if (input !== null) input.value = value;
}

/** The number of the form that was made last: Gmail's compose id. */
export function latestComposeId(): string {
  return String(forms);
}

function copyOfTemplate(): HTMLElement {
  forms += 1;
  const template = must(document, '#compose-window');
  if (!(template instanceof HTMLTemplateElement)) throw new Error('The page has no template.');
  const outer = document.importNode(template.content, true).firstElementChild;
  if (!(outer instanceof HTMLElement)) throw new Error('The page has no compose window.');
  // The capture's ids are those of one window; every window of Gmail has its own.
  for (const named of outer.querySelectorAll('[id]')) named.id = `${named.id}.${forms}`;
  for (const named of outer.querySelectorAll<HTMLElement>('[data-compose-id]')) {
    named.dataset['composeId'] = String(forms);
  }
  for (const region of outer.querySelectorAll('[aria-labelledby]')) {
    region.setAttribute('aria-labelledby', `${region.getAttribute('aria-labelledby')}.${forms}`);
  }
  return outer;
}
