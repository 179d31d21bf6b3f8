import { createHash } from 'node:crypto';

/** A base64 text that looks like a signature or key and is none: the same for the same message and purpose. */
export const mark = (raw: Buffer, purpose: string, bytes: number): string => {
  const pieces: Buffer[] = [];
  for (let index = 0; index * 32 < bytes; index += 1)
    pieces.push(createHash('sha256').update(`${purpose}${index}`).update(raw).digest());
  return Buffer.concat(pieces).subarray(0, bytes).toString('base64');
};

/** Folded as Gmail folds signatures: lines of 66 characters, nine blanks before each but the first. */
export const foldedMark = (raw: Buffer, purpose: string): string =>
  (mark(raw, purpose, 256).match(/.{1,66}/g) ?? []).join('\r\n         ');
