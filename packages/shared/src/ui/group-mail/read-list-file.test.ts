import { expect, it } from 'vitest';

import { readListFile } from './read-list-file.ts';

const file = (...parts: BlobPart[]) => new Blob(parts);

it('reads UTF-8, with its mark or without', async () => {
  expect(await readListFile(file('email\r\nmüller@example.de'))).toEqual({
    kind: 'text',
    text: 'email\r\nmüller@example.de',
  });
  expect(await readListFile(file('\uFEFFemail'))).toEqual({ kind: 'text', text: 'email' });
});

it('reads what Excel writes in the west, and as "Unicode text"', async () => {
  expect(await readListFile(file(Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72)))).toEqual({
    kind: 'text',
    text: 'Müller',
  });
  expect(await readListFile(file(Uint8Array.of(0xff, 0xfe, 0x4d, 0x00, 0xfc, 0x00)))).toEqual({
    kind: 'text',
    text: 'Mü',
  });
});

it('takes no workbook for text, and nothing that is too large', async () => {
  const workbook = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xff);
  expect(await readListFile(file(workbook))).toEqual({ kind: 'unread' });
  expect(await readListFile(file('a'.repeat(10_000_001)))).toEqual({ kind: 'too-large' });
});
