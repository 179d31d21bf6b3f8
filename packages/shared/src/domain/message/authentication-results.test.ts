import { expect, it } from 'vitest';

import { readAuthenticationResults } from './authentication-results.ts';

const methods = (value: string) =>
  readAuthenticationResults(value)?.results.map(({ method, result }) => `${method}=${result}`);

it('reads what Gmail writes', () => {
  const read = readAuthenticationResults(
    'mx.google.com;\r\n       dkim=pass header.i=@googlemail.com header.s=20161025 header.b=e3vuyqwS;\r\n       spf=pass (google.com: best guess record for domain of postmaster@mail-sor-f69.google.com designates 209.85.220.69 as permitted sender) smtp.helo=mail-sor-f69.google.com;\r\n       dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from=googlemail.com',
  );
  expect(read?.server).toBe('mx.google.com');
  expect(read?.results.map((one) => one.method)).toEqual(['dkim', 'spf', 'dmarc']);
  expect(read?.results[2]?.properties.get('header.from')).toBe('googlemail.com');
});

it.each([
  [
    'in a comment',
    'mx.google.com; spf=fail (dmarc=pass header.from=googlemail.com) smtp.mailfrom=a@b',
  ],
  ['in a comment in a comment', 'mx.google.com; spf=fail ((x); dmarc=pass (y)) smtp.mailfrom=a@b'],
  [
    'in a quoted local part',
    'mx.google.com; spf=fail smtp.mailfrom="; dmarc=pass header.from=x"@b',
  ],
  ['behind an escaped quote', String.raw`mx.google.com; spf=fail smtp.mailfrom="\"; dmarc=pass"@b`],
])('hears no result that somebody wrote %s', (_name, value) => {
  expect(methods(value)).toEqual(['spf=fail']);
});

it.each(['', ';', 'mx.google.com; spf=pass (never ends', 'mx.google.com; x="never ends', 'a) b'])(
  'takes nothing from what is not well formed: %s',
  (value) => expect(readAuthenticationResults(value)).toBeNull(),
);

it('takes nothing from a field without end', () => {
  expect(readAuthenticationResults(`mx.google.com; ${'dmarc=pass; '.repeat(10_000)}`)).toBeNull();
});

it('keeps the first of two values of a property', () => {
  const read = readAuthenticationResults(
    'mx; dmarc=pass header.from=a.example header.from=b.example',
  );
  expect(read?.results[0]?.properties.get('header.from')).toBe('a.example');
});
