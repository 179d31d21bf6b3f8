import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';

import { writeTextMail } from './write-text-mail.ts';

const plain = {
  from: 'ana@acme.example',
  to: 'ana@acme.example',
  subject: 'Hello',
  text: 'One\nTwo',
  headers: { 'X-Postrider-Mail': 'AAAAAAAAAAAAAAAAAAAAAA' },
};

it('is read by others as it was meant', async () => {
  const read = await PostalMime.parse(writeTextMail(plain));
  expect(read).toMatchObject({
    subject: 'Hello',
    from: { address: 'ana@acme.example' },
    to: [{ address: 'ana@acme.example' }],
  });
  expect(read.text?.trim()).toBe('One\r\nTwo');
  expect(read.headers).toContainEqual(
    expect.objectContaining({ key: 'x-postrider-mail', value: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  );
});

it.each([
  ['Übergrößenträger '.repeat(9).trim()],
  ['ポストライダーのお試しメール'.repeat(5)],
  ['🐎'.repeat(40)],
])('carries %s in subject and text', async (words) => {
  const written = writeTextMail({ ...plain, subject: words, text: words });
  const read = await PostalMime.parse(written);
  expect(read.subject).toBe(words);
  expect(read.text?.trim()).toBe(words);
  expect(Math.max(...written.split('\r\n').map((line) => line.length))).toBeLessThan(90);
  expect(written).toMatch(/^[\x20-\x7E\r\n]*$/);
});

it('lets no value begin a header of its own', async () => {
  const read = await PostalMime.parse(
    writeTextMail({
      ...plain,
      subject: 'Hello\r\nBcc: eve@evil.example',
      to: 'a@b.example\nCc: x',
    }),
  );
  expect(read.bcc).toBeUndefined();
  expect(read.cc).toBeUndefined();
});

it('ends every line with CRLF', () => {
  expect(writeTextMail(plain).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});
