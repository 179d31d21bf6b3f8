import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { decodeEncodedWords } from './encoded-word.ts';

test.each([
  // RFC 2047 section 8
  ['=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?=', 'Keld Jørn Simonsen'],
  [
    '=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=',
    'If you can read this you understand the example.',
  ],
  ['(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)', '(ab)'],
  ['(=?ISO-8859-1?Q?a_b?=)', '(a b)'],
  ['=?utf-8*en?q?caf=C3=A9?= au lait', 'café au lait'],
  ['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
  ['Re: =?UTF-8?Q?=E2=82=AC?= 100', 'Re: € 100'],
  ['plain', 'plain'],
])('%s', (encoded, decoded) => {
  expect(decodeEncodedWords(encoded)).toBe(decoded);
});

test('joins a character that was split over two words', () => {
  expect(decodeEncodedWords('=?utf-8?B?4oI=?= =?utf-8?B?rA==?=')).toBe('€');
});

test('reads an unknown charset as UTF-8 and leaves broken words as they stand', () => {
  expect(decodeEncodedWords('=?x-nobody?Q?caf=C3=A9?=')).toBe('café');
  expect(decodeEncodedWords('=?utf-8?X?abc?= =?utf-8?Q?abc')).toBe('=?utf-8?X?abc?= =?utf-8?Q?abc');
});

test('never throws, and takes linear time on what looks like words without end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => void decodeEncodedWords(`=?utf-8?b?${text}?=`),
    ),
  );
  expect(decodeEncodedWords('=?utf-8?q?'.repeat(20_000)).length).toBeLessThanOrEqual(64 * 1024);
});
