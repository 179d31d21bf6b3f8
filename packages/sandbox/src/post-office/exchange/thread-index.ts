import { createHash } from 'node:crypto';

import { rawHeader } from '../../mail/headers.ts';

// A FILETIME counts 100 ns from 1601 on; the index keeps its upper bytes.
const fileTime = (at: number): bigint => BigInt(at + 11_644_473_600_000) * 10_000n;

/** Thread-Index of an answer: the original's with five bytes more, or a new one for a mail that had none ([MS-OXOMSG] section 2.2.1.3). */
export const threadIndex = (original: Buffer, sentAt: number, at: number): string => {
  const given = rawHeader(original, 'Thread-Index');
  const digest = createHash('sha256').update(original).digest();
  const head = Buffer.alloc(8);
  head.writeBigUInt64BE(fileTime(sentAt));
  const root = given
    ? Buffer.from(given, 'base64')
    : Buffer.concat([Buffer.of(1), head.subarray(1, 6), digest.subarray(0, 16)]);
  const child = Buffer.alloc(5);
  // Units of 2^18 times 100 ns.
  child.writeUInt32BE(Math.min(0x7fff_ffff, Math.floor((at - sentAt) / 26)));
  child.writeUInt8(digest.readUInt8(16), 4);
  return Buffer.concat([root, child]).toString('base64');
};
