import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { normalAddress, parseAddressList } from './address-list.ts';

const person = (address: string, name = '') => ({ address, name });

test.each([
  ['kim@initech.com', [person('kim@initech.com')]],
  [
    'Kim Lee <Kim@Initech.com>, dana@acme.com',
    [person('kim@initech.com', 'Kim Lee'), person('dana@acme.com')],
  ],
  ['"Lee, Kim" <kim@initech.com>', [person('kim@initech.com', 'Lee, Kim')]],
  ['"Kim \\"K\\" Lee" <kim@initech.com>', [person('kim@initech.com', 'Kim "K" Lee')]],
  ['kim@initech.com (Kim (the boss) Lee)', [person('kim@initech.com', 'Kim (the boss) Lee')]],
  [
    'Team: kim@initech.com, Dana <dana@acme.com>; lou@acme.com',
    [person('kim@initech.com'), person('dana@acme.com', 'Dana'), person('lou@acme.com')],
  ],
  ['undisclosed-recipients:;', []],
  ['=?utf-8?Q?J=C3=BCrgen?= <j@x.de>', [person('j@x.de', 'Jürgen')]],
  ['"=?utf-8?B?SsO8cmdlbg==?=" <j@x.de>', [person('j@x.de', 'Jürgen')]],
  ['Jürgen <JÜRGEN@müller.example>', [person('jürgen@müller.example', 'Jürgen')]],
  ['"a b"@x.com', [person('"ab"@x.com')]],
  ['<@old.route,@other:kim@initech.com>', [person('kim@initech.com')]],
  ['Kim kim@initech.com', [person('kim@initech.com', 'Kim')]],
  ['kim@initech.com <kim@initech.com>', [person('kim@initech.com')]],
  ['"kim@evil.com" <other@initech.com>', [person('other@initech.com', 'kim@evil.com')]],
  ['no address at all, <>, @x.com, x@', []],
])('%s', (value, people) => {
  expect(parseAddressList(value)).toEqual(people);
});

test('a name cannot carry markup out of its place or turn the reading direction', () => {
  expect(parseAddressList('"\u202E<b>Kim</b>" <kim@initech.com>')).toEqual([
    person('kim@initech.com', '<b>Kim</b>'),
  ]);
});

test('is bounded in people and in time', () => {
  expect(parseAddressList('a@b.c,'.repeat(5000))).toHaveLength(2000);
  const started = performance.now();
  parseAddressList('"\\'.repeat(100_000));
  parseAddressList('('.repeat(200_000));
  parseAddressList('<"'.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(1000);
});

test('whatever comes, every address is lower case, has both sides and no white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { address } of parseAddressList(text))
        expect(normalAddress(address)).toBe(address);
    }),
  );
});
