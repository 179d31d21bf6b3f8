import type { Person } from '../../page-data.ts';
import { element, findInput } from '../dom.ts';
import { isWithout } from '../page-globals.ts';

/** One recipient field: To, Cc or Bcc. */
export type RecipientField = {
  readonly people: () => readonly Person[];
  readonly add: (people: readonly Person[]) => void;
  /** Makes chips of what is typed. */
  readonly commit: () => void;
  readonly focus: () => void;
};

/** The field of a compose window, or an empty one where the window has none. `changed` runs after every change. */
export function recipientField(
  dialog: HTMLElement,
  kind: 'to' | 'cc' | 'bcc',
  changed: () => void,
): RecipientField {
  const input = findInput(dialog, `input[aria-label="${label(kind)} recipients"]`);
  const chips = input?.closest('.agb')?.querySelector<HTMLElement>('.afx') ?? null;
  if (chips === null || input === null) {
    return { people: () => [], add: () => {}, commit: () => {}, focus: () => {} };
  }

  const options = () => [...chips.querySelectorAll<HTMLElement>('.afV')];

  function add(people: readonly Person[]): void {
    chips?.append(...people.map((person) => chip(person, changed)));
  }

  function commit(): void {
    const people = parsePeople(input?.value ?? '');
    if (people.length === 0 || input === null) return;
    add(people);
    input.value = '';
    changed();
  }

  input.addEventListener('keydown', (event) => {
    const enter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
    if (enter || event.key === ',' || event.key === ';') {
      event.preventDefault();
      commit();
    } else if (event.key === 'Backspace' && input.value === '') {
      options().at(-1)?.remove();
      changed();
    }
  });
  input.addEventListener('blur', commit);
  input.closest('tr')?.addEventListener('click', () => input.focus());

  return {
    people: () =>
      options().map((option) => ({
        address: option.title,
        name: option.dataset['chipName'] ?? '',
      })),
    add,
    commit,
    focus: () => input.focus(),
  };
}

/** How a recipient field is named before the eyes of its reader. */
export function label(kind: 'to' | 'cc' | 'bcc'): 'To' | 'Cc' | 'Bcc' {
  return ({ to: 'To', cc: 'Cc', bcc: 'Bcc' } as const)[kind];
}

function chip({ name, address }: Person, changed: () => void): HTMLElement {
  const shown = name === '' ? address : name;
  const remove = element(
    'div',
    { class: 'afX', role: 'button', 'aria-label': `Remove ${shown}` },
    '×',
  );
  const made = element(
    'div',
    {
      class: isAddress(address) ? 'afV' : 'afV afV_bad',
      ...(isWithout('chip-role') ? {} : { role: 'option' }),
      ...(isWithout('chip-address') ? {} : { 'data-hovercard-id': address }),
      ...(isWithout('chip-name') ? {} : { 'data-name': shown }),
      'data-chip-name': name,
      title: address,
    },
    element('div', { class: 'afY' }, element('span', { class: 'afW', email: address }, shown)),
    remove,
  );
  remove.addEventListener('click', (event) => {
    event.stopPropagation();
    made.remove();
    changed();
  });
  return made;
}

/** Whether text has the shape of an address; Gmail refuses to send to anything else. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text);
}

function parsePeople(text: string): readonly Person[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = '', address = part] = /^"?(.*?)"?\s*<([^>]+)>$/.exec(part) ?? [];
      return { name, address };
    });
}
