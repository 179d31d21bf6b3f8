import { expect, test } from 'vitest';

import { addressees, author, subjectOf } from './addressees.ts';
import { answeredIds, ownMessageId } from './references.ts';

const headers = [
  { name: 'message-id', value: '<own@acme.com>' },
  { name: 'FROM', value: '=?utf-8?q?Ana=20Ruiz?= <ana@acme.com>' },
  { name: 'To', value: 'Kim <kim@x.com>, lou@x.com' },
  { name: 'Cc', value: 'KIM@x.com, sam@x.com' },
  { name: 'Bcc', value: 'boss@acme.com' },
  { name: 'Subject', value: '=?utf-8?q?Pricing_=E2=80=AEfdp?=' },
  { name: 'In-Reply-To', value: '<c@x> and a comment' },
  { name: 'References', value: '<a@x>\r\n <b@x> <c@x>' },
];

test('recipients stand in the order To, Cc, Bcc and are counted once', () => {
  expect(addressees(headers).map((person) => person.address)).toEqual([
    'kim@x.com',
    'lou@x.com',
    'sam@x.com',
    'boss@acme.com',
  ]);
});

test('author and subject are text to show', () => {
  expect(author(headers)).toEqual({ address: 'ana@acme.com', name: 'Ana Ruiz' });
  expect(author([])).toBeNull();
  expect(subjectOf(headers)).toBe('Pricing fdp');
});

test('what is answered comes nearest first, each id once', () => {
  expect(answeredIds(headers)).toEqual(['c@x', 'b@x', 'a@x']);
  expect(ownMessageId(headers)).toBe('own@acme.com');
});

test('of endless References the nearest fifty are read', () => {
  const long = Array.from({ length: 5000 }, (_, index) => `<${index}@x>`).join(' ');
  const ids = answeredIds([{ name: 'References', value: long }]);
  expect(ids).toHaveLength(50);
  expect(ids[0]).toBe('4999@x');
});
