/**
 * Writes a picture of a page anew with at most 256 colours, as a palette (PNG third edition, colour type 3): a quarter of
 * the size, and nothing that an eye would see. No package does this without a binary of its own.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const mostColours = 256;

/**
 * @param {Buffer} png 8 bits a channel, RGB or RGBA, not interlaced, as Chromium writes it.
 * @returns {Buffer}
 */
export function smallPng(png) {
  const { width, height, colours } = pixelsOf(png);
  const { palette, indexOf } = paletteOf(colours);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = indexOf(colours[y * width + x] ?? 0);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const entries = Buffer.from(
    palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** @param {Buffer} png */
function pixelsOf(png) {
  /** @type {Buffer} */
  let header = Buffer.alloc(0);
  /** @type {Buffer[]} */
  const data = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += 12 + length;
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const channels = header[9] === 6 ? 4 : 3;
  const bytes = unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const colours = Uint32Array.from({ length: width * height }, (_, pixel) =>
    bytes.readUIntBE(pixel * channels, 3),
  );
  return { width, height, colours };
}

/**
 * Undoes the filters of the rows (PNG section 9.2).
 * @param {Buffer} filtered
 * @param {number} stride Bytes of one row.
 * @param {number} height
 * @param {number} step Bytes of one pixel.
 */
function unfiltered(filtered, stride, height, step) {
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < step ? 0 : (bytes[at - step] ?? 0);
      const above = y === 0 ? 0 : (bytes[at - stride] ?? 0);
      const corner = x < step || y === 0 ? 0 : (bytes[at - stride - step] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      bytes[at] = (filtered[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return bytes;
}

/**
 * @param {number} left
 * @param {number} above
 * @param {number} corner
 */
function paeth(left, above, corner) {
  const guess = left + above - corner;
  const distances = [left, above, corner].map((value) => Math.abs(guess - value));
  const [toLeft = 0, toAbove = 0, toCorner = 0] = distances;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/**
 * Colours that stand for all: again and again the one that is used much and is far from those taken so far, so that a
 * single blue word keeps its blue. Every other colour becomes the nearest of them.
 * @param {Uint32Array} colours
 */
function paletteOf(colours) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const left = [...counts].map(([colour, count]) => ({ colour, count, away: Infinity }));
  /** @type {number[]} */
  const palette = [];
  while (palette.length < mostColours) {
    const next = left.reduce((best, one) =>
      one.away * Math.sqrt(one.count) > best.away * Math.sqrt(best.count) ? one : best,
    );
    if (next.away === 0) break;
    palette.push(next.colour);
    for (const one of left) one.away = Math.min(one.away, distance(one.colour, next.colour));
  }
  const indexes = new Map(palette.map((colour, index) => [colour, index]));
  /** @param {number} colour */
  const indexOf = (colour) => {
    const known = indexes.get(colour);
    if (known !== undefined) return known;
    const nearest = palette.reduce(
      (best, other, index) =>
        distance(colour, other) < distance(colour, palette[best] ?? 0) ? index : best,
      0,
    );
    indexes.set(colour, nearest);
    return nearest;
  };
  return { palette, indexOf };
}

/**
 * @param {number} one
 * @param {number} other
 */
function distance(one, other) {
  return [16, 8, 0]
    .map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255))
    .reduce((sum, difference) => sum + difference * difference, 0);
}
