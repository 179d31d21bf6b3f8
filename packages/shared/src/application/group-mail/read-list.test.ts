import { expect, it } from 'vitest';

import { readTable } from '../../adapters/csv/read-table.ts';
import { readList } from './read-list.ts';

const read = (text: string, addressColumn?: string) =>
  readList(readTable, addressColumn === undefined ? { text } : { text, addressColumn });

const addresses = (text: string) => read(text).rows.map(({ person }) => person?.address ?? null);

it.each([
  ['commas', 'Name,E-mail\nKim Lee,kim@initech.example'],
  ['semicolons', 'Name;E-mail\r\nKim Lee;kim@initech.example\r\n'],
  ['tabs', 'Name\tE-mail\nKim Lee\tkim@initech.example'],
  ['a byte order mark', '\uFEFFName,E-mail\nKim Lee,kim@initech.example'],
  ['quotes', '"Name","E-mail"\n"Kim Lee","kim@initech.example"'],
])('reads a table with %s', (_what, text) => {
  const { columns, addressColumn, rows } = read(text);
  expect({ columns, addressColumn }).toEqual({
    columns: ['Name', 'E-mail'],
    addressColumn: 'E-mail',
  });
  expect(rows).toEqual([
    {
      line: 2,
      text: 'kim@initech.example',
      person: { address: 'kim@initech.example', name: 'Kim Lee' },
      fields: {
        email: 'kim@initech.example',
        first_name: 'Kim',
        name: 'Kim Lee',
        e_mail: 'kim@initech.example',
      },
    },
  ]);
});

it('keeps line ends, separators and quotes in a value', () => {
  const { rows } = read(
    'email,note\nkim@initech.example,"one, ""two""\nthree"\nlou@initech.example,x',
  );
  expect(rows.map(({ fields }) => fields['note'])).toEqual(['one, "two"\nthree', 'x']);
});

it.each([
  ['its head', 'Address,Mail\n1 Main St,kim@initech.example', 'Mail'],
  [
    'what is in it, where the head names another',
    'Address,Contact\n1 Main St,kim@x.example',
    'Contact',
  ],
  ['its head alone, where no row holds an address', 'Name,Email\nKim,none', 'Email'],
  ['the likelier of two heads', 'to,email\na@x.example,b@x.example', 'email'],
])('finds the column of addresses by %s', (_by, text, column) => {
  expect(read(text).addressColumn).toBe(column);
});

it('takes the column that a person has chosen', () => {
  const text = 'email,second\na@x.example,b@x.example';
  expect(read(text, 'Second').rows[0]?.person?.address).toBe('b@x.example');
  expect(read(text, 'gone').rows[0]?.person?.address).toBe('a@x.example');
});

it.each([
  ['one on each line', 'a@x.example\nb@x.example', ['a@x.example', 'b@x.example']],
  [
    'separated by commas',
    'a@x.example, b@x.example;c@x.example',
    ['a@x.example', 'b@x.example', 'c@x.example'],
  ],
  [
    'with names',
    '"Lee, Kim" <kim@x.example>, Lou <lou@x.example>',
    ['kim@x.example', 'lou@x.example'],
  ],
  ['with one that is none', 'a@x.example\nnobody', ['a@x.example', null]],
])('reads a list of addresses %s', (_how, text, expected) => {
  expect(addresses(text)).toEqual(expected);
});

it('names the columns of a table without a head', () => {
  const { columns, addressColumn, rows } = read('Kim,kim@x.example\nLou,lou@x.example');
  expect({ columns, addressColumn }).toEqual({
    columns: ['column 1', 'column 2'],
    addressColumn: 'column 2',
  });
  expect(rows.map(({ fields }) => fields['column_1'])).toEqual(['Kim', 'Lou']);
});

it.each([
  'kim',
  '@x.example',
  'kim@',
  'kim@localhost',
  'kim lee@x.example',
  '.kim@x.example',
  'kim..lee@x.example',
  'kim@x..example',
  'kim@-x.example',
  'kim@[127.0.0.1]',
  '"kim lee"@x.example',
  'kim@x.example\u0000',
  `${'k'.repeat(65)}@x.example`,
])('takes %j for no address', (text) => {
  expect(read(`email,name\n"${text.replaceAll('"', '""')}",Kim`).rows[0]?.person).toBeNull();
});

it.each(['Kim.Lee+offer@X.Example', "o'brien@x.example", 'jürgen@müller.example', 'kim@x.co.uk'])(
  'takes %j for an address',
  (text) => {
    expect(addresses(`email,name\n${text},Kim`)).toEqual([text.toLowerCase()]);
  },
);

it('takes heads that mean something to JavaScript for heads', () => {
  const { rows } = read('email,__proto__,constructor\nkim@x.example,a,b');
  expect(Object.entries(rows[0]?.fields ?? {})).toContainEqual(['constructor', 'b']);
  expect(Object.getPrototypeOf(rows[0]?.fields)).toBe(Object.prototype);
});

it('is nothing where there is nothing', () => {
  expect(read('').rows).toEqual([]);
  expect(read('\n\n ,,\n').rows).toEqual([]);
  expect(read('email,name').rows).toEqual([]);
});
