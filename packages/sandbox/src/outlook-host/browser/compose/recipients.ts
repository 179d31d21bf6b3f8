import type { Person } from '../../page-data.ts';
import { element } from '../dom.ts';

/** A line of recipients, written as `Name <address>; address`. */
export type RecipientField = {
  readonly element: HTMLElement;
  readonly people: () => readonly Person[];
  readonly set: (people: readonly Person[]) => void;
};

/** A field of the compose form. `changed` runs when its writer leaves it or ends an address. */
export function recipientField(label: 'To' | 'Cc' | 'Bcc', changed: () => void): RecipientField {
  const input = element('input', { 'aria-label': label, autocomplete: 'off', spellcheck: 'false' });
  input.addEventListener('change', changed);
  return {
    element: element('label', { class: 'field' }, element('span', {}, label), input),
    people: () => parsePeople(input.value),
    set: (people) => {
      input.value = people.map(written).join('; ');
    },
  };
}

function written({ name, address }: Person): string {
  return name === '' || name === address
    ? address
    : `${name.replaceAll(/[;<>]/g, ' ')} <${address}>`;
}

function parsePeople(text: string): readonly Person[] {
  return text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = '', address = part] = /^"?(.*?)"?\s*<([^>]+)>$/.exec(part) ?? [];
      return { name: name.trim(), address };
    });
}
