import { existsSync, readFileSync } from 'node:fs';

const signature = '89504e470d0a1a0a';

/** Width and height of a PNG in pixels as `16x16` (PNG specification, IHDR), or null where there is none. @param {string} path */
export function pngSize(path) {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  if (bytes.length < 24 || bytes.toString('hex', 0, 8) !== signature) return null;
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
