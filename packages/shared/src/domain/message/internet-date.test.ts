import { expect, it } from 'vitest';

import { parseInternetDate } from './internet-date.ts';

it.each([
  ['Wed, 04 Mar 2026 01:02:03 -0800 (PST)', '2026-03-04T09:02:03Z'],
  ['4 Mar 2026 01:02 +0530', '2026-03-03T19:32:00Z'],
  ['Thu, 29 Feb 2024 23:59:59 GMT', '2024-02-29T23:59:59Z'],
  ['31 Dec 1999 23:59:59 +0000', '1999-12-31T23:59:59Z'],
  ['1 Jan 70 00:00:00 +0000', '1970-01-01T00:00:00Z'],
  ['1 January 49 00:00:00 +0000', '2049-01-01T00:00:00Z'],
])('reads %s', (text, wanted) => {
  expect(parseInternetDate(text)).toBe(Date.parse(wanted));
});

it.each(['', 'soon', '4 Foo 2026 01:02:03', '2026-03-04T01:02:03Z'])(
  'gives null for "%s"',
  (text) => {
    expect(parseInternetDate(text)).toBeNull();
  },
);
