import { describe, expect, it } from 'vitest';

import { fieldAddress, findAddresses } from './address.ts';

const found = (text: string) => findAddresses(text).map(({ address }) => address);

describe('addresses', () => {
  it.each<[string, string[]]>([
    ['<Kim@Customer.Example>: no', ['kim@customer.example']],
    ["'kim+x@customer.example', gone.", ['kim+x@customer.example']],
    ['kim@customer.example... User unknown', ['kim@customer.example']],
    ['kim@a.example,lee@b.example', ['kim@a.example', 'lee@b.example']],
    [
      'kim@customer.example<mailto:kim@customer.example>',
      ['kim@customer.example', 'kim@customer.example'],
    ],
    ['"kim lee"@customer.example', ['"kim lee"@customer.example']],
    ['jürgen@münchen.example', ['jürgen@münchen.example']],
    ['@nobody and nobody@ and @', []],
  ])('are found in %s', (text, addresses) => {
    expect(found(text)).toEqual(addresses);
  });

  it.each([
    ['rfc822; kim@customer.example', 'kim@customer.example'],
    ['RFC822;<Kim@Customer.example>', 'kim@customer.example'],
    ['rfc822; Kim Lee <kim@customer.example> (gone)', 'kim@customer.example'],
    ['utf-8; j\\x{FC}rgen@customer.example', 'jürgen@customer.example'],
    ['kim', 'kim'],
    ['rfc822;', null],
    ['', null],
  ])('are read from the field %s', (value, address) => {
    expect(fieldAddress(value)).toBe(address);
  });
});
