import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { displayText } from './display-text.ts';

test('takes away what would turn the reading direction', () => {
  expect(displayText('invoice\u202Efdp.exe')).toBe('invoicefdp.exe');
  expect(displayText('\u2066Kim\u2069 \u200FLee')).toBe('Kim Lee');
});

test('leaves markup alone: it is text and stays text', () => {
  expect(displayText('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
});

test('keeps the joiners that scripts and emoji need', () => {
  expect(displayText('می\u200Cخواهم 👩\u200D👧')).toBe('می\u200Cخواهم 👩\u200D👧');
});

test('cuts between characters, never inside one', () => {
  expect(displayText('ab😀😀', 4)).toBe('ab…');
  expect(displayText('abcd', 4)).toBe('abcd');
});

test('whatever comes, one line without controls and without half characters comes out', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: 2, max: 100 }),
      (text, max) => {
        const shown = displayText(text, max);
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(shown).not.toMatch(/\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u);
        expect(displayText(shown, max)).toBe(shown);
      },
    ),
  );
});
