import { deflateSync, inflateSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { smallPng } from './small-png.mjs';

const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The reader does not look at the sums.
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};

/** Two rows of two pixels, RGBA: the second row is written as the difference to the first (filter 2, up). */
const picture = Buffer.concat([
  Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
  chunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0])),
  chunk(
    'IDAT',
    deflateSync(Buffer.from([0, 255, 0, 0, 255, 0, 0, 255, 255, 2, 0, 0, 0, 0, 9, 0, 0, 0])),
  ),
  chunk('IEND', Buffer.alloc(0)),
]);

it('keeps every pixel while the colours fit the palette', () => {
  const small = smallPng(picture);
  const at = (type: string) => small.indexOf(Buffer.from(type, 'latin1'));
  const body = (type: string) =>
    small.subarray(at(type) + 4, at(type) + 4 + small.readUInt32BE(at(type) - 4));
  const palette = body('PLTE');
  const rows = inflateSync(body('IDAT'));
  const colour = (index: number) => [...palette.subarray(index * 3, index * 3 + 3)];
  expect([1, 2, 4, 5].map((place) => colour(rows[place] ?? 0))).toEqual([
    [255, 0, 0],
    [0, 0, 255],
    [255, 0, 0],
    [9, 0, 255],
  ]);
});
