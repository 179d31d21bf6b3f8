import type { Person } from '../page-data.ts';
import { element } from './dom.ts';

const colours = ['#5c6bc0', '#00897b', '#8e24aa', '#c0504d', '#6d8b3c', '#3f7cac', '#b0602a'];

/** The round first letter that Gmail shows for people without a picture. */
export function avatar({ name, address }: Person): HTMLElement {
  const letter = (name || address || '?').trim().charAt(0).toUpperCase();
  const sum = new TextEncoder()
    .encode(address)
    .reduce((total, byte) => (total * 31 + byte) % 99_991, 7);
  const colour = colours[sum % colours.length] ?? '#5c6bc0';
  return element(
    'div',
    { class: 'aju', 'aria-hidden': 'true', style: `background:${colour}` },
    letter,
  );
}
